import { assert } from "chai";
import { CallAudio } from "../../../src/media/call-audio.ts";
import { Microphone } from "../../../src/media/microphone.ts";
import { QualityWatch } from "../../../src/media/quality/quality-watch.ts";
import type { MediaReport } from "../../../src/telephony/media-port.ts";
import { until } from "../../telephony/until.ts";
import { toneStream } from "../tone.ts";

type Of<News> = Extract<MediaReport, { news: News }>;

describe("media/quality/quality-watch", function () {
  this.timeout(20_000);
  let context: AudioContext;
  let ends: CallAudio[];
  let watches: QualityWatch[];
  beforeEach(() => {
    context = new AudioContext();
    ends = [];
    watches = [];
  });
  afterEach(async () => {
    for (const watch of watches) watch[Symbol.dispose]();
    for (const end of ends) end.close();
    await context.close();
  });

  function end(stream: MediaStream): CallAudio {
    const microphone = new Microphone({ open: () => Promise.resolve(stream), page: {} });
    const ignore = () => undefined;
    const made = new CallAudio({
      ...{ microphone, ice: { iceServers: [] }, muted: false, speaker: "" },
      ...{ onFlowing: ignore, onMicrophone: ignore },
    });
    ends.push(made);
    return made;
  }

  /** One end is watched, ten times as often as it would be. */
  async function watched(ours: MediaStream, theirs: MediaStream) {
    const [us, them] = [end(ours), end(theirs)];
    const reports: MediaReport[] = [];
    const of = <News extends MediaReport["news"]>(news: News) =>
      reports.filter((each): each is Of<News> => each.news === news);
    const calls = new Map([["c1", us]]);
    watches.push(new QualityWatch({ calls, report: (news) => reports.push(news), every: 100 }));
    await them.apply("offer", await us.describe({ resumed: false }));
    await us.apply("answer", await them.describe({ resumed: false }));
    const quiet = (expected: object, what: string) =>
      until(() => JSON.stringify(of("quiet").at(-1)?.quiet) === JSON.stringify(expected), what);
    return { us, them, calls, of, quiet };
  }

  /** Samples, but nothing in them. */
  function silent(): MediaStream {
    const [oscillator, target] = [
      new OscillatorNode(context),
      context.createMediaStreamDestination(),
    ];
    oscillator.connect(new GainNode(context, { gain: 1e-9 })).connect(target);
    oscillator.start();
    return target.stream;
  }

  it("measures score, codec and path while both sides talk", async () => {
    const { of } = await watched(toneStream(context, 500), toneStream(context, 900));
    const { sample } = await until(
      () =>
        of("quality").findLast(
          (each) => each.sample.roundTrip !== undefined && each.sample.mos > 4,
        ),
      "a good second",
      15_000,
    );
    assert.equal(sample.codec, "opus");
    assert.deepEqual(sample.path, { local: "host", remote: "host", protocol: "udp" });
    assert.isEmpty(of("quiet").filter(({ quiet }) => quiet.us ?? quiet.them));
  });

  it("tells a silent microphone, and hears it again", async () => {
    const { us, quiet } = await watched(silent(), toneStream(context, 900));
    await quiet({ us: true }, "the silence of our microphone");
    const [tone] = toneStream(context, 500).getAudioTracks();
    if (tone) await us.changeMicrophone(tone);
    await quiet({}, "its end");
  });

  it("takes a microphone that gives no samples at all for a silent one", async () => {
    const nothing = context.createMediaStreamDestination().stream;
    const { quiet } = await watched(nothing, toneStream(context, 900));
    await quiet({ us: true }, "the silence of our microphone");
  });

  it("does not take a muted microphone for a silent one", async () => {
    const { us, of } = await watched(silent(), toneStream(context, 900));
    us.setMuted(true);
    await until(() => of("quality").length > 8, "some time");
    assert.isEmpty(of("quiet").filter(({ quiet }) => quiet.us));
  });

  it("tells packets without sound from no packets", async () => {
    const { them, quiet } = await watched(toneStream(context, 500), silent());
    await quiet({ them: "silence" }, "the other side's silence");
    await them.connection.getSenders()[0]?.replaceTrack(null);
    await quiet({ them: "nothing" }, "the end of packets");
  });

  it("says nothing more of a call that is over", async () => {
    const { calls, of } = await watched(toneStream(context, 500), toneStream(context, 900));
    await until(() => of("quality").length > 2, "the first measurements");
    calls.clear();
    const before = of("quality").length;
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.isAtMost(of("quality").length, before + 1, "one may have been under way");
  });
});
