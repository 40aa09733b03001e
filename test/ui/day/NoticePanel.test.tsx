import { assert } from "chai";
import { NoticePanel } from "../../../src/ui/day/NoticePanel.tsx";
import { aSoftphone } from "../../softphone/fakes/a-softphone.ts";
import { FakeDesktop } from "../../softphone/fakes/fake-desktop.ts";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

describe("ui/day/NoticePanel", () => {
  for (const width of [200, 400]) {
    it(`lets the agent switch each way off, and shows the keys, at ${width} pixels`, async () => {
      using phone = aSoftphone({ settings: { "/notice/blink": "no" } });
      await until(() => phone.app.day.value && phone.app.crm.settings.value);
      using stage = new Stage(<NoticePanel app={phone.app} />, width);
      stage.one("summary").click();
      await until(() => stage.root.querySelector("label"));
      assert.notInclude(stage.text, "Blink");
      assert.include(stage.text, "phone's own window only");
      assert.include(stage.text, "Alt Shift A");
      stage.one("label:first-of-type input").click();
      assert.isFalse(phone.app.notice.isOn("ring"));
      await stage.isAccessible();
    });
  }

  it("asks the browser for notifications at a click", async () => {
    using phone = aSoftphone({ desktop: new FakeDesktop("default") });
    await until(() => phone.app.day.value?.desktop.state.value === "offered");
    await until(() => phone.app.crm.settings.value);
    using stage = new Stage(<NoticePanel app={phone.app} />);
    stage.one("summary").click();
    await until(() => stage.findButton("Allow desktop notifications"));
    stage.button("Allow desktop notifications").click();
    await until(() => stage.findButton("Allow desktop notifications") === undefined);
    assert.equal(phone.app.day.value?.desktop.state.value, "granted");
  });
});
