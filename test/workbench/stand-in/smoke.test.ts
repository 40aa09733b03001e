import { assert } from "chai";
import { Stage } from "../stage.ts";

describe("workbench/stand-in", () => {
  it("talks to the host through a real frame", async () => {
    using stage = new Stage();
    const phone = stage.softphone();
    assert.include(await phone.ask("isInConsole"), { result: true });
    const opened = await phone.askConsole(
      "openPrimaryTab",
      [null, "/003x0000001ADAAAA0", true, "Ada", "x"],
      4,
    );
    assert.deepEqual(opened, { success: true, id: "scc-pt-1" });
  });
});
