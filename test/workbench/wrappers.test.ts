import { assert } from "chai";
import { ConsoleLink } from "../../src/toolkits/console/index.ts";
import { Cti, Interaction } from "../../src/toolkits/opencti/index.ts";
import { ToolkitError } from "../../src/toolkits/toolkit-error.ts";
import { scenarioIn } from "../../src/workbench/scenarios/scenarios.ts";
import { chapters } from "../toolkits/console/kit.ts";
import { ada } from "./fake-store.ts";
import { Stage } from "./stage.ts";

/** Our own wrappers over the stand-ins, in a frame of a played Salesforce. */
function wrapped(stage: Stage, { timeout = 5_000 } = {}) {
  const { interaction, console } = stage.softphone();
  const link = new ConsoleLink(() => undefined, { timeout, vendor: () => console });
  return {
    interaction: new Interaction(interaction, { timeout }),
    cti: new Cti(interaction.cti, { timeout }),
    ...{ console: chapters(link) },
  };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "none";
  } catch (error) {
    return error instanceof ToolkitError ? error.code : String(error);
  }
}

describe("workbench, as our wrappers see it", () => {
  it("pops, saves and tells the page", async () => {
    using stage = new Stage();
    const { interaction } = wrapped(stage);
    assert.isTrue(await interaction.isInConsole());
    const { records } = await interaction.searchAndScreenPop("4155550101");
    assert.lengthOf(records, 1);
    const { record } = await interaction.getPageInfo();
    assert.equal(record?.objectName, "Ada");
    const notes = "50% & more; a=b:c ü 🤙";
    assert.equal(
      await interaction.saveLog("Task", { Subject: notes, WhoId: ada.Id }),
      "00Tx00000012345",
    );
    assert.deepEqual(stage.store.saved[0]?.fields, { Subject: notes, WhoId: ada.Id });
  });

  it("tells settings, layout and clicks", async () => {
    using stage = new Stage();
    const { cti } = wrapped(stage);
    assert.include(await cti.getCallCenterSettings(), {
      "/reqGeneralInfo/reqInternalName": "Demo",
    });
    assert.isDefined((await cti.getSoftphoneLayout()).Inbound);
    const clicked = new Promise((resolve) => {
      cti.onClickToDial(resolve);
    });
    await cti.enableClickToDial();
    stage.salesforce.clickToDial({ number: "415", recordId: ada.Id });
    assert.deepInclude(await clicked, { number: "415" });
  });

  it("opens tabs and tells of them", async () => {
    using stage = new Stage();
    const { console } = wrapped(stage);
    assert.deepEqual(await console.primaryTabs.getPrimaryTabIds(), []);
    const focused = new Promise((resolve) => {
      console.primaryTabs.onFocusedPrimaryTab(resolve);
    });
    const id = await console.primaryTabs.openPrimaryTab(`/${ada.Id}`, { label: "Ada" });
    assert.equal(id, "scc-pt-1");
    assert.deepInclude(await focused, { id });
    assert.deepEqual(await console.primaryTabs.getPrimaryTabIds(), [id]);
  });

  it("dresses the button, and sets the presence", async () => {
    using stage = new Stage();
    const { console } = wrapped(stage);
    await console.button.setCustomConsoleComponentButtonText("Ringing");
    assert.equal(stage.salesforce.softphone.value.button.text, "Ringing");
    const status = await console.presence.setServicePresenceStatus("0N5j00000008QNQ");
    assert.deepInclude(status, { statusName: "Available" });
  });

  it("is refused, waits in vain or reads what is left, where a scenario says so", async () => {
    const scenario = (name: string) =>
      scenarioIn(`?scenario=${name}`) ?? { name, title: "", story: "" };
    using refusing = new Stage({ scenario: scenario("answers-with-error") });
    const { interaction, console } = wrapped(refusing);
    assert.equal(await codeOf(interaction.screenPop("/003")), "refused");
    assert.equal(await codeOf(console.primaryTabs.openPrimaryTab("/003")), "refused");
    using silent = new Stage({ scenario: scenario("never-answers") });
    assert.equal(
      await codeOf(wrapped(silent, { timeout: 1 }).interaction.isInConsole()),
      "timeout",
    );
    using malformed = new Stage({ scenario: scenario("malformed-settings") });
    assert.deepEqual(await wrapped(malformed).cti.getCallCenterSettings(), {
      "/internalNameLabel": "InternalName",
    });
    using odd = new Stage({ scenario: scenario("save-log-result-is-id") });
    assert.equal(
      await wrapped(odd).interaction.saveLog("Task", { Subject: "x" }),
      "00Tx00000012345",
    );
  });
});
