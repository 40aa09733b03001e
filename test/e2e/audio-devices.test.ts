import { assert } from "chai";
import type { Page } from "playwright-core";
import { softphoneIn } from "./support/desk.ts";
import { earAtLoudspeaker, loudness } from "./support/ear.ts";
import { Stage } from "./support/stage.ts";
import { until } from "./support/until.ts";
import { Talk } from "./survival/talk.ts";

const pitches = { Headset: 700, "Table microphone": 1300 } as const;
type Plugged = readonly (keyof typeof pitches)[];

/** Runs in every frame: a machine with microphones that sing, each at its own pitch. */
function singingMachine(pitches: Readonly<Record<string, number>>) {
  const key = "test-plugged";
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const plugged = () => (localStorage.getItem(key) ?? Object.keys(pitches).join(",")).split(",");
  const info = (kind: MediaDeviceKind, label: string) => ({
    ...{ kind, label, deviceId: `id of ${label}`, groupId: "" },
    toJSON: () => label,
  });
  devices.enumerateDevices = () =>
    Promise.resolve([
      ...plugged().map((label) => info("audioinput", label)),
      info("audiooutput", "Loudspeaker"),
    ]);
  devices.getUserMedia = async (constraints) => {
    const audio = constraints?.audio;
    const wanted = JSON.stringify(typeof audio === "object" ? audio.deviceId : "");
    const label = plugged().find((each) => wanted.includes(each)) ?? plugged()[0] ?? "";
    const context = new AudioContext();
    const [oscillator, target] = [
      new OscillatorNode(context, { frequency: pitches[label] ?? 0 }),
      context.createMediaStreamDestination(),
    ];
    oscillator.connect(target);
    oscillator.start();
    await context.resume();
    for (const track of target.stream.getAudioTracks())
      track.getSettings = () => ({ deviceId: `id of ${label}` });
    return target.stream;
  };
}

describe("the agent's devices", () => {
  let stage: Stage;
  let page: Page;
  let talk: Talk;
  beforeEach(async () => {
    // The played microphones sound in the page: it has to be allowed, where the browser would wait for a click.
    const machine = { autoplay: true };
    stage = await Stage.open({ machine, demo: { settings: { "/audio/echoNumber": "600" } } });
    // What compiles the tests gives functions their names by a function of its own, which pages do not have.
    await stage.agent.addInitScript("globalThis.__name = (named) => named");
    await stage.agent.addInitScript(singingMachine, pitches);
    await stage.agent.addInitScript(earAtLoudspeaker);
    page = await stage.visit("/home");
    talk = new Talk(stage, page);
    await talk.phone.says(/Registered/);
    await talk.phone.root.getByText("Audio", { exact: true }).click();
  });
  afterEach(() => stage.close());

  const robotHears = (name: keyof typeof pitches) =>
    talk.isHeardThere(
      ({ frequency }) => Math.abs((frequency ?? 0) - pitches[name]) < 15,
      `the robot to hear ${name}`,
    );

  const choose = (name: string) =>
    talk.phone.root.getByRole("combobox", { name: "Microphone" }).selectOption({ label: name });

  /** What is plugged in changes, and no event tells. */
  const plug = (...names: Plugged) =>
    page
      .frame({ name: "sfdcSoftphone" })
      ?.evaluate((list) => localStorage.setItem("test-plugged", list), names.join(","));

  it("change during a call without a gap, and the next page asks for the right one at once", async () => {
    await talk.dial("601");
    await talk.connected();
    await robotHears("Headset");
    talk.exchange.mark(talk.id);
    await choose("Table microphone");
    await robotHears("Table microphone");
    assert.isBelow(talk.there.heard.longestGapMs, 200);
    await page.goto(`${stage.crm}/003/o`);
    await talk.connected();
    await robotHears("Table microphone");
    await talk.hangUp();
  });

  it("fall back when they are unplugged, and return, and both is said", async () => {
    await choose("Table microphone");
    await talk.dial("601");
    await talk.connected();
    await robotHears("Table microphone");
    await plug("Headset");
    await robotHears("Headset");
    await talk.phone.root.getByText(/Table microphone is gone/).waitFor();
    await plug("Headset", "Table microphone");
    await robotHears("Table microphone");
    await talk.phone.root.getByText("Table microphone is back.").waitFor();
  });

  it("are tried out by a test call and by a recording", async () => {
    await talk.phone.button("Test the microphone").click();
    await talk.phone.root.getByText("This is how you sound.").waitFor();
    await until(
      () => loudness(page),
      (loud) => loud > 0.05,
      { what: "the agent to hear the recording" },
    );
    await talk.phone.button("Call the echo test").click();
    await talk.phone.says(/Connected/);
    assert.equal(talk.exchange.calls().at(-1)?.to, "600");
    await talk.isHeardHere();
  });

  it("ring on a page that nobody has touched, or it says which click it needs", async () => {
    await page.close();
    page = await stage.visit("/home");
    const phone = softphoneIn(page);
    await phone.says(/Registered/);
    talk.customerCalls();
    await phone.button("Answer").waitFor();
    // What a browser allows without a click depends on more than its version.
    const turnOn = phone.button("Turn on sound");
    await until(
      async () => (await loudness(page)) > 0.05 || turnOn.isVisible(),
      (known) => known,
      { what: "the ring, or the word that it cannot be heard" },
    );
    if (await turnOn.isVisible()) await turnOn.click({ timeout: 1_000 }).catch(() => undefined);
    await rings(page);
    await phone.button("Decline").click();
    await until(
      () => loudness(page),
      (peak) => peak === 0,
      { what: "silence" },
    );
  });

  it("ring in one page only, and in one that can be heard", async () => {
    const other = await stage.visit("/home");
    await softphoneIn(other).says(/Registered/);
    talk.customerCalls();
    await until(
      () => Promise.all([loudness(page), loudness(other)]),
      (peaks) => Math.max(...peaks) > 0.05 && Math.min(...peaks) === 0,
      { what: "one page to ring, and the other to be silent" },
    );
  });
});

const rings = (page: Page) =>
  until(
    () => loudness(page),
    (peak) => peak > 0.05,
    { what: "the ring" },
  );
