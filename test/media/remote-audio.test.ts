import { assert } from "chai";
import { RemoteAudio } from "../../src/media/remote-audio.ts";
import { until } from "../telephony/until.ts";
import { toneStream } from "./tone.ts";

describe("media/remote-audio", () => {
  let context: AudioContext;
  beforeEach(() => (context = new AudioContext()));
  afterEach(() => context.close());

  it("speaks from the chosen speaker, and from the system's where that one is gone", async () => {
    const element = new Audio();
    const asked: string[] = [];
    element.setSinkId = (speaker) => {
      asked.push(speaker);
      return speaker === "gone" ? Promise.reject(new DOMException("no")) : Promise.resolve();
    };
    const remote = new RemoteAudio(element);
    remote.useSpeaker("headset");
    remote.useSpeaker("gone");
    await until(() => asked.length === 3, "the system's speaker");
    assert.deepEqual(asked, ["headset", "gone", ""]);
  });

  it("plays again, once the microphone is live, what the browser refused to play", async () => {
    const element = new Audio();
    element.muted = true;
    let refusals = 1;
    const play = element.play.bind(element);
    element.play = () => (refusals-- > 0 ? Promise.reject(new DOMException("no")) : play());
    const remote = new RemoteAudio(element);
    element.autoplay = false;
    remote.play(toneStream(context, 500));
    assert.isTrue(element.paused);
    remote.retry();
    await until(() => !element.paused, "the sound");
    remote.stop();
    assert.isNull(element.srcObject);
  });
});
