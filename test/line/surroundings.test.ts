import { assert } from "chai";
import { Line } from "../../src/line/line.ts";
import { MediaRouter } from "../../src/line/media-router.ts";
import { FakePhone } from "../../src/telephony/fake/fake-phone.ts";
import { ScheduleFake } from "../telephony/schedule-fake.ts";
import { until } from "../telephony/until.ts";
import { ViewFake } from "./view-fake.ts";

const account = { servers: ["wss://s.test"], domain: "d.test", user: "agent", password: "secret" };
const wishes = { attachedHeaders: ["X-Case"], watch: ["200"], mailbox: true };

describe("line/surroundings", () => {
  let phone: FakePhone;
  let clock: ScheduleFake;
  let line: Line;
  let view: ViewFake;

  beforeEach(async () => {
    phone = new FakePhone();
    clock = new ScheduleFake();
    line = new Line({ phone, media: new MediaRouter(), schedule: clock.schedule });
    view = await new ViewFake(line, "a").attach({ active: true });
    view.send({ type: "signIn", account });
    await view.shows(({ registration }) => registration.phase === "registered", "registered");
  });
  afterEach(() => view.close());

  it("are shown: mailbox, lamps, and whether the agent may be disturbed", async () => {
    view.send({ type: "wish", wishes, autoAnswer: false });
    await view.shows(({ lamps }) => lamps?.["200"] === "unknown", "the lamp");
    phone.tellMailbox({ waiting: true, new: 2 });
    phone.light("200", "busy");
    view.send({ type: "setDoNotDisturb", on: true });
    const shown = await view.shows(({ doNotDisturb }) => doNotDisturb === true, "the wish");
    assert.deepEqual(shown.mailbox, { waiting: true, new: 2 });
    assert.deepEqual(shown.lamps, { "200": "busy" });
  });

  it("keep calls away from an agent who is not to be disturbed", async () => {
    view.send({ type: "setDoNotDisturb", on: true });
    await until(() => phone.doNotDisturb, "the wish");
    assert.equal(phone.callIn({ number: "1" }).refusedWith, "busy");
    assert.isEmpty(line.snapshot.calls);
  });

  it("keep what a call brings along", async () => {
    view.send({ type: "wish", wishes, autoAnswer: false });
    await view.shows(({ lamps }) => lamps !== undefined, "the wishes");
    phone.callIn({ number: "1" }, { attached: { "X-Case": "42" } });
    const call = await view.showsCall(() => true, "the call");
    assert.deepEqual(call.attached, { "X-Case": "42" });
  });

  it("take the TURN servers' new password, and tell how long it counts", async () => {
    const iceServers = [{ urls: "turn:t.test", username: "u", credential: "c" }];
    view.send({ type: "useIceServers", iceServers, until: 5_000 });
    await view.shows(({ iceUntil }) => iceUntil === 5_000, "the time");
    assert.deepEqual(phone.iceServers, iceServers);
  });

  describe("a caller who wants to be answered by itself", () => {
    const allow = async (autoAnswer: boolean) => {
      view.send({ type: "wish", wishes, autoAnswer });
      await view.shows(({ lamps }) => lamps !== undefined, "the wishes");
    };

    it("is, after the time that was asked for, where the administrator allows it", async () => {
      await allow(true);
      const call = phone.callIn({ number: "1" }, { answerAfter: 2_000 });
      assert.equal(call.state.phase, "ringing");
      clock.pass(2_000);
      assert.equal(call.state.phase, "connected");
    });

    it("rings like any other where the administrator does not", async () => {
      await allow(false);
      const call = phone.callIn({ number: "1" }, { answerAfter: 0 });
      clock.pass(1_000);
      assert.equal(call.state.phase, "ringing");
    });

    it("rings while the agent is in another call", async () => {
      await allow(true);
      phone.callIn({ number: "1" }).answer();
      const second = phone.callIn({ number: "2" }, { answerAfter: 0 });
      clock.pass(1_000);
      assert.equal(second.state.phase, "ringing");
    });
  });

  describe("a caller whose time strikes too early", () => {
    it("is answered in the page that comes, where there was none", async () => {
      view.send({ type: "wish", wishes, autoAnswer: true });
      await view.shows(({ lamps }) => lamps !== undefined, "the wishes");
      const call = phone.callIn({ number: "1" }, { answerAfter: 2_000 });
      view.send({ type: "detach" });
      await until(() => line.snapshot.views === 0, "the page to be gone");
      clock.pass(2_000);
      assert.equal(call.state.phase, "ringing");
      await view.attach({ active: true });
      assert.equal(call.state.phase, "connected");
    });

    it("is answered once it is known that the administrator allows it", async () => {
      const call = phone.callIn({ number: "1" }, { answerAfter: 0 });
      clock.pass(0);
      assert.equal(call.state.phase, "ringing");
      view.send({ type: "wish", wishes, autoAnswer: true });
      await view.showsCall(({ state }) => state.phase === "connected", "the answer");
    });

    it("rings on where the agent was in another call then", async () => {
      view.send({ type: "wish", wishes, autoAnswer: true });
      await view.shows(({ lamps }) => lamps !== undefined, "the wishes");
      const first = phone.callIn({ number: "1" });
      first.answer();
      const second = phone.callIn({ number: "2" }, { answerAfter: 0 });
      clock.pass(0);
      first.hangUp();
      await view.attach({ active: true });
      assert.equal(second.state.phase, "ringing");
    });
  });

  it("send a caller elsewhere, and leave it ringing where that cannot be", async () => {
    const call = phone.callIn({ number: "1" });
    const { id } = call;
    view.send({ type: "redirect", call: id, target: "<>" });
    view.send({ type: "decline", call: "nobody" });
    assert.equal(call.state.phase, "ringing");
    view.send({ type: "redirect", call: id, target: "*97" });
    const ended = await view.showsCall(({ state }) => state.phase === "ended", "the end");
    assert.deepInclude(ended.state, { reason: { kind: "redirected", to: "*97" } });
  });

  it("tell the caller what the agent chose", async () => {
    const call = phone.callIn({ number: "1" });
    view.send({ type: "decline", call: call.id, reason: "unavailable" });
    await until(() => call.refusedWith === "unavailable", "the refusal");
  });
});
