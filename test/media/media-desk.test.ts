import { assert } from "chai";
import { MediaDesk } from "../../src/media/media-desk.ts";
import { Microphone } from "../../src/media/microphone.ts";
import type {
  MediaCommand,
  MediaQuestion,
  MediaReply,
  MediaReport,
} from "../../src/telephony/media-port.ts";
import { until } from "../telephony/until.ts";
import { hears, toneStream } from "./tone.ts";

const call = "c1";

/** A desk and the line's end of it. */
class Station {
  readonly replies: MediaReply[] = [];
  readonly reports: MediaReport[] = [];
  readonly desk: MediaDesk;
  #n = 0;

  constructor(open: () => Promise<MediaStream>) {
    const microphone = new Microphone({ open, page: {} });
    this.desk = new MediaDesk({
      microphone,
      reply: (reply) => this.replies.push(reply),
      report: (report) => this.reports.push(report),
    });
  }

  async ask(question: Partial<MediaQuestion> & Pick<MediaQuestion, "order">): Promise<string> {
    const n = ++this.#n;
    const whole = { call, fresh: false, muted: false, iceServers: [], ...question, n };
    // The literals above make up whatever the order needs.
    this.desk.handle(whole as MediaCommand);
    const reply = await until(() => this.replies.find((each) => each.n === n), question.order);
    if (!reply.ok) throw new Error(`${reply.problem}: ${reply.detail}`);
    return reply.sdp;
  }

  get connection(): RTCPeerConnection {
    return this.desk.audio(call)?.connection ?? assert.fail("no connection");
  }

  /** What was last said of the microphone, whatever else was reported since. */
  get lastOfMicrophone(): MediaReport | undefined {
    return this.reports.findLast(({ news }) => news === "microphone");
  }

  get heard(): MediaStreamTrack {
    const track = this.connection.getReceivers()[0]?.track;
    return track ?? assert.fail("no track");
  }
}

