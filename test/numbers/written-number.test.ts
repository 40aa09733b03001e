import { assert } from "chai";
import { readNumber } from "../../src/numbers/written-number.ts";

describe("numbers/written-number", () => {
  for (const [written, digits, afterAnswer = "", leftOut = ""] of [
    ["(415) 555-0101 x136", "4155550101", ",136"],
    ["415-555-0101 ext. 136", "4155550101", ",136"],
    ["4155550101ext136", "4155550101", ",136"],
    ["(415) 555-0101 (ext 136)", "4155550101", ",136"],
    ["(415) 555-0101 #136", "4155550101", ",136"],
    ["tel:+1-415-555-0101;ext=136", "14155550101", ",136"],
    ["tel:+14155550101;phone-context=example.com", "14155550101"],
    ["4155550101,,136#", "4155550101", ",,136#"],
    ["4155550101p1w2", "4155550101", "p1w2"],
    ["x204", "204"],
    ["ext 204", "204"],
    ["*97#1", "*97#1"],
    ["1-800-FLOWERS", "18003569377"],
    ["1-800-GO-FEDEX", "18004633339"],
    ["415-555-HELP", "4155554357"],
    ["415 555 0101 MOBILE", "4155550101", "", "MOBILE"],
    ["1-415-555-0101 (ask for Kim)", "14155550101", "", "ask for Kim"],
    ["(415) 555-0101 (after 5)", "4155550101", "", "after 5"],
    ["030/23125 000", "03023125000"],
    ["\u202a+1\u00a0415\u2011555\u20110101\u202c", "14155550101"],
    ["\u0664\u0661\u0665\u0665\u0665\u0665\u0660\u0661\u0660\u0661", "4155550101"],
    ["\uff14\uff11\uff15\uff15\uff15\uff15\uff10\uff11\uff10\uff11", "4155550101"],
  ] as const) {
    it(`reads ${written}`, () => {
      assert.include(readNumber(written), { kind: "number", digits, afterAnswer, leftOut });
    });
  }

  it("takes several numbers apart", () => {
    assert.deepEqual(readNumber("415 555 0101, 415 555 0102"), {
      kind: "several",
      texts: ["415 555 0101", "415 555 0102"],
    });
  });

  it("sees the plus in brackets, and none inside a number", () => {
    assert.propertyVal(readNumber("(+44) 20 7946 0958"), "plus", true);
    assert.propertyVal(readNumber("00+442079460958"), "plus", false);
  });
});
