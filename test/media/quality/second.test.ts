import { assert } from "chai";
import type { Reading } from "../../../src/media/quality/reading.ts";
import { loudnessBetween, sampleBetween } from "../../../src/media/quality/second.ts";

const start: Reading = {
  received: 100,
  lost: 0,
  jitter: 0.004,
  buffered: { delay: 0, count: 0 },
  there: { energy: 0, seconds: 0 },
  here: { energy: 0, seconds: 0 },
};

describe("media/quality/second", () => {
  it("scores a second without loss or delay near the best", () => {
    const sample = sampleBetween(start, { ...start, received: 150, roundTrip: 0.002 });
    assert.deepInclude(sample, { expected: 50, lost: 0, jitter: 4, roundTrip: 2 });
    assert.approximately(sample.mos, 4.4, 0.02);
  });

  it("counts what was lost against what should have come", () => {
    const sample = sampleBetween(start, { ...start, received: 140, lost: 10 });
    assert.deepInclude(sample, { expected: 50, lost: 10 });
    assert.isBelow(sample.mos, 2.7);
  });

  it("takes the worse direction: what the other side misses counts, too", () => {
    const sample = sampleBetween(start, { ...start, received: 150, lossThere: 0.2 });
    assert.equal(sample.lossThere, 0.2);
    assert.isBelow(sample.mos, 2.7);
  });

  it("counts delay by the way there and back, and by the buffer", () => {
    const buffered = { delay: 8_000 * 0.4, count: 8_000 };
    const near = sampleBetween(start, { ...start, received: 150 });
    const far = sampleBetween(start, { ...start, received: 150, roundTrip: 0.8 });
    const late = sampleBetween(start, { ...start, received: 150, buffered });
    assert.isBelow(far.mos, near.mos - 0.5);
    assert.equal(late.mos, far.mos);
  });

  it("gives a second in which nothing came the worst score", () => {
    assert.equal(sampleBetween(start, start).mos, 1);
  });

  it("does not take packets that came late for negative loss", () => {
    const sample = sampleBetween({ ...start, lost: 5 }, { ...start, received: 155, lost: 2 });
    assert.deepInclude(sample, { expected: 55, lost: 0 });
  });

  it("measures loudness as the root of energy over time", () => {
    assert.equal(loudnessBetween({ energy: 1, seconds: 1 }, { energy: 1.25, seconds: 2 }), 0.5);
    assert.isUndefined(loudnessBetween({ energy: 1, seconds: 5 }, { energy: 0, seconds: 1 }));
    assert.isUndefined(loudnessBetween({ energy: 1, seconds: 5 }, { energy: 1, seconds: 5 }));
  });
});
