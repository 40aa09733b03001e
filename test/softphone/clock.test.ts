import { effect } from "@preact/signals";
import { assert } from "chai";
import { makeClock } from "../../src/softphone/clock.ts";
import { until } from "./fakes/until.ts";

describe("softphone/clock", () => {
  it("moves on while somebody watches it", async () => {
    let asked = 0;
    const clock = makeClock(() => ++asked);
    const seen: number[] = [];
    const stop = effect(() => void seen.push(clock.value));
    await until(() => seen.length > 1, "the clock moves on");
    stop();
    assert.isAbove(seen[1] ?? 0, seen[0] ?? 0);
  });
});
