import { assert } from "chai";
import { until } from "../e2e/support/until.ts";
import { bothHear } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";

/**
 * rtpengine sends the first packets of a key when it thinks that they are due, and the others at once: on a busy
 * machine the end of a key overtakes its beginning. A tenth of a second is not enough for a telephone to wait then.
 */
const buffered = 15;

describe("keys that the agent presses", () => {
  let office: Office;
  let agent: AtWork;

  afterEach(function () {
    return office.close({ failed: this.currentTest?.isFailed() ?? false });
  });

  async function talk(dtmf: "rtp" | "info") {
    office = await Office.open({ buffered, settings: { "/sip/dtmf": dtmf } });
    agent = await office.signIn();
    await agent.phone.says(/Registered/);
    await agent.phone.dial("desk");
    await agent.phone.says(/Connected/);
    await bothHear(office, agent);
  }

  /** Waits until the desk has read just these. */
  async function areRead(keys: string) {
    await until(
      () =>
        office.desk.events
          .filter(({ type, param }) => type === "CALL_DTMF_START" && param !== "")
          .map(({ param }) => param)
          .join(""),
      (read) => read === keys,
      { what: `the desk to read ${keys}` },
    );
  }

  async function press(keys: string) {
    await agent.phone.button("Keys").click();
    await agent.phone.root.getByRole("textbox", { name: "Keys to press" }).fill(keys);
    await agent.phone.button("Press").click();
  }

  for (const [dtmf, name] of [
    ["rtp", "in the sound (RFC 4733)"],
    ["info", "by the signalling (SIP INFO)"],
  ] as const) {
    it(`are read by the desk ${name}, single ones and pasted ones with pauses`, async () => {
      await talk(dtmf);
      await agent.phone.button("Keypad").click();
      for (const key of ["4", "2", "pound"]) await agent.phone.button(key).click();
      await areRead("42#");
      await press("19w*0");
      await areRead("42#19*0");
      const byInfo = office.kamailio.log.match(/KEY/g)?.length ?? 0;
      assert.equal(byInfo, dtmf === "info" ? 7 : 0);
      await bothHear(office, agent);
    });
  }
});
