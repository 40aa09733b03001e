import { assert } from "chai";
import fc from "fast-check";
import { decodeFlat, encodeFlat } from "../../../src/workbench/wire/flat.ts";
import { decodeRequest, describeMessage } from "../../../src/workbench/wire/formats.ts";
import { WireError } from "../../../src/workbench/wire/payload.ts";
import { decodeTyped, encodeTyped } from "../../../src/workbench/wire/typed.ts";

/** Any text but lone surrogates, which no encoding can carry. */
const text = fc.string({ unit: "grapheme", maxLength: 200 });
const key = fc.stringMatching(/^[A-Za-z_]\w{0,20}$/).filter((name) => name !== "__proto__");
/** A list of one empty text and an empty list look the same. */
const list = fc.array(text).filter((texts) => texts.length !== 1 || texts[0] !== "");
const hard = fc.constantFrom("", "&=%;:+", "a=b&c", "null", "ü ✓ 🤙", "%41", "x".repeat(100_000));

describe("workbench/wire", () => {
  describe("flat", () => {
    it("reads what it wrote, whatever the text", () => {
      fc.assert(
        fc.property(fc.dictionary(key, fc.oneof(text, hard)), (values) => {
          assert.deepEqual(Object.fromEntries(decodeFlat(encodeFlat(values))), { ...values });
        }),
      );
    });

    it("cuts a value at a second equals sign, as Salesforce's parser does", () => {
      assert.equal(decodeFlat("a=1=2").get("a"), "1");
    });

    it("takes the last of two equal names", () => {
      assert.equal(decodeFlat("a=1&a=2").get("a"), "2");
    });
  });

  describe("typed", () => {
    it("reads what it wrote, whatever the values", () => {
      const value = fc.oneof(text, hard, fc.boolean(), list);
      fc.assert(
        fc.property(fc.dictionary(key, value, { minKeys: 1 }), (values) => {
          assert.deepEqual(Object.fromEntries(decodeTyped(encodeTyped(values))), { ...values });
        }),
      );
    });

    it("reads an empty list as empty", () => {
      assert.deepEqual(decodeTyped("ids=a:").get("ids"), []);
    });

    it("refuses values without a type", () => {
      for (const bad of ["", "a", "a=b", "a=x:b", "a=s:%"]) {
        assert.throws(() => decodeTyped(bad), WireError);
      }
    });
  });

  describe("decodeRequest", () => {
    it("never throws, whatever arrives", () => {
      const prefix = fc.constantFrom(
        "",
        "interactionApi/",
        "integrationApi/",
        "entityFeedApi/",
        "method=",
      );
      const noise = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.json(), hard);
      fc.assert(
        fc.property(prefix, noise, (start, rest) => {
          describeMessage(start + rest);
          const request = decodeRequest(start + rest);
          assert.isTrue(request instanceof WireError || typeof request.method === "string");
        }),
      );
    });

    it("answers script 25.0 without the prefix it does not know", () => {
      const request = decodeRequest("method=screenPop_3&targetUrl=%2F003&nonce=n");
      assert.notInstanceOf(request, WireError);
      if (request instanceof WireError) return;
      assert.equal(request.reply({ result: true }), "method=screenPop_3&result=true");
    });
  });
});
