import { assert } from "chai";
import { logOf } from "../../src/softphone/call-log.ts";
import type { EndReason } from "../../src/telephony/call.ts";
import { aCall, connected, ended } from "./fakes/fake-link.ts";

const unanswered = (reason: EndReason) => ({ phase: "ended", at: 9000, reason }) as const;

describe("softphone/call-log", () => {
  it("has nothing to remember while the call is up", () => {
    assert.isUndefined(logOf(aCall()));
    assert.isUndefined(logOf(aCall({ state: connected })));
  });

  it("counts whole seconds of conversation", () => {
    assert.equal(logOf(aCall({ state: ended }))?.seconds, 12);
    assert.equal(logOf(aCall({ state: unanswered({ kind: "busy" }) }))?.seconds, 0);
  });

  it("names the call by its direction and the other side", () => {
    const outgoing = aCall({ direction: "outgoing", remote: { number: "+4930" }, state: ended });
    assert.equal(logOf(outgoing)?.subject, "Call to +4930");
    assert.equal(logOf(aCall({ state: ended }))?.subject, "Call from Ann Lee (+14155550101)");
  });

  it("calls a call with a colleague internal", () => {
    const call = aCall({ remote: { number: "agent2" }, state: ended });
    assert.equal(logOf(call)?.direction, "internal");
  });

  for (const [reason, disposition] of [
    [{ kind: "busy" }, "Busy"],
    [{ kind: "noAnswer" }, "No answer"],
    [{ kind: "declined", by: "us" }, "Declined"],
    [{ kind: "cancelled", by: "them" }, "Missed"],
    [{ kind: "notFound" }, "Number not found"],
    [{ kind: "abandoned" }, "Cancelled"],
  ] as const) {
    it(`remembers ${reason.kind} as ${disposition}`, () => {
      assert.equal(logOf(aCall({ state: unanswered(reason) }))?.disposition, disposition);
    });
  }

  it("remembers a call that came in and was cut off while it rang as missed", () => {
    const state = unanswered({ kind: "interrupted" });
    assert.equal(logOf(aCall({ direction: "incoming", state }))?.disposition, "Missed");
  });

  for (const reason of [
    { kind: "microphone", problem: "refused" },
    { kind: "media" },
    { kind: "answeredElsewhere" },
  ] as const) {
    it(`does not remember what was no call of ours: ${reason.kind}`, () => {
      assert.isUndefined(logOf(aCall({ state: unanswered(reason) })));
    });
  }
});
