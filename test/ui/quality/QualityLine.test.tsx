import { assert } from "chai";
import type { CallQuality, CallSnapshot } from "../../../src/softphone/states.ts";
import { QualityLine } from "../../../src/ui/quality/QualityLine.tsx";
import { gradeOf } from "../../../src/ui/quality/words.ts";
import { aCall, connected, ended } from "../../softphone/fakes/fake-link.ts";
import { Stage } from "../stage.tsx";

const quality: CallQuality = {
  resumed: 0,
  seconds: 3,
  mos: { now: 3.7, min: 2.5, average: 4.1 },
  history: [4.4, 2.5, 3.7],
  loss: { now: 0.021, average: 0.01, there: 0.05 },
  jitter: { now: 12.4, average: 9 },
  roundTrip: 84,
  codec: "opus",
  path: { local: "relay", remote: "host", protocol: "tcp" },
};
const carried = { phase: "carried", since: 0, resumed: 0 } as const;

function shown(news: Partial<CallSnapshot>, width?: number) {
  return new Stage(
    <div class="softphone">
      <QualityLine call={aCall({ state: connected, sound: carried, ...news })} />
    </div>,
    width,
  );
}

describe("ui/quality/QualityLine", () => {
  it("is silent while nothing is measured and nothing is wrong", () => {
    using stage = shown({});
    assert.equal(stage.text, "");
  });

  for (const width of [200, 400])
    it(`says a word and draws the last minute, at ${width} pixels`, async () => {
      using stage = shown({ quality }, width);
      assert.include(stage.one("summary").textContent, "Quality: fair (3.7)");
      const graph = stage.one("svg");
      assert.equal(
        graph.ariaLabel,
        "Quality of the last 3 seconds, of at most 4.5: from 2.5 to 4.4",
      );
      assert.lengthOf((stage.one("polyline").getAttribute("points") ?? "").split(" "), 3);
      stage.one("summary").click();
      for (const fact of ["2.1 %", "5.0 %", "12 ms", "84 ms", "opus", "through a relay, TCP"])
        assert.include(stage.one("dl").textContent, fact);
      await stage.isAccessible();
    });

  it("sums up an ended call", () => {
    using stage = shown({ quality, state: ended });
    assert.equal(stage.text, "Quality: good (4.1 on average, 2.5 at worst)");
  });

  const silences = [
    [{ us: true }, "microphone gives no sound"],
    [{ them: "nothing" }, "Nothing arrives"],
    [{ them: "silence" }, "The other side is silent"],
  ] as const;
  for (const [quiet, words] of silences)
    it(`says aloud: ${words}`, async () => {
      using stage = shown({ sound: { ...carried, quiet } });
      assert.include(stage.one("[role=alert]").textContent, words);
      await stage.isAccessible();
    });

  it("says nothing of silence while the call is on hold, or when the microphone is known to be lost", () => {
    const quiet = { us: true } as const;
    using held = shown({
      state: { phase: "connected", since: 1000, heldBy: "us" },
      sound: { ...carried, quiet },
    });
    assert.equal(held.text, "");
    using lost = shown({ sound: { ...carried, quiet, microphone: "missing" } });
    assert.equal(lost.text, "");
  });

  it("takes the classes of satisfaction for good, fair and poor", () => {
    assert.deepEqual([4.4, 4.03, 4, 3.6, 3.5].map(gradeOf), [
      "good",
      "good",
      "fair",
      "fair",
      "poor",
    ]);
  });
});
