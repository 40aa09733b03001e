import { assert } from "chai";
import { searchTerms } from "../../../src/host/classic/search-terms.ts";

describe("host/classic/search-terms", () => {
  for (const [number, terms] of [
    ["+14155550101", "+14155550101 OR 14155550101 OR 4155550101 OR (415) 555-0101"],
    ["4155550101", "4155550101 OR (415) 555-0101"],
    ["+442079460958", "+442079460958 OR 442079460958 OR 2079460958"],
    ["sip:4155550101@demo.test", "4155550101 OR (415) 555-0101"],
    ["600", "600"],
    ["agent2", "agent2"],
  ] as const) {
    it(`finds ${number} however it is written`, () => {
      assert.equal(searchTerms(number), terms);
    });
  }
});
