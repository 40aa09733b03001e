import { assert } from "chai";
import { users } from "./support/furnish.ts";
import { Office, type AtWork } from "./support/office.ts";
import { Gateway } from "./support/sipp.ts";

const credentials = "/credentials-for-each-page";

describe("a line that lives in the page, at a page load", () => {
  let office: Office;
  let agent: AtWork;
  let gateway: Gateway | undefined;
  let failed = false;

  before(async () => {
    office = await Office.open({ empty: true, settings: { "/sip/credentialsUrl": credentials } });
    const { agent: browser } = office.stage;
    await browser.addInitScript(() => Reflect.deleteProperty(window, "SharedWorker"));
    await browser.route(`**${credentials}`, (route) =>
      route.fulfill({ json: { user: "agent", password: users.agent } }),
    );
    agent = await office.comeIn();
    await agent.phone.says(/Registered/);
  });
  afterEach(async function () {
    failed ||= this.currentTest?.isFailed() ?? false;
    await gateway?.close();
  });
  after(() => office.close({ failed }));

  async function callAndReload(scenario: string) {
    gateway = Gateway.play(scenario, office, 2);
    await agent.phone.dial("9001");
    await agent.phone.says(/Connected/);
    await agent.page.reload();
    return gateway;
  }

  it("asks the other side to go on with the next page, by the names of the call as that side knows them", async () => {
    const other = await callAndReload("taken-over");
    await office.agreesAgain(1);
    await agent.phone.says(/Connected/);
    // By key: what a page load brings to the softphone and takes away again moves the button under a mouse.
    await agent.phone.button("Hang up").press("Enter");
    await other.succeeded();
    const [[id, ours, theirs] = []] = office.kamailio.dialogs;
    assert.equal(other.log.trim(), `${id};to-tag=${theirs};from-tag=${ours}`);
    await agent.phone.says(/You hung up/);
  });

  it("says so in words where the other side does not know how, and leaves the end to the agent", async () => {
    const other = await callAndReload("not-taken-over");
    await agent.phone.root
      .getByText("No sound: the other side refused to go on after the page change (420).")
      .first()
      .waitFor();
    await other.succeeded();
    await agent.phone.button("Hang up").press("Enter");
    await agent.phone.button("Hang up").waitFor({ state: "detached" });
  });
});
