import { assert } from "chai";
import { isInternal } from "../../src/numbers/internal.ts";

describe("numbers/internal", () => {
  it("tells colleagues from the rest", () => {
    for (const number of ["600", "agent2", "sip:agent2@demo.test"])
      assert.isTrue(isInternal(number));
    for (const number of ["5550101", "+4930", "sip:4155550101@demo.test"]) {
      assert.isFalse(isInternal(number));
    }
  });
});
