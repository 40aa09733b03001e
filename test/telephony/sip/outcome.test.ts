import { assert } from "chai";
import type { EndEvent } from "jssip/lib/RTCSession";
import { MediaError } from "../../../src/telephony/media-port.ts";
import { Outcome } from "../../../src/telephony/sip/outcome.ts";

/** As JsSIP tells of a BYE or CANCEL of one side, which says nothing more. */
const endedBy = (originator: "local" | "remote") =>
  ({ originator, cause: "Terminated", message: null }) as unknown as EndEvent;
const facts = { wasConnected: true, decided: undefined, goingTo: undefined };

describe("telephony/sip/outcome", () => {
  it("is what the network says where nothing else is known", () => {
    const reason = new Outcome().reason(endedBy("remote"), facts);
    assert.deepEqual(reason, { kind: "hungUp", by: "them" });
  });

  it("is what the call was ended for, until that is taken back", () => {
    const outcome = new Outcome();
    outcome.endsFor({ kind: "replaced" });
    assert.deepEqual(outcome.reason(endedBy("local"), facts), { kind: "replaced" });
    outcome.endsFor(undefined);
    assert.deepEqual(outcome.unheard, { kind: "hungUp", by: "us" });
  });

  it("is what the agent decided while it rang, whatever it was ended for", () => {
    const outcome = new Outcome();
    outcome.endsFor({ kind: "replaced" });
    const decided = { kind: "declined", by: "us" } as const;
    assert.deepEqual(outcome.reason(endedBy("local"), { ...facts, decided }), decided);
  });

  it("is first of all that there was no sound", () => {
    const outcome = new Outcome();
    assert.isFalse(outcome.isMediaFailure);
    outcome.failMedia(new MediaError("media", "no way"));
    const decided = { kind: "declined", by: "us" } as const;
    const { kind } = outcome.reason(endedBy("local"), { ...facts, decided });
    assert.equal(kind, "media");
    assert.isTrue(outcome.isMediaFailure);
  });

  it("is a transfer where the server hangs up for one that is under way; not where we do", () => {
    const underWay = { ...facts, goingTo: "602" };
    const outcome = new Outcome();
    const reason = outcome.reason(endedBy("remote"), underWay);
    assert.deepEqual(reason, { kind: "transferred", to: "602" });
    assert.equal(outcome.reason(endedBy("local"), underWay).kind, "hungUp");
  });
});
