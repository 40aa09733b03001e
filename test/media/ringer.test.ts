import { assert } from "chai";
import { Ringer } from "../../src/media/ringer.ts";
import { ringtoneNamed, ringtoneNames, ringtones } from "../../src/media/ringtones.ts";
import { until } from "../softphone/fakes/until.ts";

describe("media/ringer", () => {
  it("sounds from play to stop", async () => {
    const { ringer, loudness, close } = await listening();
    assert.equal(loudness(), 0);
    ringer.play("ring");
    await until(() => loudness() > 0.01, "the ring is heard");
    ringer.stop();
    await until(() => loudness() === 0, "the ring has stopped");
    assert.isUndefined(ringer.playing);
    await close();
  });

  it("goes on when it is asked for the same sound again, and changes to another", async () => {
    const { ringer, loudness, close } = await listening();
    ringer.play("ringback");
    ringer.play("ringback");
    assert.equal(ringer.playing, "ringback");
    ringer.play("ring");
    assert.equal(ringer.playing, "ring");
    ringer.stop();
    await until(() => loudness() === 0, "nothing goes on");
    await close();
  });

  for (const name of ringtoneNames)
    it(`is heard with the ringtone ${name}, as loud as was chosen`, async () => {
      const { round } = ringtones[name];
      const loudnessAt = async (volume: number) => {
        const context = new OfflineAudioContext(1, round * 48_000, 48_000);
        // It plays into whatever context it is given; this one can be read afterwards.
        const ringer = new Ringer(context as unknown as AudioContext);
        context.resume = () => Promise.resolve();
        ringer.configure({ ringtone: name, volume, ringDevice: "", speaker: "" });
        ringer.play("ring");
        const samples = (await context.startRendering()).getChannelData(0);
        const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        return { peak, energy: samples.reduce((sum, sample) => sum + sample * sample, 0) };
      };
      const [loud, quiet, none] = [await loudnessAt(1), await loudnessAt(0.5), await loudnessAt(0)];
      assert.isAbove(loud.peak, 0.1, "heard across a room");
      assert.isAtMost(loud.peak, 1, "not distorted");
      assert.approximately(quiet.peak / loud.peak, 0.5, 0.01);
      assert.approximately(quiet.energy / loud.energy, 0.25, 0.01);
      assert.equal(none.peak, 0);
    });

  it("rings the classic way where a ringtone is not known", () => {
    assert.equal(ringtoneNamed("yodel"), "classic");
    assert.equal(ringtoneNamed(undefined), "classic");
  });

  it("rings on one device, and lets a call's tones be heard on another", async () => {
    const [ring, tone] = [new SinkFake(), new SinkFake()];
    const ringer = new Ringer(ring, () => tone);
    ringer.configure({ ringtone: undefined, volume: 1, ringDevice: "loud", speaker: "ear" });
    assert.deepEqual([ring.sinkId, tone.sinkId], ["loud", ""]);
    ringer.play("ringback");
    assert.deepEqual([ring.sinkId, tone.sinkId], ["loud", "ear"]);
    ring.gone = "loud2";
    ringer.configure({ ringtone: undefined, volume: 1, ringDevice: "loud2", speaker: "ear" });
    await until(() => ring.sinkId === "", "the system's device in place of one that is gone");
    ringer.stop();
    await Promise.all([ring.close(), tone.close()]);
  });

  it("changes a ring that goes on when another ringtone is chosen", async () => {
    const { ringer, loudness, close } = await listening();
    ringer.play("ring");
    await until(() => loudness() > 0.01, "the ring");
    const chosen = { ringtone: "chime", ringDevice: "", speaker: "" };
    ringer.configure({ ...chosen, volume: 0 });
    await until(() => loudness() === 0, "the volume of none");
    ringer.configure({ ...chosen, volume: 1 });
    await until(() => loudness() > 0.01, "the other ring");
    ringer.stop();
    await close();
  });

  it("plays one round to hear how it sounds", async () => {
    const { ringer, loudness, close } = await listening();
    ringer.configure({ ringtone: "pulse", volume: 1, ringDevice: "", speaker: "" });
    ringer.sample();
    await until(() => loudness() > 0.01, "the sample");
    assert.isUndefined(ringer.playing);
    await until(() => loudness() === 0, "its end");
    await close();
  });

  it("is not armed while the browser keeps it silent, and says when that changes", async () => {
    const context = new AudioContext();
    await context.suspend();
    const ringer = new Ringer(context);
    const heard: boolean[] = [];
    ringer.on("armedChanged", ({ armed }) => heard.push(armed));
    assert.isFalse(ringer.armed);
    ringer.arm();
    await until(() => ringer.armed);
    await until(() => heard.at(-1) === true);
    await context.close();
  });
});

/** A context of which a test sees the output device. */
class SinkFake extends AudioContext {
  sinkId = "";
  gone = "";

  setSinkId(id: string): Promise<void> {
    if (id === this.gone && id !== "") return Promise.reject(new DOMException("", "NotFoundError"));
    this.sinkId = id;
    return Promise.resolve();
  }
}

/** A ringer, and an ear beside the loudspeaker. */
async function listening() {
  const context = new AudioContext();
  await context.resume();
  const ear = new AnalyserNode(context, { fftSize: 2048 });
  // What goes to the loudspeaker goes through the ear first.
  const destination = new GainNode(context);
  destination.connect(ear);
  Object.defineProperty(context, "destination", { value: destination });
  const samples = new Float32Array(ear.fftSize);
  const loudness = () => {
    ear.getFloatTimeDomainData(samples);
    return Math.max(...samples.map(Math.abs));
  };
  return { ringer: new Ringer(context), loudness, close: () => context.close() };
}
