import { assert } from "chai";
import { onWake } from "../../../src/telephony/sip/wake.ts";
import { until } from "../until.ts";

describe("telephony/sip/wake", () => {
  it("notices that the clock has jumped", async () => {
    let now = 0;
    let woken = 0;
    const clock = () => now;
    const stop = onWake(() => (woken += 1), { clock, every: 2, scope: new EventTarget() });
    now = 60_000;
    await until(() => woken === 1, "the jump");
    stop();
  });

  it("hears that the network is back, until stopped", () => {
    const scope = new EventTarget();
    let woken = 0;
    const stop = onWake(() => (woken += 1), { scope });
    scope.dispatchEvent(new Event("online"));
    stop();
    scope.dispatchEvent(new Event("online"));
    assert.equal(woken, 1);
  });
});
