import { assert } from "chai";
import { portChannel } from "../../src/base/channel.ts";
import { Line } from "../../src/line/line.ts";
import type { LineOptions } from "../../src/line/line-options.ts";
import { MediaRouter } from "../../src/line/media-router.ts";
import { FakeCall } from "../../src/telephony/fake/fake-call.ts";
import { FakePhone } from "../../src/telephony/fake/fake-phone.ts";
import { until } from "../telephony/until.ts";
import { ViewFake } from "./view-fake.ts";

const account = {
  servers: ["wss://server.test"],
  domain: "test.example",
  user: "agent",
  password: "secret",
};
const record = { id: "003000000000001AAA", object: "Contact", name: "Ada" };

/** A line whose time stands still until the test moves it. */
function build(options: Partial<LineOptions> = {}) {
  const phone = new FakePhone();
  const media = new MediaRouter();
  const waiting: { act: () => void; milliseconds: number }[] = [];
  const line = new Line({
    phone,
    media,
    schedule(act, milliseconds) {
      const entry = { act, milliseconds };
      waiting.push(entry);
      return () => void waiting.splice(waiting.indexOf(entry), 1);
    },
    ...options,
  });
  const views: ViewFake[] = [];
  const view = (id: string) => {
    const made = new ViewFake(line, id);
    views.push(made);
    return made;
  };
  return { phone, media, line, view, views, waiting };
}

