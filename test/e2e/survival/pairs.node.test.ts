import { assert } from "chai";
import { pairedWith } from "./pairs.ts";

const [rows, columns] = [
  [0, 1, 2, 3],
  ["a", "b", "c", "d", "e", "f"],
] as const;
const played = (seed: number) => rows.map((row) => pairedWith(row, columns, { share: 4, seed }));

describe("e2e/survival/pairs", () => {
  it("plays each row and each column with every seed", () => {
    for (const seed of [0, 1, 2, 3, 999_999]) {
      const pairs = played(seed);
      for (const row of pairs) assert.isNotEmpty(row, `a row with seed ${seed}`);
      assert.sameMembers([...new Set(pairs.flat())], [...columns], `seed ${seed}`);
    }
  });

  it("plays the whole matrix over as many seeds as the share", () => {
    const all = [0, 1, 2, 3].map(played);
    for (const row of rows)
      assert.sameMembers([...new Set(all.flatMap((pairs) => pairs[row] ?? []))], [...columns]);
  });
});
