import { assert } from "chai";
import { forgetRelease, keptRelease, noteCalls, wasInCall } from "../../src/line/kept-release.ts";
import { protocolVersion } from "../../src/line/protocol.ts";
import type { CallState } from "../../src/telephony/call.ts";

const states: Record<"up" | "ringing" | "over", CallState> = {
  up: { phase: "connected", since: 0 },
  ringing: { phase: "ringing", since: 0 },
  over: { phase: "ended", at: 0, reason: { kind: "busy" } },
};
const noted = () => [keptRelease(window), wasInCall(window)];
const own = protocolVersion;

describe("line/kept-release", () => {
  afterEach(() => noteCalls(window, [], "here"));

  for (const [what, phases, expected] of [
    ["nothing of no call", [], [undefined, false]],
    ["nothing of a call that is over", ["over"], [undefined, false]],
    ["the release of a call that rings", ["ringing"], [own, false]],
    ["the release of a call that another view carries", ["elsewhere"], [own, false]],
    ["the release of a call that is up, and the microphone it needs", ["over", "up"], [own, true]],
  ] as const) {
    it(`leaves the next page ${what}`, () => {
      noteCalls(window, [{ state: states.up, mediaView: "here" }], "here");
      noteCalls(
        window,
        phases.map((phase) => ({
          state: states[phase === "elsewhere" ? "up" : phase],
          mediaView: phase === "elsewhere" ? "there" : "here",
        })),
        "here",
      );
      assert.deepEqual(noted(), [...expected]);
    });
  }

  it("forgets them when their line is gone", () => {
    noteCalls(window, [{ state: states.up, mediaView: "here" }], "here");
    forgetRelease(window);
    assert.deepEqual(noted(), [undefined, false]);
  });
});
