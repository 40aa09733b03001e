import { assert } from "chai";
import { levelOf, playBack, record, watchLevel } from "../../src/media/microphone-check.ts";
import { until } from "../telephony/until.ts";
import { toneStream } from "./tone.ts";

describe("media/microphone-check", () => {
  let context: AudioContext;
  beforeEach(() => (context = new AudioContext()));
  afterEach(() => context.close());

  it("shows a tone louder than silence", async () => {
    const [loud, quiet]: number[][] = [[], []];
    const silence = context.createMediaStreamDestination().stream;
    const stops = [
      watchLevel(toneStream(context, 500), (level) => loud?.push(level)),
      watchLevel(silence, (level) => quiet?.push(level)),
    ];
    await until(() => (loud?.at(-1) ?? 0) > 0.9 && (quiet?.length ?? 0) > 0, "the levels");
    assert.equal(quiet?.at(-1), 0);
    for (const stop of stops) stop();
  });

  it("measures as an ear does: in decibels, from -60 to 0", () => {
    assert.deepEqual([0, 0.001, 1].map(levelOf), [0, 0, 1]);
    assert.approximately(levelOf(0.0316), 0.5, 0.001);
  });

  it("plays what it recorded", async () => {
    const recording = await record(toneStream(context, 500), 300);
    assert.isAbove(recording.size, 100);
    await playBack(recording, "");
    const sound = await context.decodeAudioData(await recording.arrayBuffer());
    const peak = sound.getChannelData(0).reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    assert.isAbove(peak, 0.3);
  });
});
