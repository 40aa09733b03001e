import { assert } from "chai";
import { endReason } from "../../../src/telephony/sip/end-reason.ts";

const end = { originator: "remote", cause: "SIP Failure Code", wasConnected: false };
const told = (cause: number) => `Q.850;cause=${cause};text="as told"`;

describe("telephony/sip/end-reason", () => {
  const cases = [
    [480, told(19), "noAnswer"],
    [500, told(34), "congested"],
    [503, told(27), "outOfOrder"],
    [403, told(1), "notFound"],
    [403, "", "forbidden"],
    [484, "", "incomplete"],
    [404, told(28), "incomplete"],
    [486, told(34), "busy"],
    [603, told(17), "busy"],
    [503, told(127), "refused"],
    [503, "SIP;cause=503", "refused"],
  ] as const;
  for (const [status, reason, kind] of cases)
    it(`of ${status} with "${reason}" is ${kind}`, () => {
      assert.equal(endReason({ ...end, status, reason }).kind, kind);
    });

  it("of a call that was up is what the network says, when it broke", () => {
    const up = { originator: "remote", cause: "Terminated", wasConnected: true };
    assert.deepEqual(endReason({ ...up, reason: told(41) }), { kind: "connectionLost" });
    assert.deepEqual(endReason({ ...up, reason: told(16) }), { kind: "hungUp", by: "them" });
  });
});
