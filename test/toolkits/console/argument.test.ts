import { assert } from "chai";
import { asText, carried } from "../../../src/toolkits/console/argument.ts";

describe("toolkits/console/argument", () => {
  it("leaves booleans and whole text as they are", () => {
    assert.deepEqual([true, false, "", "a & b"].map(carried), [true, false, "", "a & b"]);
  });

  it("makes numbers text, also in lists and objects", () => {
    assert.equal(carried(0), "0");
    assert.deepEqual(carried([1, "2"]), ["1", "2"]);
    assert.deepEqual(carried({ most: 3 }), { most: "3" });
  });

  it("throws for numbers that are not finite", () => {
    for (const value of [NaN, Infinity, -Infinity]) assert.throws(() => carried(value), TypeError);
  });

  it("leaves null and undefined out, and keeps the places of a list", () => {
    assert.isUndefined(carried(null));
    assert.deepEqual(carried({ tabId: null, region: undefined }), {});
    assert.deepEqual(carried(["a", null, "c"]), ["a", "", "c"]);
  });

  it("writes an object as JSON only when the call is made", () => {
    const message = { number: "1" };
    const later = asText(message);
    message.number = "2";
    assert.equal(carried(later), '{"number":"2"}');
  });
});
