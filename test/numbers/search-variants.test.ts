import { assert } from "chai";
import { libphonenumber } from "../../src/numbers/libphonenumber.ts";
import { searchVariants } from "../../src/numbers/search-variants.ts";

const plain = ["+14155550101", "14155550101", "4155550101", "(415) 555-0101"];

describe("numbers/search-variants", () => {
  for (const [number, variants] of [
    ["+14155550101", plain],
    ["4155550101", ["4155550101", "(415) 555-0101"]],
    ["+442079460958", ["+442079460958", "442079460958", "2079460958"]],
    ["agent2", ["agent2"]],
    ["sip:600@example.com", ["600"]],
  ] as const) {
    it(`looks for ${number} without numbering plans`, () => {
      assert.deepEqual([...searchVariants(number)], [...variants]);
    });
  }

  for (const [number, homeCountry, variants] of [
    ["+14155550101", "US", [...plain, "+1 415 555 0101"]],
    [
      "4155550101",
      "US",
      ["4155550101", "+14155550101", "14155550101", "(415) 555-0101", "+1 415 555 0101"],
    ],
    [
      "14155550101",
      "",
      ["14155550101", "+14155550101", "4155550101", "(415) 555-0101", "+1 415 555 0101"],
    ],
    [
      "02079460958",
      "GB",
      [
        "02079460958",
        "+442079460958",
        "442079460958",
        "2079460958",
        "020 7946 0958",
        "+44 20 7946 0958",
      ],
    ],
  ] as const) {
    it(`looks for ${number} as it is written in ${homeCountry || "no country"}`, () => {
      const found = searchVariants(number, { plans: libphonenumber, homeCountry });
      assert.deepEqual([...found], [...variants]);
    });
  }
});
