import { assert } from "chai";
import fc from "fast-check";
import { isSameRecord, longId, shortId } from "../../../src/toolkits/opencti/record-id.ts";

const id15 = fc.stringMatching(/^[A-Za-z\d]{15}$/);

describe("toolkits/opencti/record-id", () => {
  it("knows the ending of a documented Id", () => {
    assert.equal(longId("001x0000003DGQR"), "001x0000003DGQRAA4");
    assert.equal(shortId("001x0000003DGQRAA4"), "001x0000003DGQR");
  });

  it("puts right an Id whose letters changed case on the way", () => {
    assert.equal(shortId("001X0000003DGQRAA4"), "001x0000003DGQR");
    assert.equal(shortId("001x0000003dgqraa4"), "001x0000003DGQR");
    fc.assert(
      fc.property(id15, (id) => {
        assert.equal(shortId(longId(id)?.toLowerCase() ?? ""), id);
        assert.equal(shortId(longId(id)?.toUpperCase() ?? ""), id);
      }),
    );
  });

  it("takes two forms of one Id for the same, and Ids that differ in case for two", () => {
    assert.isTrue(isSameRecord("001x0000003DGQR", "001x0000003DGQRAA4"));
    assert.isTrue(isSameRecord("001x0000003DGQRAA4", "001X0000003DGQRAA4"));
    assert.isFalse(isSameRecord("001x0000003DGQR", "001x0000003DGQr"));
    assert.isFalse(isSameRecord("001x0000003DGQR", "001x0000003DGQS"));
  });

  it("finds no Id in anything else", () => {
    const others = ["", "001", "001x0000003DGQRA", "001x0000003DGQ-", "001x0000003DGQRAA9"];
    // The last one's ending makes a capital of a digit.
    for (const text of [...others, " 01x0000003DGQR", "001x0000003DGQRBAA"]) {
      assert.isUndefined(shortId(text), text);
      assert.isUndefined(longId(text), text);
      assert.isFalse(isSameRecord(text, text), text);
    }
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const short = shortId(text);
        assert.isTrue(short === undefined || /^[A-Za-z\d]{15}$/.test(short));
      }),
    );
  });
});
