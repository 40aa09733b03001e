import { assert } from "chai";
import type { CallSnapshot } from "../../../src/line/protocol.ts";
import { loadLate } from "../../../src/ui/late.tsx";
import { Softphone } from "../../../src/ui/Softphone.tsx";
import { aSoftphone } from "../../softphone/fakes/a-softphone.ts";
import { aCall, connected, FakeLink } from "../../softphone/fakes/fake-link.ts";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

const quality: CallSnapshot["quality"] = {
  ...{ seconds: 5, resumed: 1, history: [4.3], mos: { now: 4.3, min: 4.3, average: 4.3 } },
  ...{ loss: { now: 0, average: 0 }, jitter: { now: 2, average: 2 } },
};

/** What comes and goes during a call, and how it reads. */
const news: readonly (readonly [words: RegExp, () => Partial<CallSnapshot>])[] = [
  [
    /Sound back after/,
    () => ({ sound: { phase: "carried", since: Date.now(), resumed: 1, gap: 400 } }),
  ],
  [/is coming back/, () => ({ sound: { phase: "resuming", since: Date.now(), resumed: 0 } })],
  [/refused to go on/, () => ({ sound: { phase: "refused", since: 0, resumed: 0, status: 488 } })],
  [/in another tab/, () => ({ mediaView: "view-2" })],
  [/4\.3/, () => ({ quality })],
  [/Keys to press: 12/, () => ({ keysLeft: "12" })],
  [/it is busy/, () => ({ transferring: { phase: "failed", to: "602", status: 486 } })],
];

describe("ui/call/CallCard", () => {
  before(loadLate);

  for (const [words, changed] of news) {
    it(`leaves its buttons where they are when news come and go: ${words}`, async () => {
      const link = new FakeLink({ calls: [aCall({ state: connected })] });
      using phone = aSoftphone({ link });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.findButton("Keys") && stage.text.includes("Notes"));
      const places = () =>
        ["Mute", "Hang up", "Hold", "Transfer", "Keys"].map(
          (name) => stage.button(name).getBoundingClientRect().top,
        );
      const before = places();
      link.change("call-1", changed());
      await until(() => words.test(stage.text));
      assert.deepEqual(places(), before);
    });
  }
});
