// Runs in the page that the others are measured on: each calls as its own documentation shows.
import { UA, WebSocketInterface } from "jssip";
import { Web } from "sip.js";

/** Where a rival registers. */
export interface RivalAccount {
  readonly server: string;
  readonly domain: string;
  readonly user: string;
  readonly password: string;
}

/** A phone to be measured: it has registered, and calls when its button is clicked. */
interface Rival {
  call(number: string): void;
  hangUp(): void;
}

const rivals = { sipJs, jsSip };

declare global {
  interface Window {
    /** Puts a registered rival behind the page's buttons. */
    startRival(name: keyof typeof rivals, account: RivalAccount): Promise<void>;
  }
}

window.startRival = async (name, account) => {
  const rival = await rivals[name](account);
  document.querySelector("#call")?.addEventListener("click", () => rival.call("603"));
  document.querySelector("#end")?.addEventListener("click", () => rival.hangUp());
};

async function sipJs({ server, domain, user, password }: RivalAccount): Promise<Rival> {
  const phone = new Web.SimpleUser(server, {
    aor: `sip:${user}@${domain}`,
    media: { constraints: { audio: true, video: false }, remote: { audio: new Audio() } },
    userAgentOptions: {
      authorizationUsername: user,
      authorizationPassword: password,
      logLevel: "error",
    },
  });
  await phone.connect();
  await phone.register();
  return {
    call: (number) => void phone.call(`sip:${number}@${domain}`),
    hangUp: () => void phone.hangup(),
  };
}

function jsSip({ server, domain, user, password }: RivalAccount): Promise<Rival> {
  const phone = new UA({
    sockets: [new WebSocketInterface(server)],
    uri: `sip:${user}@${domain}`,
    password,
  });
  return new Promise((resolve, reject) => {
    phone.on("registrationFailed", ({ cause }) => reject(new Error(cause)));
    phone.on("registered", () =>
      resolve({
        call: (number) =>
          void phone.call(`sip:${number}@${domain}`, {
            mediaConstraints: { audio: true, video: false },
          }),
        hangUp: () => phone.terminateSessions(),
      }),
    );
    phone.start();
  });
}
