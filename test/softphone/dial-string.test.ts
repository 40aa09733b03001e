import { assert } from "chai";
import { dialString, isInternal } from "../../src/softphone/dial-string.ts";

const plain = { reqOutsidePrefix: "", reqLongDistPrefix: "", reqInternationalPrefix: "" };
const prefixes = { reqOutsidePrefix: "9", reqLongDistPrefix: "1", reqInternationalPrefix: "011" };

describe("softphone/dial-string", () => {
  for (const [written, dialled] of [
    ["(415) 555-0101", "4155550101"],
    [" +1 415.555.0101 ", "+14155550101"],
    ["415 555 0101 x136", "4155550101"],
    ["415-555-0101 ext. 136", "4155550101"],
    ["600", "600"],
    ["*97#", "*97#"],
    ["agent2", "agent2"],
    ["sip:anna@example.com", "sip:anna@example.com"],
    ["anna@example.com", "anna@example.com"],
    ["n/a", ""],
    ["", ""],
    ["<script>", ""],
  ] as const) {
    it(`makes ${dialled || "nothing"} of ${written || "nothing"}`, () => {
      assert.equal(dialString(written, plain), dialled);
    });
  }

  for (const [written, dialled] of [
    ["+44 20 7946 0958", "9011442079460958"],
    ["(415) 555-0101", "914155550101"],
    ["555-0101", "95550101"],
    ["600", "600"],
    ["*97", "*97"],
  ] as const) {
    it(`puts the administrator's prefixes before ${written}`, () => {
      assert.equal(dialString(written, prefixes), dialled);
    });
  }

  it("dials the + where no international prefix is set", () => {
    assert.equal(dialString("+44 20", { ...plain, reqOutsidePrefix: "0" }), "0+4420");
  });

  it("tells colleagues from the rest", () => {
    for (const number of ["600", "agent2", "sip:agent2@demo.test"])
      assert.isTrue(isInternal(number));
    for (const number of ["5550101", "+4930", "sip:4155550101@demo.test"]) {
      assert.isFalse(isInternal(number));
    }
  });
});
