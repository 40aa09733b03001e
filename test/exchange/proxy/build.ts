import { Authenticator } from "../../../src/exchange/proxy/authenticator.ts";
import { Flows } from "../../../src/exchange/proxy/flows.ts";
import { Proxy } from "../../../src/exchange/proxy/proxy.ts";
import { Registrar } from "../../../src/exchange/proxy/registrar.ts";
import { type Robots, Router } from "../../../src/exchange/proxy/router.ts";
import { Transactions } from "../../../src/exchange/proxy/transactions.ts";
import type { DigestAlgorithm } from "../../../src/exchange/sip/digest.ts";
import { request } from "../requests.ts";
import type { FakePhone } from "./fake-phone.ts";

const nobody: Robots = {
  locate: () => undefined,
  notices: () => {
    throw new Error("nobody tells anything here");
  },
};

/** A proxy for the users `agent` and `bob`, whose passwords are `secret`. */
export function buildProxy(
  options: {
    readonly algorithm?: DigestAlgorithm;
    readonly nonceLifetime?: number;
    readonly ringing?: number;
  } = {},
) {
  const { algorithm = "MD5", nonceLifetime = 60_000, ringing = 60_000 } = options;
  const users = new Map([
    ["agent", "secret"],
    ["bob", "secret"],
  ]);
  const realm = "phones.test";
  const registrar = new Registrar();
  const flows = new Flows();
  const transactions = new Transactions({ invite: ringing, other: 60_000 }, 20);
  const authenticator = new Authenticator({ realm, passwords: users, algorithm, nonceLifetime });
  const router = new Router({ realm, users, registrar, flows, robots: nobody });
  const proxy = new Proxy({ authenticator, registrar, flows, router, transactions });
  return {
    proxy,
    registrar,
    transactions,
    /** Registers a telephone that needs no password. */
    register(user: string, phone: FakePhone): void {
      const fields = {
        To: `<sip:${user}@phones.test>`,
        From: `<sip:${user}@phones.test>;tag=r`,
        Contact: `<sip:${phone.id}@${phone.id}.invalid>`,
        "Call-ID": `register-${phone.id}`,
      };
      proxy.receive(request("REGISTER", "sip:phones.test", fields), phone);
      phone.received.length = 0;
    },
    [Symbol.dispose]: () => transactions.close(),
  };
}
