import { readFile } from "node:fs/promises";
import { assert } from "chai";
import { manualFile, writeManual } from "../../scripts/manual.js";

describe("explorer/manual.json", () => {
  it("is what the toolkits' comments and types make", async () => {
    const kept = await readFile(manualFile, "utf8");
    assert.isTrue(kept === (await writeManual()), "run: node scripts/manual.js");
  });
});
