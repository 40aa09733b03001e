import { assert } from "chai";
import fc from "fast-check";
import { encodeParams, wellFormed } from "../../../src/toolkits/opencti/params.ts";
import { FakeSalesforce, toolkitOver } from "./fake-salesforce.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("&", "=", "%", ";", ":", "+", " ", "\n", "é", "😀", "a") }),
  // Halves of surrogate pairs, as cutting a text leaves them.
  fc.array(fc.integer({ min: 0xd7ff, max: 0xe000 })).map((units) => String.fromCharCode(...units)),
);

/** How a host takes the pairs apart again. */
function taken(params: string): [string, string][] {
  if (params === "") return [];
  return params.split("&").map((pair) => {
    const parts = pair.split("=").map((part) => decodeURIComponent(part));
    assert.lengthOf(parts, 2);
    const [name = "", value = ""] = parts;
    return [name, value];
  });
}

describe("toolkits/opencti/params", () => {
  it("encodes what would break pairs apart, and nothing else", () => {
    const encoded = encodeParams({ Subject: "A&B = 100% + 1; (212) 555: é" });
    assert.equal(encoded, "Subject=A%26B %3D 100%25 %2B 1; (212) 555: é");
  });

  it("comes back as it was, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), text)), (pairs) => {
        const fields = Object.fromEntries(pairs);
        const expected = Object.entries(fields).map((pair) => pair.map(wellFormed));
        assert.deepEqual(taken(encodeParams(fields)), expected as [string, string][]);
      }),
    );
  });

  it("comes back from a host that takes + for a blank as well", () => {
    fc.assert(
      fc.property(text, (value) => {
        assert.equal(new URLSearchParams(encodeParams({ a: value })).get("a"), wellFormed(value));
      }),
    );
  });

  it("makes text that the vendor's script can encode", () => {
    assert.equal(wellFormed("cut \ud83d"), "cut \ufffd");
    assert.equal(wellFormed("whole 😀"), "whole 😀");
    fc.assert(
      fc.property(text, (value) => {
        assert.isString(encodeURIComponent(wellFormed(value)));
        assert.isString(encodeURIComponent(encodeParams({ value })));
      }),
    );
  });

  it("carries a huge note", () => {
    const note = "&=%😀".repeat(200_000);
    assert.deepEqual(taken(encodeParams({ Description: note })), [["Description", note]]);
  });

  it("keeps every text sent to the vendor encodable", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const fake = new FakeSalesforce(() => ({ result: "{}" }));
        const { interaction, cti, entityFeed } = toolkitOver(fake);
        await Promise.allSettled([
          interaction.screenPop(value),
          interaction.searchAndScreenPop(value, { queryParams: value }),
          interaction.searchAndGetScreenPopUrl(value),
          interaction.saveLog(value, { [value]: value }),
          interaction.runApex(value, value, { [value]: value }),
          interaction.refreshRelatedList(value),
          cti.getDirectoryNumbers({ callCenterName: value }),
          entityFeed.refreshObject(value),
        ]);
        const texts = fake.calls
          .flatMap(({ args }) => args)
          .filter((arg) => typeof arg === "string");
        assert.lengthOf(fake.calls, 8);
        for (const sent of texts) assert.isString(encodeURIComponent(sent));
      }),
    );
  });
});
