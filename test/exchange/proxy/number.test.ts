import { assert } from "chai";
import { normaliseNumber } from "../../../src/exchange/proxy/number.ts";

describe("exchange/proxy/number normaliseNumber", () => {
  const spellings = [
    "+14155550142",
    "4155550142",
    "14155550142",
    "(415) 555-0142",
    "415.555.0142",
    "+1 (415) 555-0142",
  ];
  for (const spelling of spellings) {
    it(`knows ${spelling}`, () => {
      assert.equal(normaliseNumber(spelling), "+14155550142");
    });
  }

  it("reads international prefixes", () => {
    assert.equal(normaliseNumber("011 44 20 7946 0018"), "+442079460018");
    assert.equal(normaliseNumber("00442079460018"), "+442079460018");
  });

  it("leaves short numbers and names alone", () => {
    for (const other of ["600", "911", "agent", "", "0", "sales-desk"]) {
      assert.equal(normaliseNumber(other), other);
    }
  });
});
