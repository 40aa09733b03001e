import { assert } from "chai";
import { softphoneIn } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";
import { tonesPlayedToAgent } from "./support/tones.ts";
import { until } from "./support/until.ts";

const announcement = 659;
/** They ring for as long as anybody listens. */
const endless = { ringFor: Infinity, voice: announcement } as const;

describe("what is heard before anybody answers", () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({
      demo: {
        robots: {
          "+14155550198": { ...endless, early: "plain" },
          "+14155550199": { ...endless, early: "reliable" },
        },
      },
    });
  });
  after(() => stage.close());

  for (const [what, number] of [
    ["an announcement", "+14155550198"],
    ["an announcement that wants to be acknowledged", "+14155550199"],
  ] as const)
    it(`is ${what}: the agent hears it while it rings, and may give up`, async () => {
      const page = await stage.visit("/home");
      const phone = softphoneIn(page);
      await phone.says(/Registered/);
      await phone.dial(number);
      await phone.says(/Ringing/);
      await until(
        () => tonesPlayedToAgent(page, [announcement, 440]),
        (tones) => tones.length === 1 && tones[0] === announcement,
        { what: "the announcement" },
      );
      const ringing = stage.demo.exchange.calls().filter(({ state }) => state !== "ended");
      assert.deepEqual(
        ringing.map(({ state }) => state),
        ["ringing"],
      );
      await phone.button("Hang up").click();
      await phone.says(/Cancelled/);
      await until(
        () => stage.demo.exchange.calls(),
        (calls) => calls.every((call) => call.state === "ended"),
        { what: "the exchange to know" },
      );
      await page.close();
    });
});