describe("line/line", () => {
  let context: ReturnType<typeof build>;
  beforeEach(() => (context = build()));
  afterEach(() => {
    for (const view of context.views) view.close();
  });

  async function signedIn(id = "a") {
    const view = await context.view(id).attach({ active: true });
    view.send({ type: "signIn", account });
    await view.shows(({ registration }) => registration.phase === "registered", "registered");
    return view;
  }

  async function inCall() {
    const view = await signedIn();
    view.send({ type: "dial", target: "600", record });
    await view.showsCall(() => true, "the call");
    const call = context.phone.calls[0] ?? assert.fail("no call");
    return { view, call };
  }

  /** The fake call's other side. */
  const theirs = () => {
    const call = context.phone.calls.at(-1);
    assert.instanceOf(call, FakeCall);
    return call;
  };

  const detach = async (view: ViewFake, { from = context.line } = {}) => {
    const before = from.snapshot.views;
    view.send({ type: "detach" });
    await until(() => from.snapshot.views === before - 1, "the view to leave");
  };

  describe("attach", () => {
    it("is answered with the line's true state in the first message", async () => {
      await inCall();
      const late = await context.view("b").attach();
      assert.deepInclude(late.snapshots[0], { views: 2, identity: "agent@test.example" });
      assert.lengthOf(late.snapshots[0]?.calls ?? [], 1);
    });

    it("of the same view again takes the place of the old one", async () => {
      const view = await context.view("a").attach();
      await view.attach();
      assert.equal(context.line.snapshot.views, 1);
    });

    it("after a detach, on the same channel, works as the first time", async () => {
      const view = await signedIn();
      await detach(view);
      await view.attach();
      assert.equal(view.last?.registration.phase, "registered");
    });
  });

  describe("snapshots", () => {
    it("never hold the password", async () => {
      const { view } = await inCall();
      assert.notInclude(JSON.stringify(view.snapshots), "secret");
    });

    it("go to every view, once for changes that happen together", async () => {
      const { view } = await inCall();
      const other = await context.view("b").attach();
      await view.shows(({ views }) => views === 2, "two views");
      const before = [view.snapshots.length, other.snapshots.length];
      theirs().ring();
      theirs().pickUp();
      await other.showsCall(({ state }) => state.phase === "connected", "connected");
      await view.showsCall(({ state }) => state.phase === "connected", "connected");
      const after = [view.snapshots.length, other.snapshots.length];
      assert.deepEqual(
        after,
        before.map((count) => count + 1),
      );
    });
  });

  describe("signIn", () => {
    it("with the same account does nothing, as every page load does it", async () => {
      const view = await signedIn();
      view.send({ type: "signIn", account: { ...account } });
      view.send({ type: "dial", target: "600" });
      await view.showsCall(() => true, "the call");
      assert.lengthOf(context.phone.accounts, 1);
    });

    it("is left to the agent once they signed out, in whichever view", async () => {
      const view = await signedIn();
      const other = await context.view("b").attach();
      view.send({ type: "signOut" });
      await other.shows(({ signedOutBy }) => signedOutBy === "agent", "who signed out");
      const late = await context.view("c").attach();
      assert.equal(late.last?.signedOutBy, "agent");
      other.send({ type: "signIn", account });
      await view.shows(({ signedOutBy }) => signedOutBy === undefined, "the sign-in");
    });

    it("is left to views that come later once the CRM logged the agent out", async () => {
      const view = await signedIn();
      view.send({ type: "signOut", loggedOut: true });
      await view.shows(({ signedOutBy }) => signedOutBy === "crm", "the log-out");
      const late = await context.view("b").attach();
      assert.deepInclude(late.snapshots[0], { registration: { phase: "signedOut" } });
      assert.isUndefined(late.snapshots[0]?.signedOutBy);
    });

    it("tries again where the last time failed", async () => {
      const view = await context.view("a").attach();
      context.phone.answerToSignIn = { phase: "failed", problem: "unreachable", detail: "" };
      view.send({ type: "signIn", account });
      await view.shows(({ registration }) => registration.phase === "failed", "failed");
      context.phone.answerToSignIn = { phase: "registered", since: 0 };
      view.send({ type: "signIn", account });
      await view.shows(({ registration }) => registration.phase === "registered", "registered");
    });

    it("never costs a call that is up", async () => {
      const { view, call } = await inCall();
      theirs().pickUp();
      context.phone.become({ phase: "failed", problem: "timeout", detail: "" });
      view.send({ type: "signIn", account });
      view.send({ type: "setNotes", call: call.id, notes: "still here" });
      await view.showsCall(({ notes }) => notes === "still here", "the notes");
      assert.equal(call.state.phase, "connected");
      assert.lengthOf(context.phone.accounts, 1);
    });
  });

  describe("online", () => {
    it("has the connection looked at", async () => {
      const view = await signedIn();
      view.send({ type: "online" });
      await until(() => context.phone.checks === 1, "the look");
    });
  });

  describe("signOut", () => {
    it("forgets who was signed in", async () => {
      const view = await signedIn();
      view.send({ type: "signOut" });
      const { registration, identity } = await view.shows(
        (snapshot) => snapshot.registration.phase === "signedOut",
        "signed out",
      );
      assert.deepEqual([registration.phase, identity], ["signedOut", undefined]);
    });
  });

  describe("dial", () => {
    it("remembers the record that was clicked, and who carries the audio", async () => {
      const { view } = await inCall();
      const call = await view.showsCall(({ mediaView }) => mediaView === "a", "the audio");
      assert.deepEqual(call.record, record);
    });

    it("that cannot be done is refused to the view that asked, and to no other", async () => {
      const view = await context.view("a").attach();
      const other = await context.view("b").attach();
      context.phone.become({ phase: "failed", problem: "wrongPassword", detail: "" });
      view.send({ type: "dial", target: "600" });
      await until(() => view.refused.length > 0, "the refusal");
      assert.deepEqual(view.refused, ["dial: notRegistered"]);
      assert.isEmpty(other.refused);
    });

    it("is let through for help, however many calls are up", async () => {
      const view = await signedIn();
      for (let n = 1; n <= 7; n++) view.send({ type: "dial", target: `60${n}` });
      await until(() => view.refused.length > 0, "the refusal");
      assert.deepEqual(view.refused, ["dial: tooManyCalls"]);
      view.send({ type: "dial", target: "112", forHelp: true });
      await view.shows(
        ({ calls }) => calls.some(({ remote }) => remote.number === "112"),
        "the call for help",
      );
    });

    it("before the line is ready is shown, and done once when it is", async () => {
      const view = await context.view("a").attach();
      view.send({ type: "dial", target: "600", record });
      const { waiting } = await view.shows((all) => all.waiting !== undefined, "what waits");
      assert.equal(waiting?.target, "600");
      view.send({ type: "signIn", account });
      const call = await view.showsCall(({ mediaView }) => mediaView === "a", "the call");
      assert.deepEqual(call.record, record);
      assert.isUndefined(view.last?.waiting);
      context.phone.become({ phase: "reconnecting", since: 0 });
      context.phone.become({ phase: "registered", since: 0 });
      assert.lengthOf(context.phone.calls, 1);
    });

    it("before the line is ready is carried by another view when the first is gone", async () => {
      const view = await context.view("a").attach();
      const next = await context.view("b").attach();
      view.send({ type: "dial", target: "600" });
      await next.shows(({ waiting }) => waiting !== undefined, "what waits");
      await detach(view);
      next.send({ type: "signIn", account });
      await next.showsCall(({ mediaView }) => mediaView === "b", "the audio");
    });

    it("before the line is ready can be taken back", async () => {
      const view = await context.view("a").attach();
      view.send({ type: "dial", target: "600" });
      await view.shows(({ waiting }) => waiting !== undefined, "what waits");
      view.send({ type: "cancelDial" });
      await view.shows(({ waiting }) => waiting === undefined, "nothing that waits");
      view.send({ type: "signIn", account });
      await view.shows(({ registration }) => registration.phase === "registered", "registered");
      assert.isEmpty(context.phone.calls);
    });

    it("is refused when the line does not get ready in time", async () => {
      const view = await context.view("a").attach();
      view.send({ type: "dial", target: "600" });
      await view.shows(({ waiting }) => waiting !== undefined, "what waits");
      context.waiting.find(({ milliseconds }) => milliseconds === 20_000)?.act();
      await until(() => view.refused.length > 0, "the refusal");
      await view.shows(({ waiting }) => waiting === undefined, "nothing that waits");
    });
  });

  describe("sound", () => {
    const flowing = (view: ViewFake, call: string) =>
      view.send({ type: "mediaReport", report: { news: "flowing", call } });

    async function talking() {
      const started = await inCall();
      theirs().pickUp();
      flowing(started.view, started.call.id);
      await started.view.showsCall(({ sound }) => sound?.phase === "carried", "the sound");
      return started;
    }

    it("is told to be carried once a document says so", async () => {
      const { view } = await talking();
      assert.deepInclude(view.last?.calls[0]?.sound, { phase: "carried", resumed: 0 });
    });

    it("is resuming from the loss of its view until the next one carries it", async () => {
      const { view, call } = await talking();
      await detach(view);
      const next = await context.view("b").attach();
      await next.showsCall(({ sound }) => sound?.phase === "resuming", "resuming");
      flowing(next, call.id);
      const { sound } = await next.showsCall(
        (shown) => shown.sound?.phase === "carried",
        "the sound",
      );
      assert.equal(sound?.resumed, 1);
      assert.isAtLeast(sound?.gap ?? -1, 0);
    });

    it("that the other side refuses is told, with its status, until it flows after all", async () => {
      const { view, call } = await talking();
      theirs().refuseSound(488);
      const { sound } = await view.showsCall((all) => all.sound?.phase === "refused", "refused");
      assert.deepInclude(sound, { status: 488 });
      flowing(view, call.id);
      await view.showsCall((all) => all.sound?.phase === "carried", "the sound");
    });

    it("moves to another view that asks for it", async () => {
      const { view, call } = await talking();
      const other = await context.view("b").attach();
      other.send({ type: "carry", call: call.id });
      await view.showsCall(({ mediaView }) => mediaView === "b", "the move");
      flowing(view, call.id); // late: another view has it
      await view.showsCall(({ sound }) => sound?.phase === "resuming", "resuming");
      flowing(other, call.id);
      await view.showsCall(({ sound }) => sound?.phase === "carried", "the sound");
    });

    it("lives in the phone's own window while there is one", async () => {
      const { view } = await talking();
      const home = await context.view("home").attach({ active: true, home: true });
      const call = await view.showsCall(({ mediaView }) => mediaView === "home", "the move");
      assert.equal(call.keeper, "a");
      assert.equal(view.last?.home, "home");
      await detach(view);
      const next = await context.view("b").attach();
      await next.showsCall(({ mediaView, keeper }) => mediaView === "home" && keeper === "b", "b");
      await detach(home);
      await next.showsCall(({ mediaView }) => mediaView === "b", "the way back");
    });

    it("of a call that is answered in a page lives in the phone's own window", async () => {
      const view = await signedIn();
      await context.view("home").attach({ home: true });
      const { id } = context.phone.callIn({ number: "1" });
      view.send({ type: "answer", call: id });
      await view.showsCall(({ mediaView }) => mediaView === "home", "the audio");
    });

    it("goes back to a page when the window's channel is seen to be closed", async () => {
      const { view } = await talking();
      const { port1, port2 } = new MessageChannel();
      const leave = context.line.connect(portChannel(port2));
      port1.postMessage({ type: "attach", view: "home", active: true, home: true });
      await view.showsCall(({ mediaView }) => mediaView === "home", "the move");
      leave();
      await view.showsCall(({ mediaView }) => mediaView === "a", "the way back");
      port1.close();
    });

    it("lacks a microphone until there is one again", async () => {
      const { view, call } = await talking();
      const report = { news: "microphone", call: call.id } as const;
      view.send({ type: "mediaReport", report: { ...report, problem: "busy" } });
      await view.showsCall(({ sound }) => sound?.microphone === "busy", "the loss");
      view.send({ type: "mediaReport", report });
      await view.showsCall(({ sound }) => sound !== undefined && !sound.microphone, "its end");
    });
  });

  describe("calls", () => {
    it("are answered by any view, and the one that answers carries the audio", async () => {
      const first = await signedIn("a");
      const second = await context.view("b").attach();
      const { id } = context.phone.callIn({ number: "1" });
      await second.showsCall(({ state }) => state.phase === "ringing", "ringing");
      second.send({ type: "answer", call: id });
      const call = await first.showsCall(({ state }) => state.phase === "connected", "connected");
      assert.equal(call.mediaView, "b");
    });

    it("obey every verb", async () => {
      const { view, call } = await inCall();
      theirs().pickUp();
      view.send({ type: "setMuted", call: call.id, muted: true });
      await view.showsCall(({ muted }) => muted, "muted");
      view.send({ type: "sendDtmf", call: call.id, digits: "12" });
      view.send({ type: "hangUp", call: call.id });
      await view.showsCall(({ state }) => state.phase === "ended", "ended");
    });

    it("are declined", async () => {
      const view = await signedIn();
      const { id } = context.phone.callIn({ number: "1" });
      view.send({ type: "decline", call: id });
      const { state } = await view.showsCall((call) => call.state.phase === "ended", "ended");
      assert.deepInclude(state, { reason: { kind: "declined", by: "us" } });
    });

    it("stay after their end, with notes and record, until they are dismissed", async () => {
      const { view, call } = await inCall();
      view.send({ type: "setNotes", call: call.id, notes: "asked for Bob" });
      call.hangUp();
      await view.showsCall(({ state }) => state.phase === "ended", "ended");
      const other = { id: "001000000000001AAA", object: "Account" };
      view.send({ type: "setRecord", call: call.id, record: other });
      const { notes } = await view.showsCall((shown) => shown.record?.id === other.id, "record");
      assert.equal(notes, "asked for Bob");
      view.send({ type: "dismiss", call: call.id });
      await view.shows(({ calls }) => calls.length === 0, "nothing");
    });

    it("get a line more below the notes that the line has by then", async () => {
      const { view, call } = await inCall();
      view.send({ type: "setNotes", call: call.id, notes: "First.", added: true });
      view.send({ type: "setNotes", call: call.id, notes: "Typed." });
      view.send({ type: "setNotes", call: call.id, notes: "Added.", added: true });
      const { notes } = await view.showsCall(({ notes }) => notes.includes("Added"), "notes");
      assert.equal(notes, "Typed.\nAdded.");
    });

    it("that are up cannot be dismissed", async () => {
      const { view, call } = await inCall();
      view.send({ type: "dismiss", call: call.id });
      view.send({ type: "setNotes", call: call.id, notes: "n" });
      await view.showsCall(({ notes }) => notes === "n", "the notes");
    });
  });

  describe("the audio of a call", () => {
    it("goes to the newest view when its own dies, and to the next when there is none yet", async () => {
      const { view, call } = await inCall();
      theirs().pickUp();
      await context.view("b").attach();
      const newest = await context.view("c").attach();
      await detach(view);
      const shown = await newest.showsCall(({ mediaView }) => mediaView !== "a", "the move");
      assert.equal(shown.mediaView, "c");
      await detach(newest);
      assert.equal(context.media.current(call.id)?.id, "b");
    });

    it("is told to the telephone as a move", async () => {
      const { view, call } = await inCall();
      theirs().pickUp();
      const moved: string[] = [];
      context.media.on("moved", (event) => moved.push(event.call));
      await detach(view);
      assert.isUndefined(context.media.current(call.id));
      await context.view("b").attach();
      assert.deepEqual(moved, [call.id]);
    });

    it("has no document while a call only rings", async () => {
      await signedIn();
      const { id } = context.phone.callIn({ number: "1" });
      await context.view("b").attach();
      assert.isUndefined(context.media.current(id));
    });

    it("is ordered over the view's channel, and fails for whoever waits when the view dies", async () => {
      const { view, call } = await inCall();
      const document = context.media.current(call.id) ?? assert.fail("no document");
      const question = {
        order: "describe",
        call: call.id,
        fresh: true,
        muted: false,
        iceServers: [],
      } as const;
      const asked = document.ask(question);
      const order = await until(() => view.orders[0], "the order");
      const n = "n" in order ? order.n : assert.fail("no number");
      view.send({ type: "mediaReply", reply: { n, ok: true, sdp: "v=0" } });
      assert.equal(await asked, "v=0");
      const lost = document.ask(question).catch((error: unknown) => error);
      await detach(view);
      assert.deepInclude(await lost, { name: "MediaError", code: "gone" });
    });
  });

  describe("the keeper of a call", () => {
    it("is the view that the agent looked at last", async () => {
      const view = await signedIn("a");
      const other = await context.view("b").attach({ active: true });
      view.send({ type: "focus", active: true });
      other.send({ type: "focus", active: false });
      view.send({ type: "dial", target: "600" });
      assert.equal((await other.showsCall(() => true, "the call")).keeper, "a");
    });

    it("is the newest view when the agent looks at none", async () => {
      const view = await signedIn("a");
      view.send({ type: "focus", active: false });
      await context.view("b").attach();
      context.phone.callIn({ number: "1" });
      assert.equal((await view.showsCall(() => true, "the call")).keeper, "b");
    });

    it("is another when it dies, also after the call ended", async () => {
      const { view, call } = await inCall();
      const other = await context.view("b").attach();
      call.hangUp();
      await detach(view);
      await other.showsCall(({ keeper }) => keeper === "b", "the new keeper");
    });

    it("is the first view to come when there was none", async () => {
      const view = await signedIn();
      await detach(view);
      context.phone.callIn({ number: "1" });
      const late = await context.view("b").attach();
      assert.equal(late.last?.calls[0]?.keeper, "b");
    });

    it("alone does deeds", async () => {
      const { view, call } = await inCall();
      const other = await context.view("b").attach();
      other.send({ type: "deed", call: call.id, deed: "log", state: "done", logId: "no" });
      view.send({ type: "deed", call: call.id, deed: "log", state: "done", logId: "00T1" });
      const { deeds } = await view.showsCall((shown) => shown.deeds.log === "done", "the deed");
      assert.deepEqual(deeds, { pop: "none", log: "done", logId: "00T1" });
    });

    it("that leaves before it did what it was allowed leaves it undone, to be done by the next", async () => {
      const { view, call } = await inCall();
      const other = await context.view("b").attach();
      view.send({ type: "deed", call: call.id, deed: "pop", state: "doing" });
      await other.showsCall(({ deeds }) => deeds.pop === "doing", "the permission");
      await detach(view);
      await other.showsCall(({ deeds }) => deeds.pop === "none", "nothing done");
      other.send({ type: "deed", call: call.id, deed: "pop", state: "doing" });
      await other.showsCall(({ deeds }) => deeds.pop === "doing", "the next permission");
    });

    it("that leaves before it saved leaves an older save as it was", async () => {
      const { view, call } = await inCall();
      const other = await context.view("b").attach();
      call.hangUp();
      view.send({ type: "deed", call: call.id, deed: "log", state: "done", logId: "00T1" });
      view.send({ type: "setNotes", call: call.id, notes: "late" });
      await other.showsCall(({ deeds }) => deeds.changed === true, "the change");
      view.send({ type: "deed", call: call.id, deed: "log", state: "doing" });
      await other.showsCall(({ deeds }) => deeds.log === "doing", "the permission");
      await detach(view);
      const { deeds } = await other.showsCall((shown) => shown.keeper === "b", "the next");
      assert.deepEqual(deeds, { pop: "none", log: "done", logId: "00T1", changed: true });
    });

    it("that leaves after it asked the CRM leaves it as maybe done", async () => {
      const { view, call } = await inCall();
      const other = await context.view("b").attach();
      view.send({ type: "deed", call: call.id, deed: "pop", state: "doing" });
      await other.showsCall(({ deeds }) => deeds.pop === "doing", "the permission");
      view.send({ type: "deed", call: call.id, deed: "pop", state: "sent" });
      await detach(view);
      const { deeds } = await other.showsCall((shown) => shown.deeds.pop === "maybe", "doubt");
      assert.equal(deeds.pops, 1);
    });

    it("of a call whose record may be open is a view that the agent looks at, until it ends", async () => {
      const { view, call } = await inCall();
      const hidden = await context.view("b").attach();
      view.send({ type: "deed", call: call.id, deed: "pop", state: "doing" });
      await hidden.showsCall(({ deeds }) => deeds.pop === "doing", "the permission");
      view.send({ type: "deed", call: call.id, deed: "pop", state: "sent" });
      await detach(view);
      const { keeper } = await hidden.showsCall(({ deeds }) => deeds.pop === "maybe", "doubt");
      assert.isUndefined(keeper);
      const next = await context.view("c").attach({ active: true });
      assert.equal(next.last?.calls[0]?.keeper, "c");
      await detach(next);
      call.hangUp();
      await hidden.showsCall((shown) => shown.keeper === "b", "somebody for the log");
    });

    it("that crashes may have done what it was allowed, whatever it said last", async () => {
      const released = new Map<string, () => void>();
      const whenReleased = (lock: string) =>
        new Promise<void>((resolve) => released.set(lock, resolve));
      context = build({ whenReleased });
      const { view, call } = await inCall();
      const other = await context.view("b").attach();
      view.send({ type: "held" });
      view.send({ type: "deed", call: call.id, deed: "log", state: "doing" });
      await other.showsCall(({ deeds }) => deeds.log === "doing", "the permission");
      const release = await until(() => released.get("switchhook-view-a"), "the watch");
      release();
      await other.showsCall(({ deeds }) => deeds.log === "maybe", "doubt");
    });
  });

  describe("without any view", () => {
    it("keeps a running call for a while, then ends it, then itself", async () => {
      const { view, call } = await inCall();
      theirs().pickUp();
      await detach(view);
      assert.deepEqual(
        context.waiting.map(({ milliseconds }) => milliseconds),
        [60_000],
      );
      context.waiting[0]?.act();
      assert.deepInclude(call.state, { phase: "ended", reason: { kind: "abandoned" } });
      await until(
        () => context.waiting.some(({ milliseconds }) => milliseconds === 10_000),
        "idle",
      );
      context.waiting.at(-1)?.act();
      assert.equal(context.phone.registration.phase, "signedOut");
    });

    it("lets a caller who waited in vain have been missed, and not declined", async () => {
      await detach(await signedIn());
      const call = context.phone.callIn({ number: "+1" });
      context.waiting[0]?.act();
      assert.deepInclude(call.state, { reason: { kind: "cancelled", by: "them" } });
      assert.equal(call.refusedWith, "unavailable");
    });

    it("keeps a call that comes while it is about to end itself", async () => {
      await detach(await signedIn());
      assert.deepEqual(
        context.waiting.map(({ milliseconds }) => milliseconds),
        [10_000],
      );
      const call = context.phone.callIn({ number: "+1" });
      assert.deepEqual(
        context.waiting.map(({ milliseconds }) => milliseconds),
        [60_000],
      );
      const next = await context.view("b").attach();
      assert.equal(next.last?.calls[0]?.state.phase, "ringing");
      assert.equal(call.state.phase, "ringing");
      assert.isEmpty(context.waiting);
    });

    it("unregisters when idle, and says that it is closed", async () => {
      let closed = 0;
      context = build({ ...timers(), onClosed: () => (closed += 1) });
      await detach(await signedIn());
      await until(() => closed === 1, "the end");
      assert.equal(context.phone.registration.phase, "signedOut");
    });

    it("goes on when a view comes in time", async () => {
      const { view, call } = await inCall();
      theirs().pickUp();
      await detach(view);
      await context.view("b").attach();
      assert.isEmpty(context.waiting);
      assert.equal(call.state.phase, "connected");
    });
  });

  it("takes a view for gone when its lock is released", async () => {
    const released = new Map<string, () => void>();
    const whenReleased = (lock: string) =>
      new Promise<void>((resolve) => released.set(lock, resolve));
    context = build({ whenReleased });
    const view = await context.view("a").attach();
    view.send({ type: "held" });
    const release = await until(() => released.get("switchhook-view-a"), "the watch");
    release();
    await until(() => context.line.snapshot.views === 0, "the view to be gone");
  });

  it("takes a view for gone that crashed before it asked for its lock, and no other", async () => {
    const locked = new Set(["switchhook-view-b"]);
    context = build({ isLocked: (lock) => Promise.resolve(locked.has(lock)) });
    await context.view("a").attach();
    await context.view("b").attach();
    assert.equal(context.line.snapshot.views, 2);
    for (const { act, milliseconds } of [...context.waiting]) if (milliseconds === 5_000) act();
    await until(() => context.line.snapshot.views === 1, "the view to be gone");
  });

  it("is not fooled by the old lock of a view that attached anew", async () => {
    const released: (() => void)[] = [];
    context = build({
      whenReleased: () => new Promise<void>((resolve) => released.push(resolve)),
    });
    const view = await context.view("a").attach();
    view.send({ type: "held" });
    await until(() => released.length === 1, "the watch");
    await view.attach();
    released[0]?.();
    view.send({ type: "signIn", account });
    await view.shows(({ registration }) => registration.phase === "registered", "registered");
    assert.equal(context.line.snapshot.views, 1);
  });
});

const timers = () => ({
  lingerIdle: 1,
  schedule: (act: () => void, milliseconds: number) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
});
