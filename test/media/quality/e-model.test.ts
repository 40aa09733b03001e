import { assert } from "chai";
import { meanOpinion, rating } from "../../../src/media/quality/e-model.ts";

describe("media/quality/e-model", () => {
  // ITU-T G.107, Annex B, table B.1: the limits of its classes of satisfaction.
  const table = [
    [90, 4.34],
    [80, 4.03],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
  ] as const;
  for (const [r, mos] of table)
    it(`takes a rating of ${r} for a score of ${mos}, as the recommendation's table does`, () =>
      assert.approximately(meanOpinion(r), mos, 0.01));

  it("gives a perfect connection 93.2, a score of 4.41", () => {
    assert.equal(rating({ delay: 0, loss: 0 }), 93.2);
    assert.approximately(meanOpinion(93.2), 4.41, 0.005);
  });

  it("keeps within 1 and 4.5", () => {
    assert.equal(meanOpinion(-5), 1);
    assert.equal(meanOpinion(0), 1);
    assert.equal(meanOpinion(100), 4.5);
    assert.isAtLeast(meanOpinion(3), 1);
  });

  it("takes off for loss what Ie,eff says of G.711 with concealment", () => {
    // 95 * 5 / (5 + 25.1)
    assert.approximately(rating({ delay: 0, loss: 0.05 }), 93.2 - 15.78, 0.01);
  });

  it("takes off for delay slowly at first, and faster beyond 177 ms", () => {
    assert.approximately(rating({ delay: 100, loss: 0 }), 90.8, 0.001);
    assert.approximately(rating({ delay: 300, loss: 0 }), 93.2 - 7.2 - 13.497, 0.001);
  });

  it("never goes below 0", () => {
    assert.equal(rating({ delay: 2_000, loss: 1 }), 0);
  });
});
