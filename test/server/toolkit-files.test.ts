import { assert } from "chai";
import { toolkitFile } from "../../src/server/toolkit-files.ts";

describe("server/toolkit-files", () => {
  it("serves our stand-ins at Salesforce's addresses, at any API version", () => {
    assert.deepEqual(toolkitFile("/support/api/66.0/interaction.js", { standIns: "/built" }), {
      folder: "/built",
      name: "stand-in-interaction.js",
    });
    assert.deepEqual(toolkitFile("/support/console/57.0/integration.js?x=1", { standIns: "/b" }), {
      folder: "/b",
      name: "stand-in-integration.js",
    });
  });

  it("serves an org's own files in their place", () => {
    const folders = { standIns: "/built", own: "/mine" };
    assert.deepEqual(toolkitFile("/support/api/31.0/interaction.js", folders), {
      folder: "/mine",
      name: "interaction.js",
    });
  });

  it("serves nothing else below /support", () => {
    for (const url of ["/support/api/66.0/../secret.js", "/support/api/66/interaction.js"]) {
      assert.isUndefined(toolkitFile(url, { standIns: "/built", own: "/mine" }), url);
    }
  });
});
