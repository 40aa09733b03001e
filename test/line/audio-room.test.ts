import { assert } from "chai";
import { Line } from "../../src/line/line.ts";
import { MediaRouter } from "../../src/line/media-router.ts";
import { FakePhone } from "../../src/telephony/fake/fake-phone.ts";
import type { QualitySample } from "../../src/telephony/call-quality.ts";
import { until } from "../telephony/until.ts";
import { ViewFake } from "./view-fake.ts";

const account = { servers: ["wss://server.test"], domain: "d.test", user: "a", password: "p" };
const good: QualitySample = { mos: 4.4, expected: 50, lost: 0, jitter: 2, codec: "PCMU" };
const bad: QualitySample = { mos: 2, expected: 50, lost: 10, jitter: 30, roundTrip: 80 };

describe("line/audio-room", () => {
  let phone: FakePhone;
  let line: Line;
  let views: ViewFake[];
  beforeEach(() => {
    phone = new FakePhone();
    line = new Line({ phone, media: new MediaRouter() });
    views = [];
  });
  afterEach(() => {
    for (const view of views) view.close();
  });

  async function attach(id: string, options: { active?: boolean; home?: boolean } = {}) {
    const view = await new ViewFake(line, id).attach(options);
    views.push(view);
    return view;
  }

  async function talking() {
    const view = await attach("a", { active: true });
    view.send({ type: "signIn", account });
    view.send({ type: "dial", target: "600" });
    const { id } = await view.showsCall(() => true, "the call");
    const there = await until(() => phone.calls[0], "the other side");
    const measure = (from: ViewFake, sample: QualitySample) =>
      from.send({ type: "mediaReport", report: { news: "quality", call: id, sample } });
    view.send({ type: "mediaReport", report: { news: "flowing", call: id } });
    return { view, id, there, measure };
  }

  it("adds up how a call is heard, and keeps the sum over documents and to the end", async () => {
    const { view, id, there, measure } = await talking();
    const next = await attach("b");
    measure(view, good);
    await view.showsCall(({ quality }) => quality?.seconds === 1, "a second");
    next.send({ type: "carry", call: id });
    there.hangUp();
    view.send({ type: "detach" });
    await next.showsCall(({ state }) => state.phase === "ended", "the end");
    const call = await next.showsCall(({ quality }) => quality !== undefined, "the sum");
    assert.deepInclude(call.quality, { seconds: 1, codec: "PCMU", history: [4.4] });
  });

  it("tells the worst, the average and the last", async () => {
    const { view, measure } = await talking();
    measure(view, bad);
    measure(view, good);
    const { quality } = await view.showsCall((call) => call.quality?.seconds === 2, "two seconds");
    assert.deepEqual(quality?.mos, { now: 4.4, min: 2, average: 3.2 });
    assert.deepEqual(quality?.loss, { now: 0, average: 0.1 });
    assert.deepEqual(quality?.jitter, { now: 2, average: 16 });
    assert.deepEqual(quality?.history, [2, 4.4]);
    assert.isUndefined(quality?.roundTrip);
  });

  it("does not listen to a view that does not carry the call", async () => {
    const { view, id, measure } = await talking();
    const other = await attach("b");
    measure(other, bad);
    measure(view, good);
    await view.showsCall(({ quality }) => quality?.mos.now === 4.4, "ours");
    const call = await view.showsCall(() => true, id);
    assert.equal(call.quality?.seconds, 1);
  });

  it("keeps the scores of the last minute only", async () => {
    const { view, measure } = await talking();
    for (let second = 0; second < 70; second++) measure(view, good);
    const { quality } = await view.showsCall((call) => call.quality?.seconds === 70, "70 s");
    assert.lengthOf(quality?.history ?? [], 60);
  });

  it("says who is not heard, until they are", async () => {
    const { view, id } = await talking();
    const quiet = (news: object) =>
      view.send({ type: "mediaReport", report: { news: "quiet", call: id, quiet: news } });
    quiet({ them: "nothing" });
    await view.showsCall(({ sound }) => sound?.quiet?.them === "nothing", "the silence");
    quiet({});
    await view.showsCall(({ sound }) => sound !== undefined && !sound.quiet, "its end");
  });

  it("lets that view ring that can be heard, the phone's own window first", async () => {
    const view = await attach("a", { active: true });
    assert.equal(view.last?.ringer, "a");
    assert.isUndefined(view.last?.audible);
    const other = await attach("b");
    view.send({ type: "audible", audible: false });
    await view.shows(({ audible }) => audible === false, "no sound anywhere");
    other.send({ type: "audible", audible: true });
    await view.shows(({ ringer, audible }) => ringer === "b" && audible === true, "the other");
    view.send({ type: "audible", audible: true });
    await view.shows(({ ringer }) => ringer === "a", "the one in focus");
    const home = await attach("w", { home: true });
    home.send({ type: "audible", audible: true });
    await view.shows(({ ringer }) => ringer === "w", "the window");
    home.send({ type: "detach" });
    await view.shows(({ ringer }) => ringer === "a", "the page again");
  });

  it("keeps what the agent chose; a page that only remembers does not overrule it", async () => {
    const view = await attach("a");
    const headset = { id: "1", label: "Headset" };
    view.send({ type: "chooseAudio", choices: { ringVolume: 0.2 }, first: true });
    await view.shows(({ audio }) => audio?.ringVolume === 0.2, "what was remembered");
    view.send({ type: "chooseAudio", choices: { microphone: headset } });
    await view.shows(({ audio }) => audio?.microphone?.id === "1", "the choice");
    view.send({ type: "chooseAudio", choices: {}, first: true });
    view.send({ type: "audible", audible: true });
    const { audio } = await view.shows(({ audible }) => audible === true, "what came after");
    assert.deepEqual(audio, { microphone: headset });
  });

  it("takes a view that remembers nothing, as a new window does, for no choice", async () => {
    const view = await attach("w", { home: true });
    view.send({ type: "chooseAudio", choices: {}, first: true });
    view.send({ type: "audible", audible: true });
    const { audio } = await view.shows(({ audible }) => audible === true, "what came after");
    assert.isUndefined(audio);
    view.send({ type: "chooseAudio", choices: { ringVolume: 0.2 }, first: true });
    await view.shows((snapshot) => snapshot.audio?.ringVolume === 0.2, "what a page remembered");
  });
});
