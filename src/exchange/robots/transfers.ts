import { parseAddress } from "../sip/address.ts";
import { required, type SipRequest } from "../sip/message.ts";
import { reasonOf } from "../sip/reply.ts";
import type { RobotAgent } from "./agent.ts";
import type { Dialling } from "./dialling.ts";
import type { RobotCall } from "./robot-call.ts";

type Header = readonly [name: string, value: string];

/** Calls whom a telephone wants the robot to call instead, and reports how it goes (RFC 3515, 3891). */
export class Transfers {
  readonly #agent: RobotAgent;
  readonly #dialling: Dialling;

  constructor(agent: RobotAgent, dialling: Dialling) {
    this.#agent = agent;
    this.#dialling = dialling;
  }

  refer(refer: SipRequest, call: RobotCall): void {
    const target = refer.headers.get("refer-to");
    if (target === undefined || !/sips?:/i.test(target)) {
      this.#agent.reply(refer, 400);
      return;
    }
    const [to = "", query = ""] = parseAddress(target).uri.split("?");
    const headers = [referredBy(refer), ...replacesIn(query)];
    this.#agent.reply(refer, 202);
    this.#report(call, 100);
    const { direction, from, to: own } = call.snapshot();
    this.#dialling.dial({
      from: direction === "incoming" ? own : from,
      to: to.replace(/;method=INVITE/i, ""),
      headers,
      script: call.script,
      hearStatus: (status) => {
        if (status > 100) this.#report(call, status);
      },
    });
  }

  #report(call: RobotCall, status: number): void {
    if (call.phase === "ended") return;
    const state = status < 200 ? "active;expires=60" : "terminated;reason=noresource";
    const notify = call.dialog.request("NOTIFY", {
      headers: [
        ["event", "refer"],
        ["subscription-state", state],
      ],
      body: `SIP/2.0 ${status} ${reasonOf(status)}`,
      contentType: "message/sipfrag;version=2.0",
    });
    this.#agent.ask(notify);
  }
}

function referredBy(refer: SipRequest): Header {
  return ["referred-by", refer.headers.get("referred-by") ?? required(refer, "from")];
}

/** The header fields that the address asks us to put into our INVITE; only the one we know. */
function replacesIn(query: string): Header[] {
  const found = /(?:^|&)replaces=([^&]+)/i.exec(query)?.[1];
  return found === undefined ? [] : [["replaces", decodeURIComponent(found)]];
}