describe("media/media-desk", () => {
  let context: AudioContext;
  let stations: Station[];
  beforeEach(() => {
    context = new AudioContext();
    stations = [];
  });
  afterEach(async () => {
    for (const { desk } of stations) desk.close();
    await context.close();
  });

  function station(hertz: number): Station {
    const made = new Station(() => Promise.resolve(toneStream(context, hertz)));
    stations.push(made);
    return made;
  }

  async function connect(from: Station, to: Station, { resumed = false } = {}): Promise<void> {
    const offer = await from.ask({ order: "describe", fresh: true, resumed });
    await to.ask({ order: "apply", fresh: true, type: "offer", sdp: offer });
    const answer = await to.ask({ order: "describe" });
    await from.ask({ order: "apply", type: "answer", sdp: answer });
  }

  it("carries sound both ways between two documents", async () => {
    const [ada, bob] = [station(500), station(1500)];
    await connect(ada, bob);
    await hears(context, ada.heard, 1500);
    await hears(context, bob.heard, 500);
  });

  it("offers with a first candidate, before gathering is complete", async () => {
    const sdp = await station(500).ask({ order: "describe", fresh: true });
    assert.match(sdp, /a=candidate:\S+ 1 udp/i);
  });

  it("uses another certificate for each connection", async () => {
    const ada = station(500);
    const fingerprint = async () =>
      /a=fingerprint:(.*)/.exec(await ada.ask({ order: "describe", fresh: true }))?.[1];
    assert.notEqual(await fingerprint(), await fingerprint());
  });

  it("takes a call over with a new connection", async () => {
    const [ada, bob, next] = [station(500), station(1500), station(900)];
    await connect(ada, bob);
    await hears(context, bob.heard, 500);
    ada.desk.handle({ order: "drop", call });
    await connect(next, bob, { resumed: true });
    await hears(context, bob.heard, 900);
    await hears(context, next.heard, 1500);
  });

  it("mutes and unmutes", async () => {
    const [ada, bob] = [station(500), station(1500)];
    await connect(ada, bob);
    await hears(context, bob.heard, 500);
    ada.desk.handle({ order: "setMuted", call, muted: true });
    await hears(context, bob.heard, undefined);
    ada.desk.handle({ order: "setMuted", call, muted: false });
    await hears(context, bob.heard, 500);
  });

  it("starts muted where the call is", async () => {
    const [ada, bob] = [station(500), station(1500)];
    const offer = await ada.ask({ order: "describe", fresh: true, muted: true });
    await bob.ask({ order: "apply", fresh: true, type: "offer", sdp: offer });
    await ada.ask({ order: "apply", type: "answer", sdp: await bob.ask({ order: "describe" }) });
    await hears(context, ada.heard, 1500);
    assert.isFalse(ada.connection.getSenders()[0]?.track?.enabled);
  });

  it("sends tones", async () => {
    const [ada, bob] = [station(500), station(1500)];
    await connect(ada, bob);
    await hears(context, bob.heard, 500);
    const sender = ada.connection.getSenders()[0]?.dtmf ?? assert.fail("no tones");
    const sent: string[] = [];
    sender.addEventListener("tonechange", ({ tone }) => sent.push(tone));
    ada.desk.handle({ order: "sendDtmf", n: 99, call, tones: "1", duration: 100, gap: 70 });
    await until(() => ada.replies.some(({ n }) => n === 99), "the answer");
    assert.deepEqual(sent, ["1"]);
    assert.deepInclude(ada.replies.at(-1), { n: 99, ok: true });
  });

  it("says that a tone was not sent where there is no way for it", async () => {
    const { desk, replies } = new Station(() => new Promise(() => undefined));
    desk.handle({ order: "sendDtmf", n: 1, call, tones: "1", duration: 100, gap: 70 });
    assert.isFalse((await until(() => replies[0], "the answer")).ok);
  });

  it("says which problem the microphone has", async () => {
    const open = () => Promise.reject(new DOMException("none", "NotFoundError"));
    const { desk, replies } = new Station(open);
    desk.handle({ order: "describe", n: 1, call, fresh: true, muted: false, iceServers: [] });
    const reply = await until(() => replies[0], "the reply");
    assert.deepInclude(reply, { n: 1, ok: false, problem: "missing" });
  });

  it("does not let a call that is up wait for the microphone", async () => {
    const never = new Station(() => new Promise(() => undefined));
    stations.push(never);
    assert.include(
      await never.ask({ order: "describe", fresh: true, resumed: true }),
      "a=sendrecv",
    );
  });

  it("says that sound flows", async () => {
    const [ada, bob] = [station(500), station(1500)];
    await connect(ada, bob);
    await until(() => ada.reports.some(({ news }) => news === "flowing"), "the report");
  });

  it("says that a call that goes on has no microphone, and when it has one again", async () => {
    const [bob, stream] = [station(1500), toneStream(context, 500)];
    let plugged = false;
    const ada = new Station(() =>
      plugged ? Promise.resolve(stream) : Promise.reject(new DOMException("", "NotFoundError")),
    );
    stations.push(ada);
    await connect(ada, bob, { resumed: true });
    const lost = await until(() => ada.reports.find(({ news }) => news === "microphone"), "loss");
    assert.deepInclude(lost, { call, problem: "missing" });
    plugged = true;
    ada.desk.findMicrophones();
    await hears(context, bob.heard, 500);
    assert.deepEqual(ada.lastOfMicrophone, { news: "microphone", call });
  });

  it("looks for a lost microphone again when the agent unmutes", async () => {
    const stream = toneStream(context, 500);
    const [ada, bob] = [new Station(() => Promise.resolve(stream)), station(1500)];
    stations.push(ada);
    await connect(ada, bob);
    const [sent] = ada.connection.getSenders();
    sent?.track?.dispatchEvent(new Event("ended"));
    assert.deepInclude(ada.lastOfMicrophone, { news: "microphone", problem: "missing" });
    ada.desk.handle({ order: "setMuted", call, muted: false });
    await until(() => !("problem" in (ada.lastOfMicrophone ?? {})), "it");
  });

  it("goes over to another microphone without a gap, muted or not", async () => {
    const streams = [toneStream(context, 500), toneStream(context, 900)];
    const [first, second] = streams.map((stream) => stream.getAudioTracks()[0]);
    let at = 0;
    const ada = new Station(() => Promise.resolve(streams[at] ?? new MediaStream()));
    const bob = station(1500);
    stations.push(ada);
    await connect(ada, bob);
    await hears(context, bob.heard, 500);
    at = 1;
    const sent = ada.connection.getSenders()[0]?.track;
    await ada.desk.changeMicrophone();
    await hears(context, bob.heard, 900);
    assert.deepEqual([first?.readyState, second?.readyState], ["ended", "live"]);
    assert.equal(sent?.readyState, "ended");
    ada.desk.handle({ order: "setMuted", call, muted: true });
    at = 0;
    streams[0] = toneStream(context, 700);
    await ada.desk.changeMicrophone();
    await hears(context, bob.heard, undefined);
    ada.desk.handle({ order: "setMuted", call, muted: false });
    await hears(context, bob.heard, 700);
  });

  it("keeps the microphone that works when another cannot be had", async () => {
    const stream = toneStream(context, 500);
    let isBusy = false;
    const open = () =>
      isBusy ? Promise.reject(new DOMException("", "NotReadableError")) : Promise.resolve(stream);
    const [ada, bob] = [new Station(open), station(1500)];
    stations.push(ada);
    await connect(ada, bob);
    isBusy = true;
    const error: unknown = await ada.desk.changeMicrophone().catch((reason: unknown) => reason);
    assert.propertyVal(error, "problem", "busy");
    assert.equal(stream.getAudioTracks()[0]?.readyState, "live");
    await hears(context, bob.heard, 500);
  });

  it("does not open a microphone that no call needs, only because another is chosen", async () => {
    let opened = 0;
    const ada = new Station(() => {
      opened += 1;
      return Promise.resolve(toneStream(context, 500));
    });
    await ada.desk.changeMicrophone();
    assert.equal(opened, 0);
  });

  it("says that nonsense is no description", async () => {
    const ada = station(500);
    const error = await ada
      .ask({ order: "apply", fresh: true, type: "offer", sdp: "nonsense" })
      .catch(String);
    assert.include(error, "media");
  });

  it("lets the microphone go with the last call", async () => {
    const stream = toneStream(context, 500);
    const ada = new Station(() => Promise.resolve(stream));
    await ada.ask({ order: "describe", fresh: true });
    ada.desk.handle({ order: "drop", call });
    await until(() => stream.getAudioTracks()[0]?.readyState === "ended", "the end of the track");
    assert.isUndefined(ada.desk.audio(call));
  });
});
