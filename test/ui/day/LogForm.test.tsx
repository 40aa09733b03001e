import { assert } from "chai";
import { LogForm } from "../../../src/ui/day/LogForm.tsx";
import { aSoftphone } from "../../softphone/fakes/a-softphone.ts";
import { aCall, FakeLink } from "../../softphone/fakes/fake-link.ts";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

const hostile = `<img src=x onerror="window.hit=1"> & "מה" 🎧`;
const settings = {
  "/log/dispositions": `Sold; ${hostile.replaceAll(";", "")}`,
  "/log/types": "Call; Support",
  "/log/quickTexts": "Spoke to {name}",
};

describe("ui/day/LogForm", () => {
  for (const width of [200, 400]) {
    it(`takes outcome, relation, subject and follow-up, at ${width} pixels`, async () => {
      const record = { id: "003000000000001", object: "Contact", name: hostile };
      const link = new FakeLink({ calls: [aCall()] });
      using phone = aSoftphone({ link, settings });
      await until(() => phone.app.day.value && phone.app.crm.settings.value);
      phone.host.events.emit("recordFocused", { record });
      using stage = new Stage(<LogForm app={phone.app} call={aCall()} />, width);
      stage.one("summary").click();
      await until(() => stage.root.querySelectorAll("select").length === 4);
      const [related, outcome] = stage.root.querySelectorAll("select");
      assert.include(related?.textContent, hostile, "shown letter by letter");
      assert.isNull(stage.root.querySelector("img"), "and no markup of it");
      choose(related, "0");
      choose(outcome, hostile);
      assert.deepEqual(link.call()?.record, record);
      assert.deepEqual(link.sentOf("setDraft")[0]?.draft, { disposition: hostile });
      stage.type(stage.field('input[placeholder="As usual"]'), "Sub");
      stage.type(stage.field('[aria-label="What is to be done"]'), "Call");
      assert.deepEqual(
        link.sentOf("setDraft").slice(1),
        [{ subject: "Sub" }, { followUp: { subject: "Call" } }].map((draft) => {
          return { type: "setDraft", call: "call-1", draft };
        }),
        "kept before the field is left",
      );
      await stage.isAccessible();
    });
  }

  it("offers no outcome where the administrator names none, and says what was left out", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.day.value && phone.app.crm.settings.value);
    phone.host.events.emit("logReduced", { callId: "call-1", fields: ["Type", "Mos__c"] });
    using stage = new Stage(<LogForm app={phone.app} call={aCall()} />);
    assert.include(stage.text, "Logged without Type, Mos__c");
    stage.one("summary").click();
    await until(() => stage.root.querySelectorAll("select").length === 1);
  });
});

function choose(select: HTMLSelectElement | undefined, value: string): void {
  if (!select) throw new Error("no such field");
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}
