import { assert } from "chai";
import { StandaloneHost } from "../../../src/host/standalone/standalone-host.ts";
import { describeHost } from "../../contracts/host-contract.ts";

const makeHost = () => new StandaloneHost(() => Promise.resolve({ "/sip/domain": "demo.test" }));

describeHost("host/standalone", makeHost);

describe("host/standalone/standalone-host", () => {
  it("has the settings that are kept for it", async () => {
    assert.deepEqual(await makeHost().readSettings(), { "/sip/domain": "demo.test" });
  });

  it("is always seen, finds nobody and saves nothing", async () => {
    const host = makeHost();
    assert.isTrue(await host.isVisible());
    assert.deepEqual(await host.findAndPop(), { records: [] });
    const error = await host.saveCall().catch((reason: unknown) => reason);
    assert.include(error, { code: "unsupported" });
  });
});
