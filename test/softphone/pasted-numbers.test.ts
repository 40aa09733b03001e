import { assert } from "chai";
import fc from "fast-check";
import { pastedNumbers } from "../../src/softphone/pasted-numbers.ts";

describe("softphone/pasted-numbers", () => {
  for (const [line, row] of [
    ["(415) 555-0101", { number: "(415) 555-0101" }],
    ["Ann Lee\t+1 415 555 0101", { number: "+1 415 555 0101", name: "Ann Lee" }],
    ["+44 20 7946 0123, Smith & Co", { number: "+44 20 7946 0123", name: "Smith & Co" }],
    ["600", { number: "600" }],
    ["Echo\t600", { number: "600", name: "Echo" }],
    ['"Lee, Ann";"415.555.0101 x12"', { number: "415.555.0101 x12", name: "Lee Ann" }],
  ] as const) {
    it(`reads ${JSON.stringify(line)}`, () =>
      assert.deepEqual(pastedNumbers(line), { rows: [row], left: [] }));
  }

  it("leaves out lines without a number, and numbers that came before, and tells which", () => {
    const text = "Name;Phone\r\n\r\nAnn;5550101\r\nBob;555-0101\r\nCid;5550102\r\n12 Main Street";
    const { rows, left } = pastedNumbers(text);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["Ann", "Cid"],
    );
    assert.deepEqual(left, ["Name;Phone", "Bob;555-0101", "12 Main Street"]);
  });

  it("makes no more rows than a list may have, and loses no line", () => {
    const lines = Array.from({ length: 2_100 }, (_each, at) => `+1415555${1000 + at}`);
    const { rows, left } = pastedNumbers(lines.join("\n"));
    assert.deepEqual([rows.length, left.length], [2_000, 100]);
  });

  it("never throws, and never makes more rows than there are lines", () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => pastedNumbers(text).rows.length <= text.split("\n").length,
      ),
    );
  });
});
