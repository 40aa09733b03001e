import { assert } from "chai";
import type { JournalEntry } from "../../../src/line/journal/journal.ts";
import { MemoryJournal } from "../../../src/line/journal/memory-journal.ts";
import { Line } from "../../../src/line/line.ts";
import type { LineOptions } from "../../../src/line/line-options.ts";
import { MediaRouter } from "../../../src/line/media-router.ts";
import { FakeCall } from "../../../src/telephony/fake/fake-call.ts";
import { FakePhone } from "../../../src/telephony/fake/fake-phone.ts";
import { until } from "../../telephony/until.ts";
import { ViewFake } from "../view-fake.ts";

const account = { servers: ["wss://s.test"], domain: "d.test", user: "agent", password: "secret" };
const org = "https://acme.test";

describe("line/journal", () => {
  let journal: MemoryJournal;
  let views: ViewFake[];
  let phone: FakePhone;
  beforeEach(() => {
    journal = new MemoryJournal();
    views = [];
  });
  afterEach(() => {
    for (const view of views) view.close();
  });

  /** A line that finds the journal as the last one left it, and a view of it. */
  async function start(options: Partial<LineOptions> = {}, user = "agent") {
    phone = new FakePhone();
    const line = new Line({ phone, media: new MediaRouter(), journal, org, ...options });
    const view = new ViewFake(line, crypto.randomUUID());
    views.push(view);
    await view.attach({ active: true });
    view.send({ type: "signIn", account: { ...account, user } });
    await view.shows(({ registration }) => registration.phase === "registered", "registered");
    return { line, view };
  }

  async function inCall(options?: Partial<LineOptions>) {
    const { line, view } = await start(options);
    const { id } = phone.callIn({ number: "+1", name: "Ann" });
    view.send({ type: "answer", call: id });
    await view.showsCall(({ state }) => state.phase === "connected", "connected");
    return { line, view, id };
  }

  const only = (): JournalEntry => [...journal.entries.values()][0] ?? assert.fail("no entry");
  const theirs = () => {
    const call = phone.calls[0];
    assert.instanceOf(call, FakeCall);
    return call;
  };

  it("has a call from its first event, with notes as they are typed", async () => {
    const { view, id } = await inCall();
    assert.deepInclude(only(), { id, direction: "incoming", owner: `${org} agent@d.test` });
    view.send({ type: "setNotes", call: id, notes: "wants two" });
    await until(() => only().notes === "wants two", "the notes");
  });

  it("never has the password", async () => {
    await inCall();
    assert.notInclude(JSON.stringify([...journal.entries.values()]), "secret");
  });

  it("gets a sign of life while a call is up", async () => {
    await inCall({ heartbeat: 5 });
    const { seenAt } = only();
    await until(() => only().seenAt > seenAt, "the heartbeat");
  });

  it("brings back a call whose line died, as long as it was known to last", async () => {
    const { view, id } = await inCall();
    view.send({ type: "setNotes", call: id, notes: "wants two" });
    await until(() => only().notes === "wants two", "the notes");
    const { seenAt, state } = only();
    const { view: next } = await start();
    const call = await next.showsCall(() => true, "the call");
    assert.deepInclude(call, { id, notes: "wants two", recovered: true, keeper: next.id });
    assert.deepEqual(call.state, {
      phase: "ended",
      at: seenAt,
      reason: { kind: "interrupted" },
      connectedAt: state.phase === "connected" ? state.since : 0,
    });
  });

  it("brings back what came along with a call, and how well it was heard", async () => {
    const { view } = await start();
    const wishes = { attachedHeaders: ["X-Recording"], watch: ["200"], mailbox: false };
    view.send({ type: "wish", wishes, autoAnswer: false });
    await view.shows(({ lamps }) => lamps !== undefined, "the wishes");
    const attached = { "X-Recording": "https://rec.test/1?a=<b>&c" };
    const { id } = phone.callIn({ number: "+1" }, { attached, called: "+18005550100" });
    view.send({ type: "answer", call: id });
    await view.showsCall(({ state }) => state.phase === "connected", "connected");
    const sample = { mos: 4.1, expected: 50, lost: 1, jitter: 3 };
    view.send({ type: "mediaReport", report: { news: "quality", call: id, sample } });
    await view.showsCall(({ quality }) => quality !== undefined, "the quality");
    view.send({ type: "setNotes", call: id, notes: "wants two" });
    await until(() => only().notes === "wants two", "the notes");
    const { view: next } = await start();
    const call = await next.showsCall(() => true, "the call");
    assert.deepInclude(call, { attached, called: "+18005550100" });
    assert.deepInclude(call.quality, { seconds: 1, mos: { now: 4.1, min: 4.1, average: 4.1 } });
    // And once more: what is brought back is written down again.
    assert.deepInclude(only(), { attached, called: "+18005550100" });
  });

  it("brings back nothing for another agent", async () => {
    await inCall();
    const { view } = await start({}, "agent2");
    assert.isEmpty(view.last?.calls);
    assert.equal(journal.entries.size, 1);
  });

  it("brings back nothing for another org", async () => {
    await inCall();
    const { view } = await start({ org: "https://other.test" });
    assert.isEmpty(view.last?.calls);
  });

  it("leaves in doubt what the line died in the middle of, and never begins a pop again", async () => {
    const { view, id } = await inCall();
    view.send({ type: "deed", call: id, deed: "pop", state: "doing" });
    await view.showsCall(({ deeds }) => deeds.pop === "doing", "the pop");
    theirs().endBy({ kind: "hungUp", by: "them" });
    view.send({ type: "deed", call: id, deed: "log", state: "doing" });
    await view.showsCall(({ deeds }) => deeds.log === "doing", "the save");
    const { view: next } = await start();
    const { deeds } = await next.showsCall(() => true, "the call");
    assert.deepEqual(deeds, { pop: "maybe", log: "maybe" });
  });

  it("keeps a logged call until what is still to be done is saved, in doubt if its line died meanwhile", async () => {
    const { view, id } = await inCall();
    const followUp = { subject: "Call again", on: "2026-12-01" };
    view.send({ type: "setDraft", call: id, draft: { followUp } });
    theirs().endBy({ kind: "hungUp", by: "them" });
    view.send({ type: "deed", call: id, deed: "log", state: "doing" });
    await view.showsCall(({ deeds }) => deeds.log === "doing", "the save");
    const saved = { type: "deed", call: id, state: "done" } as const;
    view.send({ ...saved, deed: "log", logId: "00T000000000001" });
    view.send({ type: "deed", call: id, deed: "followUp", state: "doing" });
    await view.showsCall(({ deeds }) => deeds.followUp?.state === "doing", "the follow-up");
    assert.deepInclude(only().deeds, { log: "done", followUp: { state: "doing" } });
    const { view: next } = await start();
    const { deeds } = await next.showsCall(() => true, "the call");
    assert.deepEqual(deeds.followUp, { state: "maybe" });
    assert.notProperty(deeds, "changed", "a follow-up is no change of the log");
    next.send({ ...saved, deed: "followUp", logId: "00T000000000002" });
    await until(() => journal.entries.size === 0, "the call to be crossed out");
    next.send({ type: "setDraft", call: id, draft: { followUp: { on: "2026-12-02" } } });
    const later = await next.showsCall((call) => call.deeds.followUp?.changed === true, "news");
    assert.equal(later.deeds.followUp?.id, "00T000000000002");
    assert.equal(journal.entries.size, 1);
  });

  it("has a deed written down before the view may begin", async () => {
    const { view, id } = await inCall();
    const writes: (() => void)[] = [];
    const keep = journal.keep.bind(journal);
    journal.keep = async (entry) => {
      await new Promise<void>((resolve) => writes.push(resolve));
      await keep(entry);
    };
    view.send({ type: "deed", call: id, deed: "pop", state: "doing" });
    view.send({ type: "setNotes", call: id, notes: "x" });
    await view.showsCall(({ notes }) => notes === "x", "the notes");
    assert.equal(view.last?.calls[0]?.deeds.pop, "none");
    journal.keep = keep;
    for (const write of writes) write();
    await view.showsCall(({ deeds }) => deeds.pop === "doing", "the permission");
    assert.equal(only().deeds.pop, "doing");
  });

  it("forgets a call once its log is saved, skipped or dropped", async () => {
    for (const settle of [
      { type: "deed", deed: "log", state: "done", logId: "00T1" },
      { type: "deed", deed: "log", state: "skipped" },
      { type: "dismiss" },
    ] as const) {
      const { view, id } = await inCall();
      theirs().endBy({ kind: "hungUp", by: "them" });
      await view.showsCall(({ state }) => state.phase === "ended", "the end");
      assert.isTrue(journal.entries.has(id));
      view.send({ ...settle, call: id });
      await until(() => !journal.entries.has(id), "the stroke");
    }
  });

  it("has a saved call again when its notes change", async () => {
    const { view, id } = await inCall();
    theirs().endBy({ kind: "hungUp", by: "them" });
    view.send({ type: "deed", call: id, deed: "log", state: "done", logId: "00T1" });
    await until(() => journal.entries.size === 0, "the stroke");
    view.send({ type: "setNotes", call: id, notes: "late" });
    const { view: next } = await (async () => {
      await until(() => journal.entries.size === 1, "the entry");
      return start();
    })();
    const { deeds } = await next.showsCall(() => true, "the call");
    assert.deepEqual(deeds, { pop: "none", log: "done", logId: "00T1", changed: true });
  });

  it("keeps what the agent leaves behind at the log-out, and shows it to nobody until they are back", async () => {
    const { view, id } = await inCall();
    view.send({ type: "signOut", loggedOut: true });
    await view.shows(({ calls, registration }) => {
      return calls.length === 0 && registration.phase === "signedOut";
    }, "nothing");
    await until(() => only().state.phase === "ended", "the end in the journal");
    assert.deepInclude(only().state, { reason: { kind: "hungUp", by: "us" } });
    view.send({ type: "signIn", account });
    await view.showsCall((call) => call.id === id && call.recovered === true, "the call");
  });

  it("tells every view what the browser cannot keep", async () => {
    const { view } = await start();
    journal.problem = "full";
    await view.shows(({ storage }) => storage === "full", "the problem");
    journal.problem = undefined;
    await view.shows(({ storage }) => storage === undefined, "no problem");
  });
});
