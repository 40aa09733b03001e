import { assert } from "chai";
import fc from "fast-check";
import { pastedNumbers } from "../../src/softphone/pasted-numbers.ts";

describe("softphone/pasted-numbers", () => {
  for (const [line, row] of [
    ["(415) 555-0101", { number: "(415) 555-0101" }],
    ["Ann Lee\t+1 415 555 0101", { number: "+1 415 555 0101", name: "Ann Lee" }],
    ["+44 20 7946 0123, Smith & Co", { number: "+44 20 7946 0123", name: "Smith & Co" }],
    ['"Lee, Ann";"415.555.0101 x12"', { number: "415.555.0101 x12", name: "Lee Ann" }],
  ] as const) {
    it(`reads ${JSON.stringify(line)}`, () => assert.deepEqual(pastedNumbers(line), [row]));
  }

  it("leaves out lines without a number, and numbers that came before", () => {
    const rows = pastedNumbers("Name;Phone\r\n\r\nAnn;5550101\r\nBob;555-0101\r\nCid;5550102");
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["Ann", "Cid"],
    );
  });

  it("never throws, and never makes more rows than there are lines", () => {
    fc.assert(
      fc.property(fc.string(), (text) => pastedNumbers(text).length <= text.split("\n").length),
    );
  });
});
