import { assert } from "chai";
import { Presence } from "../../src/line/presence.ts";
import { FakePhone } from "../../src/telephony/fake/fake-phone.ts";

/** Presence whose time stands still until the test moves it. */
function build(rules = { wrapUp: 30_000, refuseCalls: false }) {
  const phone = new FakePhone();
  const timers: { act: () => void; milliseconds: number }[] = [];
  let changes = 0;
  const presence = new Presence({
    schedule(act, milliseconds) {
      const timer = { act, milliseconds };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    changed: () => changes++,
  });
  presence.configure(rules);
  phone.on("callStarted", ({ call }) => presence.follow(call));
  phone.signIn({ servers: [], domain: "t", user: "a", password: "p" });
  return { phone, presence, timers, changes: () => changes };
}

const notReady = { ready: false, reason: "Lunch", by: "agent" } as const;

describe("line/presence", () => {
  const phases = ({ presence }: ReturnType<typeof build>) => presence.snapshot.phase;

  it("is ready, until the agent chooses otherwise for a reason", () => {
    const all = build();
    assert.equal(phases(all), "ready");
    all.presence.obey({ type: "setAvailability", availability: notReady });
    assert.deepInclude(all.presence.snapshot, { phase: "notReady", chosen: notReady });
  });

  it("is on a call from the dialling or the answer on, not from the ring on", () => {
    const all = build();
    const call = all.phone.callIn({ number: "+14155550101" });
    assert.equal(phases(all), "ready");
    call.answer();
    assert.equal(phases(all), "onCall");
  });

  it("wraps up a conversation, and is ready when the time is over", () => {
    const all = build();
    talk(all);
    const { snapshot } = all.presence;
    assert.deepInclude(snapshot, { phase: "wrapUp" });
    assert.lengthOf(snapshot.phase === "wrapUp" ? snapshot.calls : [], 1);
    all.timers[0]?.act();
    assert.equal(phases(all), "ready");
    assert.equal(all.changes(), 1, "the views have to be told");
  });

  it("wraps nothing up that was no conversation, or where the administrator wants none", () => {
    const all = build();
    all.phone.callIn({ number: "1" }).decline();
    assert.equal(phases(all), "ready");
    const without = build({ wrapUp: 0, refuseCalls: false });
    talk(without);
    assert.equal(phases(without), "ready");
  });

  it("lets the agent have more time for it, or end it", () => {
    const all = build();
    talk(all);
    const until = () => (all.presence.snapshot as { until?: number }).until ?? 0;
    const before = until();
    all.presence.obey({ type: "extendWrapUp", milliseconds: 60_000 });
    assert.equal(until() - before, 60_000);
    assert.lengthOf(all.timers, 1, "the first timer is stopped");
    all.presence.obey({ type: "endWrapUp" });
    assert.equal(phases(all), "ready");
    assert.isEmpty(all.timers);
  });

  it("goes to what was chosen during the call", () => {
    const all = build();
    const call = all.phone.callIn({ number: "1" });
    call.answer();
    all.presence.obey({ type: "setAvailability", availability: notReady });
    assert.equal(phases(all), "onCall");
    call.hangUp();
    assert.equal(phases(all), "wrapUp");
    all.presence.obey({ type: "endWrapUp" });
    assert.equal(phases(all), "notReady");
  });

  it("ends the wrap-up when the agent dials again", () => {
    const all = build();
    talk(all);
    all.phone.dial("600");
    assert.equal(phases(all), "onCall");
    assert.isEmpty(all.timers);
  });

  it("declines what comes while the agent is not ready or wraps up, where so set", () => {
    const all = build({ wrapUp: 30_000, refuseCalls: true });
    talk(all);
    assert.equal(all.phone.callIn({ number: "2" }).state.phase, "ended");
    all.presence.obey({ type: "endWrapUp" });
    assert.equal(all.phone.callIn({ number: "3" }).state.phase, "ringing");
    all.presence.obey({ type: "setAvailability", availability: notReady });
    assert.equal(all.phone.callIn({ number: "4" }).state.phase, "ended");
  });

  it("leaves nothing of the day to the next agent", () => {
    const all = build();
    talk(all);
    all.presence.obey({ type: "setAvailability", availability: notReady });
    all.presence.reset();
    assert.deepInclude(all.presence.snapshot, { phase: "ready" });
    assert.isEmpty(all.timers);
  });

  function talk({ phone }: ReturnType<typeof build>): void {
    const call = phone.callIn({ number: "+14155550101" });
    call.answer();
    call.hangUp();
  }
});
