import { assert } from "chai";
import { MemoryJournal } from "../../src/line/journal/memory-journal.ts";
import { Line } from "../../src/line/line.ts";
import type { LineOptions } from "../../src/line/line-options.ts";
import { LostCalls } from "../../src/line/lost-calls.ts";
import { MediaRouter } from "../../src/line/media-router.ts";
import type { LineSnapshot } from "../../src/line/protocol.ts";
import { FakeCall } from "../../src/telephony/fake/fake-call.ts";
import { FakePhone } from "../../src/telephony/fake/fake-phone.ts";
import { ScheduleFake } from "../telephony/schedule-fake.ts";
import { until } from "../telephony/until.ts";
import { ViewFake } from "./view-fake.ts";

const account = { servers: ["wss://s.test"], domain: "d.test", user: "agent", password: "secret" };
const lostCalls: NonNullable<LineOptions["lostCalls"]> = (options) => new LostCalls(options);
const dialog = { callId: "c", localTag: "ours", remoteTag: "theirs", target: "sip:peer@d.test" };

describe("line/lost-calls", () => {
  let journal: MemoryJournal;
  const views: ViewFake[] = [];
  beforeEach(() => (journal = new MemoryJournal()));
  afterEach(() => {
    for (const view of views.splice(0)) view.close();
  });

  async function start(options: Partial<LineOptions> = { lostCalls }) {
    const phone = new FakePhone();
    const line = new Line({ phone, media: new MediaRouter(), journal, ...options });
    const view = new ViewFake(line, crypto.randomUUID());
    views.push(view);
    await view.attach({ active: true });
    view.send({ type: "signIn", account });
    await view.shows(({ registration }) => registration.phase === "registered", "registered");
    return { phone, view, line };
  }

  /** A page whose line had a call goes: nobody says a word to the other side. */
  async function lostWithItsPage(): Promise<string> {
    const { phone, view } = await start();
    const call = phone.callIn({ number: "+1" });
    call.answer();
    call.dialog = dialog;
    view.send({ type: "setMuted", call: call.id, muted: true });
    view.send({ type: "setNotes", call: call.id, notes: "wants two" });
    await view.showsCall(({ notes, muted }) => muted && notes !== "", "notes");
    view.send({ type: "detach" });
    return call.id;
  }

  it("are taken over by the next page's line: the same call, with its notes, and not a new one", async () => {
    const id = await lostWithItsPage();
    const { phone, view } = await start();
    const call = await view.showsCall(({ state }) => state.phase === "connected", "the call");
    assert.include(call, { id, notes: "wants two", muted: true, keeper: view.id });
    assert.isUndefined(call.recovered);
    assert.equal(call.sound?.phase, "resuming");
    assert.lengthOf(phone.calls, 1);
    assert.deepEqual(phone.calls[0]?.dialog, dialog);
    assert.equal(call.mediaView, view.id);
  });

  it("are answered by themselves in the next page, where their callers asked for it", async () => {
    const { phone, view: gone } = await start();
    const call = phone.callIn({ number: "+1" }, { answerAfter: 2_000 });
    call.invitation = { text: "INVITE", tag: "ours" };
    gone.send({ type: "setNotes", call: call.id, notes: "intercom" });
    await gone.showsCall(({ notes }) => notes !== "", "the notes");
    gone.send({ type: "detach" });
    const clock = new ScheduleFake();
    const { view } = await start({ lostCalls, schedule: clock.schedule });
    await view.showsCall(({ state }) => state.phase === "ringing", "the ring");
    const wishes = { attachedHeaders: [], watch: [], mailbox: false };
    view.send({ type: "wish", wishes, autoAnswer: true });
    clock.pass(2_000);
    await view.showsCall(({ state }) => state.phase === "connected", "the answer");
  });

  it("are answered by themselves when they would have been in the page before", async () => {
    const [hour, minute] = [3_600_000, 60_000];
    const { phone, view: gone } = await start();
    const call = phone.callIn({ number: "+1" }, { answerAfter: 2 * hour });
    call.invitation = { text: "INVITE", tag: "ours" };
    gone.send({ type: "setNotes", call: call.id, notes: "intercom" });
    await gone.showsCall(({ notes }) => notes !== "", "the notes");
    gone.send({ type: "detach" });
    for (const [id, entry] of journal.entries)
      journal.entries.set(id, { ...entry, startedAt: entry.startedAt - hour });
    const clock = new ScheduleFake();
    const { view, phone: next } = await start({ lostCalls, schedule: clock.schedule });
    await view.showsCall(({ state }) => state.phase === "ringing", "the ring");
    const wishes = { attachedHeaders: [], watch: ["200"], mailbox: false };
    view.send({ type: "wish", wishes, autoAnswer: true });
    await view.shows(({ lamps }) => lamps !== undefined, "the wishes");
    clock.pass(hour - minute);
    assert.deepInclude(next.calls[0]?.state, { phase: "ringing" });
    clock.pass(minute);
    assert.deepInclude(next.calls[0]?.state, { phase: "connected" });
  });

  /** A page in which the agent talks with +2 while +1 is on hold. */
  async function twoCalls() {
    const made = await start();
    const calls = ["+1", "+2"].map((number) => {
      const call = made.phone.callIn({ number });
      call.answer();
      call.dialog = { ...dialog, callId: number };
      return call;
    });
    await made.view.shows(
      (snapshot) => heldIn(snapshot).join() === "us,",
      "the first one to be held",
    );
    const ids = calls.map(({ id }) => id);
    return { ...made, ids };
  }

  const inConference = ({ calls }: LineSnapshot) =>
    calls.length === 2 && calls.every((call) => call.inConference);

  const heldIn = ({ calls }: LineSnapshot) =>
    calls.map(({ state }) => (state.phase === "connected" ? state.heldBy : "no call"));

  it("stay on hold when another one has the agent's ear", async () => {
    const { view: gone } = await twoCalls();
    gone.send({ type: "detach" });
    const { view } = await start();
    const snapshot = await view.shows(({ calls }) => calls.length === 2, "both calls");
    assert.deepEqual(heldIn(snapshot), ["us", undefined]);
  });

  it("that were both talked in, as far as was known, do not hear what is said to each other", async () => {
    const { view: gone } = await twoCalls();
    gone.send({ type: "detach" });
    // The page went before it was known that the first is held.
    for (const [id, entry] of journal.entries)
      if (entry.state.phase === "connected")
        journal.entries.set(id, { ...entry, state: { phase: "connected", since: 1 } });
    const { view } = await start();
    const snapshot = await view.shows(({ calls }) => calls.length === 2, "both calls");
    assert.deepEqual(heldIn(snapshot), ["us", undefined]);
  });

  it("are in conference again when they were", async () => {
    const { view: gone, ids } = await twoCalls();
    const [first = "", second = ""] = ids;
    gone.send({ type: "merge", call: second, with: first });
    await gone.shows(inConference, "the conference");
    gone.send({ type: "detach" });
    const { view } = await start();
    const snapshot = await view.shows(inConference, "the conference to go on");
    assert.deepEqual(heldIn(snapshot), [undefined, undefined]);
    await until(
      () => view.orders.filter(({ order }) => order === "mix").length >= 2,
      "the voices to be mixed",
    );
  });

  it("are all heard in a conference in which one was not taken back yet", async () => {
    const { view: gone, ids } = await twoCalls();
    const [first = "", second = ""] = ids;
    gone.send({ type: "merge", call: second, with: first });
    await gone.shows(inConference, "the conference");
    gone.send({ type: "detach" });
    const state = { phase: "connected", since: 1, heldBy: "us" } as const;
    for (const [id, entry] of journal.entries)
      if (id === first) journal.entries.set(id, { ...entry, state });
    const { view } = await start();
    const snapshot = await view.shows(inConference, "the conference to go on");
    assert.deepEqual(heldIn(snapshot), [undefined, undefined]);
  });

  it("that the agent made stay as they were to each other", async () => {
    const { phone, view: gone } = await start();
    for (const target of ["+1", "+2"]) {
      gone.send({ type: "dial", target });
      const made = await until(
        () => phone.calls.find((call) => call.remote.number === target),
        target,
      );
      assert.instanceOf(made, FakeCall);
      made.dialog = { ...dialog, callId: target };
      made.pickUp();
    }
    const [first, second] = phone.calls.map(({ id }) => id);
    gone.send({ type: "merge", call: second ?? "", with: first ?? "" });
    await gone.shows(inConference, "the conference");
    gone.send({ type: "detach" });
    const { view } = await start();
    const snapshot = await view.shows(inConference, "the conference to go on");
    assert.deepEqual(heldIn(snapshot), [undefined, undefined]);
  });

  it("know for whose sake they were made", async () => {
    const { phone, view: gone } = await start();
    const asking = phone.callIn({ number: "+1" });
    asking.answer();
    asking.dialog = dialog;
    gone.send({ type: "dial", target: "+2", consultsFor: asking.id });
    const asked = await until(() => phone.calls[1], "the second call");
    assert.instanceOf(asked, FakeCall);
    asked.dialog = { ...dialog, callId: "d" };
    asked.pickUp();
    await gone.shows(({ calls: [, made] }) => made?.state.phase === "connected", "the answer");
    gone.send({ type: "detach" });
    const { view } = await start();
    const { calls } = await view.shows((shown) => shown.calls.length === 2, "both calls");
    assert.equal(calls[1]?.consultsFor, asking.id);
  });

  it("that rang are gone on with by the next page's line, and can be answered there", async () => {
    const { phone: before, view: gone } = await start();
    const call = before.callIn({ number: "+1" });
    call.invitation = { text: "INVITE …", tag: "ours" };
    gone.send({ type: "setNotes", call: call.id, notes: "asked before" });
    await gone.showsCall(({ notes }) => notes !== "", "notes");
    gone.send({ type: "detach" });
    const { phone, view } = await start();
    const shown = await view.showsCall(({ state }) => state.phase === "ringing", "the call");
    assert.include(shown, { id: call.id, notes: "asked before", keeper: view.id });
    assert.isUndefined(shown.sound);
    view.send({ type: "answer", call: call.id });
    await view.showsCall(({ state }) => state.phase === "connected", "the answer");
    assert.lengthOf(phone.calls, 1);
  });

  it("that ring at the other side are given up, as nobody would hear of the answer", async () => {
    const { phone, line } = await start();
    const call = phone.dial("+1");
    const talk = phone.callIn({ number: "+2" });
    talk.answer();
    line.leave();
    assert.equal(call.state.phase, "ended");
    assert.equal(talk.state.phase, "connected");
  });

  it("are over where the line does not go with its page", async () => {
    await lostWithItsPage();
    const { phone, view } = await start({});
    const call = await view.showsCall(({ state }) => state.phase === "ended", "the end");
    assert.isTrue(call.recovered);
    assert.isEmpty(phone.calls);
  });

  it("are over when nobody came for too long", async () => {
    await lostWithItsPage();
    const { phone, view } = await start({ lostCalls, lingerInCall: -1 });
    await view.showsCall(({ state }) => state.phase === "ended", "the end");
    assert.isEmpty(phone.calls);
  });

  it("that the other side does not give away are said to be silent, and end by hand", async () => {
    const id = await lostWithItsPage();
    const { phone, view } = await start();
    await view.showsCall(({ state }) => state.phase === "connected", "the call");
    const [call] = phone.calls;
    assert.instanceOf(call, FakeCall);
    call.refuseSound(405);
    await view.showsCall(({ sound }) => sound?.phase === "refused", "the refusal");
    view.send({ type: "hangUp", call: id });
    await view.showsCall(({ state }) => state.phase === "ended", "the end");
  });
});
