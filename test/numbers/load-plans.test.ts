import { assert } from "chai";
import { loadPlans } from "../../src/numbers/load-plans.ts";

describe("numbers/load-plans", () => {
  it("knows countries by code and by name", async () => {
    const plans = await loadPlans();
    for (const text of ["GB", "gb ", "United Kingdom", "UK"]) {
      assert.equal(plans?.countryOf(text), "GB");
    }
    assert.equal(plans?.countryOf("Cura\u00e7ao"), "CW");
    assert.isUndefined(plans?.countryOf("Nowhere"));
  });

  it("is loaded once", () => {
    assert.strictEqual(loadPlans(), loadPlans());
  });
});
