import { assert } from "chai";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { itBeginsEarly } from "../e2e/support/begins-early.ts";
import type { SoftphonePage } from "../e2e/support/desk.ts";
import { until } from "../e2e/support/until.ts";
import { Office, type AtWork } from "./support/office.ts";
import { Gateway } from "./support/sipp.ts";

const scenarios = readdirSync(join(import.meta.dirname, "sipp")).map((file) => file.slice(0, -4));

/** How the agent takes part where that is not: answers, or hangs up what was answered. */
const otherwise: Readonly<Record<string, "ringsOnly" | "refused" | "givesUp">> = {
  "caller-gives-up-at-once": "ringsOnly",
  "caller-gives-up-while-ringing": "ringsOnly",
  "called-answers-given-up": "givesUp",
  "called-unheard-of-status": "refused",
};

describe("what a carrier's gateway sends", () => {
  let office: Office;
  let agent: AtWork;
  let gateway: Gateway | undefined;
  let failed = false;

  before(async () => {
    office = await Office.open();
    agent = await office.signIn();
    await agent.phone.says(/Registered/);
  });
  afterEach(async function () {
    failed ||= this.currentTest?.isFailed() ?? false;
    await gateway?.close();
    // What one test leaves behind is not the next one's failure. A call may end before it is hung up.
    for (const button of await agent.phone.button("Hang up").all())
      await button.click({ timeout: 2_000 }).catch(() => undefined);
  });
  after(() => office.close({ failed }));

  for (const scenario of scenarios.filter((name) => name.startsWith("caller"))) {
    it(`${scenario}: leaves nothing ringing`, async () => {
      gateway = Gateway.play(scenario, office);
      if (otherwise[scenario] !== "ringsOnly") await agent.phone.button("Answer").click();
      await gateway.succeeded();
      await isQuiet(agent.phone);
    });
  }

  for (const scenario of scenarios.filter((name) => name.startsWith("called"))) {
    it(`${scenario}: is put up with`, async () => {
      gateway = Gateway.play(scenario, office);
      await agent.phone.dial("9001");
      if (otherwise[scenario] !== "refused") {
        await agent.phone.says(otherwise[scenario] === "givesUp" ? /Ringing/ : /Connected/);
        await agent.phone.button("Hang up").click();
      }
      await gateway.succeeded();
      await isQuiet(agent.phone);
    });
  }

  itBeginsEarly("refreshed: is told after 45 seconds that the call is up", () =>
    Office.during({ empty: true }, async (own) => {
      const { phone } = await own.signIn();
      await phone.says(/Registered/);
      const refreshed = Gateway.play("refreshed", own);
      try {
        await phone.dial("9001");
        await phone.says(/Connected/);
        await until(
          () => own.kamailio.log.includes("REFRESH"),
          (seen) => seen,
          { what: "an UPDATE", seconds: 60 },
        );
        await phone.button("Hang up").click();
        await refreshed.succeeded();
        await isQuiet(phone);
      } finally {
        await refreshed.close();
      }
    }),
  );

  it("leaves a phone that calls and talks as before", async () => {
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await agent.phone.button("Hang up").click();
    await isQuiet(agent.phone);
    assert.lengthOf(await office.kamailio.contacts("agent"), 1);
    assert.lengthOf(office.kamailio.registrations("agent"), 1);
  });

  /** Nothing rings, and no call is up. */
  async function isQuiet(phone: SoftphonePage): Promise<void> {
    await until(
      async () => [await phone.button("Answer").count(), await phone.button("Hang up").count()],
      ([ringing, up]) => ringing === 0 && up === 0,
      { what: "the phone to be quiet" },
    );
  }
});
