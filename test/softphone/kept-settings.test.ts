import { assert } from "chai";
import { keptSettings } from "../../src/softphone/kept-settings.ts";

const file = (value: unknown) =>
  `data:application/json,${encodeURIComponent(JSON.stringify(value))}`;

describe("softphone/kept-settings", () => {
  it("brings the texts of the file, and nothing else of it", async () => {
    const kept = await keptSettings(file({ "/sip/domain": "demo.test", "/sip/servers": ["no"] }));
    assert.deepEqual(kept, { "/sip/domain": "demo.test" });
  });

  it("brings nothing when there is no file, or no settings in it", async () => {
    for (const path of ["/no-such-path", "data:text/html,<p>", file(null), file("text")]) {
      assert.deepEqual(await keptSettings(path), {});
    }
  });
});
