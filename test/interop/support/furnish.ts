import { Stage } from "../../e2e/support/stage.ts";
import { Baresip, type BaresipOptions } from "./baresip.ts";
import { startCoturn, type Coturn } from "./coturn.ts";
import { Kamailio, domain, type KamailioOptions } from "./kamailio.ts";
import type { RunFolder } from "./run-folder.ts";
import { startRtpengine, type Rtpengine } from "./rtpengine.ts";
import { speakInTone } from "./softphone-sound.ts";

/** Those who have a telephone, with their passwords. */
export const users = {
  agent: "secret-of-the-agent",
  desk: "secret-of-the-desk",
  colleague: "secret-of-the-colleague",
} as const;

/** The tones that the telephones play. */
export const hertz = { desk: 440, colleague: 660 } as const;

export interface OfficeOptions extends Pick<KamailioOptions, "algorithm" | "dtls"> {
  readonly answerMode?: BaresipOptions["answerMode"];
  /** What comes to the desk is taken down on the wire: for calls that are held. Needs root. */
  readonly wiretapped?: boolean;
  /** Packets that the desk keeps back before it plays them. */
  readonly buffered?: BaresipOptions["buffered"];
  /** Without a telephone on the desk. */
  readonly empty?: boolean;
  /** With another telephone, which answers by itself; where there is a second Kamailio, it is registered there. */
  readonly colleague?: boolean;
  /** With a second Kamailio, in case that the first one is gone. */
  readonly standby?: boolean;
  /** All of the agent's sound goes through coturn, which is reached by UDP, TCP or TLS; user and passwords come from the phone's own host. */
  readonly relayed?: boolean | "tcp" | "tls";
  /** Items of the call center's definition, by `/section/item`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Says what stands in place of Kamailio's own address. */
  readonly server?: (kamailio: Kamailio) => string;
  /** Says what port stands in place of coturn's own. */
  readonly relayPort?: (coturn: Coturn) => number;
}

/** What an office is made of. */
export interface Peers {
  readonly folder: RunFolder;
  readonly rtpengine: Rtpengine;
  readonly kamailio: Kamailio;
  readonly standby?: Kamailio;
  readonly coturn?: Coturn;
  readonly desk?: Baresip;
  readonly colleague?: Baresip;
  readonly stage: Stage;
}

type Close = () => Promise<void>;

/** Starts one after the other; `close` gets what is needed to end them, however far it came. */
export async function furnish(
  options: OfficeOptions,
  folder: RunFolder,
  close: Close[],
): Promise<Peers> {
  const kept = <Peer extends { close(): Promise<void> }>(peer: Peer): Peer => {
    close.push(() => peer.close());
    return peer;
  };
  const rtpengine = kept(await startRtpengine(folder));
  const rtpenginePort = rtpengine.controlPort;
  const { algorithm = "MD5", dtls = "DTLS=active" } = options;
  const server = { folder, rtpenginePort, users, algorithm, dtls };
  const kamailio = kept(await Kamailio.start(server));
  const standby = options.standby
    ? kept(await Kamailio.start({ ...server, name: "kamailio-standby" }))
    : undefined;
  const coturn = options.relayed ? kept(await startCoturn(folder)) : undefined;
  const start = (user: keyof typeof hertz, { sipPort: proxyPort }: Kamailio) =>
    Baresip.start({
      ...{ folder, user, proxyPort, password: users[user], hertz: hertz[user] },
      wiretapped: user === "desk" && options.wiretapped === true,
      ...(user === "desk" && options.answerMode && { answerMode: options.answerMode }),
      ...(user === "desk" && options.buffered && { buffered: options.buffered }),
    }).then(kept);
  const desk = options.empty ? undefined : await start("desk", kamailio);
  const colleague = options.colleague ? await start("colleague", standby ?? kamailio) : undefined;
  const servers = [options.server?.(kamailio) ?? kamailio.address];
  if (standby) servers.push(standby.address);
  const stage = kept(await openStage({ options, servers, coturn }));
  return {
    ...{ folder, rtpengine, kamailio, stage },
    ...(standby && { standby }),
    ...(coturn && { coturn }),
    ...(desk && { desk }),
    ...(colleague && { colleague }),
  };
}

interface Settled {
  readonly options: OfficeOptions;
  readonly servers: readonly string[];
  readonly coturn: Coturn | undefined;
}

const credentialsPath = "/credentials-of-the-office";

async function openStage({ options, servers, coturn }: Settled): Promise<Stage> {
  const stage = await Stage.open({
    ...(options.relayed === "tls" && { machine: { certificates: "any" } }),
    demo: {
      settings: {
        "/sip/servers": servers.join(" "),
        "/sip/domain": domain,
        "/sip/user": "agent",
        "/sip/credentialsUrl": coturn ? credentialsPath : "",
        ...(coturn && {
          "/sip/iceServers": relayAt(options, coturn),
          "/sip/relayOnly": "true",
        }),
        ...options.settings,
      },
    },
  });
  await speakInTone(stage.agent);
  if (coturn) await handOut(stage, coturn);
  return stage;
}

function relayAt({ relayed, relayPort }: OfficeOptions, coturn: Coturn): string {
  if (relayed === "tls") return `turns:127.0.0.1:${coturn.tlsPort}?transport=tcp`;
  const address = `turn:127.0.0.1:${relayPort?.(coturn) ?? coturn.port}`;
  return relayed === "tcp" ? `${address}?transport=tcp` : address;
}

/** What the phone's own host says to an agent who is signed in there. */
async function handOut(stage: Stage, { turn }: Coturn): Promise<void> {
  const json = { user: "agent", password: users.agent, turn };
  await stage.agent.route(`**${credentialsPath}`, (route) => route.fulfill({ json }));
}
