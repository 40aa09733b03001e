import { signal } from "@preact/signals";
import { assert } from "chai";
import type { Device, Devices } from "../../../src/media/device-list.ts";
import type { AudioModel, MovedDevice } from "../../../src/softphone/audio-model.ts";
import type { AudioChoices } from "../../../src/softphone/states.ts";
import { AudioPanel } from "../../../src/ui/audio/AudioPanel.tsx";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

const device = (id: string, label: string): Device => ({ id, label, group: "" });
const plugged: Devices = {
  microphones: [device("default", "Default"), device("h", "Headset"), device("t", "Table")],
  speakers: [device("h2", "Headset"), device("l", "Loudspeaker with a rather long name (USB)")],
};

const stages: Stage[] = [];

function shown(width?: number, choices: AudioChoices = {}) {
  const done: unknown[] = [];
  const parts = {
    choices: signal(choices),
    devices: signal(plugged),
    moved: signal<MovedDevice | undefined>(undefined),
    level: signal<number | undefined>(0.4),
    check: signal<"idle" | "recording" | "playing" | "failed">("idle"),
    echoNumber: signal("600"),
    choose: (...args: unknown[]) => void done.push(args),
    look: (isOn: boolean) => void done.push(isOn),
    sampleRing: () => void done.push("ring"),
    checkMicrophone: () => void done.push("check"),
    callEcho: () => void done.push("echo"),
  } satisfies Omit<AudioModel, typeof Symbol.dispose>;
  const stage = new Stage(<AudioPanel model={parts} />, width);
  stages.push(stage);
  return { stage, parts, done };
}

describe("ui/audio/AudioPanel", () => {
  afterEach(() => {
    for (const stage of stages.splice(0)) stage[Symbol.dispose]();
  });

  for (const width of [200, 400])
    it(`is accessible at ${width} pixels, open with all in it`, async () => {
      const { stage, parts } = shown(width);
      stage.one("summary").click();
      parts.moved.value = { role: "microphone", label: "Headset", isThere: false };
      await until(() => stage.text.includes("Headset is gone"));
      await stage.isAccessible();
    });

  it("uses the microphone for its level only while it is open", async () => {
    const { stage, done } = shown();
    stage.one("summary").click();
    await until(() => done.at(-1) === true);
    stage.one("summary").click();
    await until(() => done.at(-1) === false);
    assert.deepEqual(done, [true, false]);
  });

  it("offers every device once, and the system's", () => {
    const { stage } = shown();
    const [microphone] = stage.root.querySelectorAll("select");
    const options = [...(microphone?.options ?? [])].map(({ text }) => text);
    assert.deepEqual(options, ["The system's microphone", "Headset", "Table"]);
  });

  it("chooses a device by name and id, and takes the choice back", () => {
    const { stage, done } = shown(undefined, { microphone: { id: "h", label: "Headset" } });
    const [microphone] = stage.root.querySelectorAll("select");
    assert.equal(microphone?.value, "h");
    for (const value of ["t", ""]) {
      if (microphone) microphone.value = value;
      microphone?.dispatchEvent(new Event("change", { bubbles: true }));
    }
    assert.deepEqual(done, [
      ["microphone", { id: "t", label: "Table" }],
      ["microphone", undefined],
    ]);
  });

  it("shows a chosen device that is not there", () => {
    const { stage } = shown(undefined, { speaker: { id: "x", label: "Earpiece" } });
    assert.include(stage.text, "Earpiece (not there)");
  });

  it("plays the ring, tries the microphone and calls the echo test", async () => {
    const { stage, parts, done } = shown();
    for (const name of ["Play the ring", "Test the microphone", "Call the echo test"])
      stage.button(name).click();
    assert.deepEqual(done, ["ring", "check", "echo"]);
    parts.check.value = "recording";
    await until(() => stage.text.includes("Recording three seconds"));
    assert.isTrue(stage.button("Test the microphone").disabled);
  });
});
