import { assert } from "chai";
import { Ringer } from "../../src/media/ringer.ts";
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
