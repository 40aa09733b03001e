import { assert } from "chai";
import { attachedFacts, attachedRecord } from "../../../src/softphone/popping/attached.ts";
import { aCall } from "../fakes/fake-link.ts";

const settings = {
  attached: [
    ["Case", "X-Case"],
    ["Account", "X-Customer"],
    ["Queue", "X-Queue"],
  ],
} as const;
const withData = (attached: Record<string, string>) => aCall({ attached });

describe("softphone/popping/attached", () => {
  it("names the first record that came along, however its header is written", () => {
    const call = withData({ "x-customer": "Acme & Söhne", "X-CASE": " 00001002 " });
    assert.deepEqual(attachedRecord(call, settings), { object: "Case", text: "00001002" });
  });

  it("names none where nothing came, or nothing is meant by it", () => {
    assert.isUndefined(attachedRecord(aCall(), settings));
    assert.isUndefined(attachedRecord(withData({ "X-Other": "1", "X-Queue": "Sales" }), settings));
  });

  for (const value of [
    "https://evil.test/",
    "//evil.test",
    "/003000000000001",
    "javascript:alert(1)",
    "www.evil.test/x",
    "1002 OR 1003",
    "1002* ",
    '"><img src=x onerror=alert(1)>',
    "%2F%2Fevil.test",
    "x".repeat(81),
    "",
  ])
    it(`never looks for ${value.slice(0, 30) || "nothing"}`, () => {
      assert.isUndefined(attachedRecord(withData({ "X-Case": value }), settings));
    });

  it("tells facts of the call as they came", () => {
    const queue = "Sales <b>& more</b>";
    assert.deepEqual(attachedFacts(withData({ "X-Queue": queue }), settings), [
      { fact: "queue", value: queue },
    ]);
  });
});
