import { signal } from "@preact/signals";
import { assert } from "chai";
import type { PresenceSnapshot } from "../../../src/line/protocol.ts";
import { PresenceBar } from "../../../src/ui/day/PresenceBar.tsx";
import { aSoftphone, type TestedSoftphone } from "../../softphone/fakes/a-softphone.ts";
import { FakeLink } from "../../softphone/fakes/fake-link.ts";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

const chosen = { ready: true, by: "agent" } as const;
const wrapUp: PresenceSnapshot = {
  ...{ phase: "wrapUp", since: 0, until: 95_000, calls: ["call-1"] },
  chosen,
};

async function shown(phone: TestedSoftphone, width = 200): Promise<Stage> {
  await until(() => phone.app.day.value && phone.app.crm.settings.value);
  return new Stage(<PresenceBar app={{ ...phone.app, now: signal(30_000) }} />, width);
}

describe("ui/day/PresenceBar", () => {
  it("lets the agent say that they are not ready, and why", async () => {
    const link = new FakeLink({ presence: { phase: "ready", since: 0, chosen } });
    using phone = aSoftphone({ link });
    using stage = await shown(phone);
    const choice = stage.one("select");
    assert.instanceOf(choice, HTMLSelectElement);
    choice.value = "not Lunch";
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    assert.deepInclude(link.sentOf("setAvailability")[0]?.availability, { reason: "Lunch" });
    await stage.isAccessible();
  });

  for (const width of [200, 400]) {
    it(`counts the wrap-up down, extends and ends it, at ${width} pixels`, async () => {
      const link = new FakeLink({ presence: wrapUp });
      using phone = aSoftphone({ link });
      using stage = await shown(phone, width);
      assert.equal(stage.one("[role=timer]").textContent, "1:05");
      stage.button("30 s more").click();
      stage.button("Done").click();
      assert.lengthOf(link.sentOf("extendWrapUp"), 1);
      assert.lengthOf(link.sentOf("endWrapUp"), 1);
      await stage.isAccessible();
    });
  }

  it("shows a reason that is not among the administrator's, and that other work is the reason", async () => {
    const away = { ready: false, by: "agent", reason: `<b>"Coaching"</b> & מה 🎧` } as const;
    const link = new FakeLink({ presence: { phase: "notReady", since: 0, chosen: away } });
    using phone = aSoftphone({ link });
    using stage = await shown(phone);
    const choice = stage.one("select") as HTMLSelectElement; // looked at above
    assert.equal(choice.selectedOptions[0]?.textContent, `Not ready: ${away.reason}`);
    link.say({ presence: { phase: "notReady", since: 0, chosen: { ready: false, by: "work" } } });
    await until(() => choice.selectedOptions[0]?.textContent === "Not ready: Other work");
  });

  it("shows nothing while nobody is signed in", async () => {
    using phone = aSoftphone();
    using stage = await shown(phone);
    assert.equal(stage.text, "");
  });
});
