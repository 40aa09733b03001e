import { act } from "preact/test-utils";
import { assert } from "chai";
import { Elsewhere } from "../../src/ui/call/Elsewhere.tsx";
import { Surroundings } from "../../src/ui/surroundings/Surroundings.tsx";
import { aSoftphone, type TestedSoftphone } from "../softphone/fakes/a-softphone.ts";
import { aCall } from "../softphone/fakes/fake-link.ts";
import { until } from "../softphone/fakes/until.ts";
import { Stage } from "./stage.tsx";

const settings = {
  "/features/voicemail": "*97",
  "/features/colleagues": "Anna: 201; Bob: 202",
  "/features/retrieve": "*88",
};

describe("ui/surroundings", () => {
  let tested: TestedSoftphone;
  let stage: Stage;
  beforeEach(async () => {
    tested = aSoftphone({ settings });
    await until(() => tested.app.crm.settings.value, "the settings");
  });
  afterEach(() => {
    stage[Symbol.dispose]();
    tested[Symbol.dispose]();
  });

  for (const width of [200, 400])
    it(`show mailbox, colleagues and do not disturb at ${width} pixels`, async () => {
      stage = new Stage(<Surroundings app={tested.app} />, width);
      await act(() =>
        tested.link.say({
          registration: { phase: "registered", since: 0 },
          mailbox: { waiting: true, new: 2 },
          lamps: { "201": "busy" },
          doNotDisturb: true,
        }),
      );
      assert.equal(stage.button("Do not disturb").getAttribute("aria-pressed"), "true");
      stage.button("Voicemail (2 new)").click();
      stage.button("Anna: busy").click();
      stage.button("Take back a parked call").click();
      stage.button("Do not disturb").click();
      assert.exists(stage.findButton("Bob: unknown"));
      const dialled = tested.link.sent.flatMap((sent) => (sent.type === "dial" ? sent.target : []));
      assert.deepEqual(dialled, ["*97", "201", "*88"]);
      assert.deepEqual(tested.link.sent.at(-1), { type: "setDoNotDisturb", on: false });
      await stage.isAccessible();
    });

  it("let a caller be sent elsewhere", async () => {
    const call = aCall({ direction: "incoming", state: { phase: "ringing", since: 0 } });
    stage = new Stage(<Elsewhere app={tested.app} call={call} />);
    await act(() => stage.button("More …").click());
    stage.button("Not here").click();
    stage.button("To voicemail").click();
    await act(() => stage.type(stage.field("input"), "n/a"));
    stage.button("Send").click();
    await until(() => stage.root.querySelector("[role=alert]"));
    await stage.isAccessible();
    await act(() => stage.type(stage.field("input"), "(415) 555-0101"));
    stage.button("Send").click();
    await until(() => tested.link.sentOf("redirect").length === 2);
    await stage.isAccessible();
    const { id } = call;
    assert.deepEqual(tested.link.sent.slice(-3), [
      { type: "decline", call: id, reason: "unavailable" },
      { type: "redirect", call: id, target: "*97" },
      { type: "redirect", call: id, target: "4155550101" },
    ]);
  });
});
