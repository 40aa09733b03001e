import { assert } from "chai";
import { fieldsOf } from "../../src/base/fields.ts";

describe("base/fields", () => {
  it("are an object's own", () => {
    assert.deepEqual(fieldsOf({ a: 1, b: undefined }), { a: 1, b: undefined });
  });

  it("are none of what is no object", () => {
    for (const value of [undefined, null, 7, "text", true, () => 1])
      assert.deepEqual(fieldsOf(value), {});
  });

  it("leave what they are taken from as it is", () => {
    const from = { a: 1 };
    Object.assign(fieldsOf(from), { a: 2 });
    assert.deepEqual(from, { a: 1 });
  });
});
