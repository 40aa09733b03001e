import { assert } from "chai";
import { Notices } from "../../src/exchange/robots/notices.ts";
import type { RobotAgent } from "../../src/exchange/robots/agent.ts";
import { SipHeaders } from "../../src/exchange/sip/headers.ts";
import type { SipRequest } from "../../src/exchange/sip/message.ts";

function subscribe(event: string, expires = "600", to = "<sip:agent@phones.test>"): SipRequest {
  const headers = new SipHeaders([
    ["via", "SIP/2.0/WS x.invalid;branch=z9hG4bK1"],
    ["from", "<sip:agent@phones.test>;tag=one"],
    ["to", to],
    ["call-id", "c"],
    ["cseq", "1 SUBSCRIBE"],
    ["contact", "<sip:me@telephone.invalid>"],
    ["event", event],
    ["expires", expires],
  ]);
  return { kind: "request", method: "SUBSCRIBE", uri: "sip:agent@phones.test", headers, body: "" };
}

describe("exchange/robots/notices", () => {
  let replies: number[];
  let told: SipRequest[];
  let notices: Notices;

  beforeEach(() => {
    [replies, told] = [[], []];
    // The two members that are used.
    const agent = {
      reply: (_request: SipRequest, status: number) => replies.push(status),
      ask: (request: SipRequest) => told.push(request),
    } as unknown as RobotAgent;
    notices = new Notices(agent);
  });

  const bodies = () => told.map(({ body }) => body.replace(/\s+/g, " "));

  it("tell of the mailbox at once, and at each change", () => {
    notices.subscribe(subscribe("message-summary"));
    notices.leaveMessages("agent", { fresh: 2, old: 1 });
    notices.leaveMessages("somebody", { fresh: 9, old: 9 });
    assert.deepEqual(replies, [200]);
    assert.lengthOf(told, 2);
    assert.include(bodies()[0], "Messages-Waiting: no");
    assert.include(bodies()[1], "Voice-Message: 2/1");
  });

  it("tell what a telephone is doing", () => {
    notices.subscribe(subscribe("dialog", "600", "<sip:201@phones.test>"));
    notices.setLine("201", "ringing");
    notices.setLine("201", "busy");
    notices.setLine("201", "free");
    const states = bodies().map((body) => /<state>(\w+)/.exec(body)?.[1]);
    assert.deepEqual(states, [undefined, "early", "confirmed", undefined]);
  });

  it("end with a last word when nobody wants them any more", () => {
    notices.subscribe(subscribe("dialog", "0"));
    notices.setLine("agent", "busy");
    assert.lengthOf(told, 1);
    assert.match(told[0]?.headers.get("subscription-state") ?? "", /^terminated/);
  });

  it("are of two kinds only", () => {
    notices.subscribe(subscribe("presence"));
    notices.subscribe(subscribe("dialog", "600", "<sip:1@phones.test>;tag=gone"));
    assert.deepEqual(replies, [489, 481]);
  });
});
