import { assert } from "chai";
import { until } from "../e2e/support/until.ts";
import { GapWatch } from "./support/gap-watch.ts";
import { bothHear } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";

const loads = Number(process.env.LOADS ?? 10);

describe("page loads during a call through Kamailio", () => {
  let office: Office;
  let agent: AtWork;
  let failed = false;

  before(async () => {
    office = await Office.open();
    agent = await office.signIn();
    await agent.phone.says(/Registered/);
  });
  afterEach(function () {
    failed ||= this.currentTest?.isFailed() ?? false;
  });
  after(() => office.close({ failed }));

  it(`leave the call up ${loads} times, with one registration`, async function () {
    this.timeout(60_000 + loads * 10_000);
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
    const watch = new GapWatch(() => office.desk.heard);
    const gaps: number[] = [];
    try {
      for (let load = 0; load < loads; load++) {
        await agent.page
          .getByRole("navigation", { name: "Tabs" })
          .getByRole("link", { name: load % 2 === 0 ? "Contacts" : "Home", exact: true })
          .click();
        await agent.page.waitForURL(load % 2 === 0 ? /\/(?!home)\w+/ : /\/home/);
        await bothHear(office, agent);
        gaps.push(watch.take());
      }
    } finally {
      watch.close();
      const sorted = [...gaps].sort((one, other) => one - other);
      const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
      process.stdout.write(
        `      gaps at the desk, ms: ${gaps.join(" ")}; median ${at(0.5)}, 95 % ${at(0.95)}\n`,
      );
    }
    await agent.phone.says(/Connected/);
    assert.lengthOf(office.kamailio.registrations("agent"), 1);
    assert.lengthOf(await office.kamailio.contacts("agent"), 1);
    const ended = office.desk.events.filter(({ type }) => type === "CALL_CLOSED");
    assert.isEmpty(ended);
    // By key: what a page load brings to the softphone and takes away again moves the button under a mouse.
    await agent.phone.button("Hang up").press("Enter");
    await agent.phone.says(/You hung up/);
    await office.desk.event("CALL_CLOSED");
    await agent.phone.says(/You hung up/);
    await until(
      () => office.rtpengine.log.match(/Received command 'delete'/g)?.length ?? 0,
      (count) => count === 1,
      { what: "rtpengine to be told to forget the one call" },
    );
  });
});
