import { assert } from "chai";
import type { SavedDeed } from "../../../src/line/protocol.ts";
import { FollowUpState } from "../../../src/ui/day/FollowUpState.tsx";
import { logWords as words } from "../../../src/ui/day/words.ts";
import { aSoftphone } from "../../softphone/fakes/a-softphone.ts";
import { aCall, ended } from "../../softphone/fakes/fake-link.ts";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

const aLogged = (followUp: SavedDeed) =>
  aCall({ state: ended, deeds: { pop: "done", log: "done", followUp } });

describe("ui/day/FollowUpState", () => {
  for (const width of [200, 400]) {
    it(`says what became of it, and asks where only the agent can know, in ${width} pixels`, async () => {
      using phone = aSoftphone();
      await until(() => phone.app.day.value && phone.app.keeper.canLook.value);
      const call = aLogged({ state: "maybe" });
      using stage = new Stage(<FollowUpState app={phone.app} call={call} />, width);
      assert.include(stage.text, "maybe saved");
      await stage.isAccessible();
      stage.button(words.look);
      stage.button(words.isThere).click();
      stage.button(words.saveAgain).click();
      assert.deepEqual(
        phone.link.sentOf("deed").map(({ deed, state }) => [deed, state]),
        [
          ["followUp", "done"],
          ["followUp", "none"],
        ],
      );
    });
  }

  it("gives Salesforce's own reason, and another try", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.day.value);
    const call = aLogged({ state: "failed", reason: "<b>No</b>" });
    using stage = new Stage(<FollowUpState app={phone.app} call={call} />);
    assert.include(stage.text, "Follow-up not saved: <b>No</b>");
    stage.button(words.tryAgain).click();
    assert.deepInclude(phone.link.sentOf("deed")[0], { deed: "followUp", state: "none" });
  });
});
