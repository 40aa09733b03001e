import { assert } from "chai";
import fc from "fast-check";
import * as answers from "../../../src/toolkits/console/answer.ts";
import { ToolkitError } from "../../../src/toolkits/console/index.ts";
import { assertThrows } from "./assert-fails.ts";

const { answerOf, done, flag, json, maybeFlag, maybeNumber, maybeText } = answers;
const { name, number, records, text, texts, throwIfRefused } = answers;
const readers = {
  flag,
  json,
  maybeFlag,
  maybeNumber,
  maybeText,
  name,
  number,
  records,
  text,
  texts,
};

const answer = (value: unknown) => answerOf("getPageInfo", { value });

describe("toolkits/console/answer", () => {
  it("throws nothing but ToolkitError, whatever a field holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (value) => {
        for (const read of [...Object.values(readers), done, throwIfRefused]) {
          try {
            read({ method: "m", fields: { value, success: value } }, "value");
          } catch (error) {
            assert.instanceOf(error, ToolkitError);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("names the method and the field in its error", () => {
    try {
      number(answer("soon"), "value");
    } catch (error) {
      assert.instanceOf(error, ToolkitError);
      assert.equal(error.message, "getPageInfo: value is no number");
      return;
    }
    throw new Error("it threw nothing");
  });

  describe("answerOf", () => {
    it("takes objects only", () => {
      for (const value of [undefined, null, "", 0, true, []]) {
        assertThrows(() => answerOf("m", value), "malformed");
      }
    });
  });

  describe("done", () => {
    it("takes true, and the text of it", () => {
      assert.doesNotThrow(() => done(answerOf("m", { success: true })));
      assert.doesNotThrow(() => done(answerOf("m", { success: "true" })));
    });

    it("is refused by false, and the text of it", () => {
      assertThrows(() => done(answerOf("m", { success: false })), "refused");
      assertThrows(() => done(answerOf("m", { success: "false" })), "refused");
    });
  });

  describe("maybeText", () => {
    it("takes every way to write nothing for nothing", () => {
      for (const value of [undefined, null, "", "null", "undefined"]) {
        assert.isUndefined(maybeText(answer(value), "value"));
      }
    });

    it("takes a number of a page of Salesforce's own for text", () => {
      assert.equal(maybeText(answer(7), "value"), "7");
    });
  });

  describe("number", () => {
    it("reads text, and takes blank text for none", () => {
      assert.equal(number(answer("2.5"), "value"), 2.5);
      for (const value of [" ", "", "NaN", "Infinity", true]) {
        assertThrows(() => number(answer(value), "value"), "malformed");
      }
    });
  });

  describe("texts", () => {
    it("takes one empty text for an empty list, and nothing too", () => {
      for (const value of [[], [""], null, undefined, "", "null"]) {
        assert.deepEqual(texts(answer(value), "value"), []);
      }
    });

    it("is malformed when it is no list, or holds what is no text", () => {
      for (const value of ["scc-pt-1", {}, [{}], [["scc-pt-1"]]]) {
        assertThrows(() => texts(answer(value), "value"), "malformed");
      }
    });
  });

  describe("records", () => {
    it("reads JSON text, and takes nothing for an empty list", () => {
      assert.deepEqual(records(answer('[{"a":1}]'), "value"), [
        { method: "getPageInfo", fields: { a: 1 } },
      ]);
      assert.deepEqual(records(answer(""), "value"), []);
      assert.deepEqual(records(answer("null"), "value"), []);
    });

    it("is malformed when the text is no JSON, no list, or holds what is no object", () => {
      for (const value of ["[", "{}", "[1]", "7"]) {
        assertThrows(() => records(answer(value), "value"), "malformed");
      }
    });
  });
});
