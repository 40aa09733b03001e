import { assert } from "chai";
import { fetchCredentials } from "../../src/softphone/credentials.ts";

describe("softphone/credentials", () => {
  it("asks nobody but our own host", async () => {
    const before = performance.getEntriesByType("resource").length;
    for (const address of ["https://elsewhere.test/pw", "//elsewhere.test/pw", "data:,{}"]) {
      assert.isUndefined(await fetchCredentials(address));
    }
    assert.lengthOf(performance.getEntriesByType("resource"), before);
  });

  it("leaves it to the agent when nothing useful comes back", async () => {
    assert.isUndefined(await fetchCredentials("/no-such-path"));
    assert.isUndefined(await fetchCredentials("/context.html"));
  });
});
