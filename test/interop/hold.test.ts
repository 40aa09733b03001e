import { assert } from "chai";
import { hertz } from "./support/furnish.ts";
import { GapWatch } from "./support/gap-watch.ts";
import { agentHears, bothHear, telephoneHearsNothing } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";

describe("between the softphone and a telephone behind Kamailio", () => {
  let office: Office;
  let agent: AtWork;

  async function talk(options: { readonly wiretapped: boolean }) {
    office = await Office.open(options);
    agent = await office.signIn();
    await agent.phone.says(/Registered/);
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
  }
  afterEach(function () {
    return office.close({ failed: this.currentTest?.isFailed() ?? false });
  });

  it("hold is silence until the agent resumes, over a page load too", async () => {
    await talk({ wiretapped: true });
    await bothHear(office, agent);
    await agent.phone.button("Hold").click();
    await agent.phone.says(/On hold/);
    await agentHears(agent, []);
    await telephoneHearsNothing(office.desk);
    await agent.phone.button("Resume").click();
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);

    await agent.phone.button("Hold").click();
    await agent.phone.says(/On hold/);
    const { agreements } = office.kamailio;
    await agent.page.reload();
    await office.agreesAgain(agreements);
    await agent.phone.says(/On hold/);
    await agentHears(agent, []);
    await telephoneHearsNothing(office.desk);
    // By key: what a page load brings to the softphone and takes away again moves the button under a mouse.
    await agent.phone.button("Resume").press("Enter");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
  });

  it("hold by the desk is said to the agent, and ends when the desk resumes", async () => {
    await talk({ wiretapped: true });
    await bothHear(office, agent);
    office.desk.hold();
    await agent.phone.says(/The other side has put you on hold/);
    await agentHears(agent, []);
    await telephoneHearsNothing(office.desk);
    office.desk.resume();
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
  });

  it("mute is not hold: the agent hears, and is not heard", async () => {
    await talk({ wiretapped: false });
    await bothHear(office, agent);
    const watch = new GapWatch(() => office.desk.heard);
    try {
      await agent.phone.button("Mute").click();
      await telephoneHearsNothing(office.desk);
      await agentHears(agent, [hertz.desk]);
      assert.isBelow(watch.take(), 1_000, "packets go on");
    } finally {
      watch.close();
    }
    await agent.phone.button("Mute").click();
    await bothHear(office, agent);
  });
});
