import { assert } from "chai";
import fc from "fast-check";
import type { Availability, PresenceSnapshot } from "../../../src/line/protocol.ts";
import { WorkSync } from "../../../src/softphone/day/work-sync.ts";
import { FakeWorkDesk, statuses } from "../fakes/fake-work-desk.ts";

const turn = () => new Promise((resolve) => setTimeout(resolve));
const { available, onCall, away } = statuses;

/** Phone and CRM with a sync between them. */
class Both {
  readonly desk: FakeWorkDesk;
  readonly sync: WorkSync;
  /** What the sync told the phone. */
  readonly told: Availability[] = [];
  chosen: Availability = { ready: true, by: "agent" };
  calls = 0;

  private constructor(desk: FakeWorkDesk) {
    this.desk = desk;
    this.sync = new WorkSync({
      desk,
      statuses,
      tell: (availability) => {
        this.told.push(availability);
        this.choose(availability);
      },
    });
  }

  static async of(desk = new FakeWorkDesk(), chosen?: Availability): Promise<Both> {
    const both = new Both(desk);
    if (chosen) both.chosen = chosen;
    await both.sync.start(both.presence);
    await turn();
    return both;
  }

  get presence(): PresenceSnapshot {
    const idle = this.chosen.ready ? "ready" : "notReady";
    return { phase: this.calls > 0 ? "onCall" : idle, since: 0, chosen: this.chosen };
  }

  choose(availability: Availability): void {
    this.chosen = availability;
    this.sync.follow(this.presence);
  }

  call(calls: number): void {
    this.calls = calls;
    this.sync.follow(this.presence);
  }
}

describe("softphone/day/work-sync", () => {
  it("makes the agent busy in the CRM for a call, and available again after it", async () => {
    const both = await Both.of();
    both.call(1);
    await turn();
    assert.equal(both.desk.current?.id, onCall);
    both.call(0);
    await turn();
    assert.equal(both.desk.current?.id, available);
    assert.deepEqual(both.desk.set, [onCall, available]);
    assert.isEmpty(both.told, "its own echo is no news");
  });

  it("makes the phone not ready while the agent is at a chat, which takes no status away", async () => {
    const both = await Both.of();
    both.desk.work(true);
    await turn();
    assert.deepEqual(both.told, [{ ready: false, by: "work" }]);
    both.desk.work(false);
    await turn();
    assert.deepEqual(both.told.at(-1), { ready: true, by: "agent" });
    assert.isEmpty(both.desk.set);
  });

  it("does not make an agent ready after a chat who had chosen not to be", async () => {
    const both = await Both.of(new FakeWorkDesk(away), { ready: false, by: "agent" });
    both.desk.work(true);
    both.desk.work(false);
    await turn();
    assert.isEmpty(both.told);
  });

  it("takes over what the agent chooses in the CRM, with its name as the reason", async () => {
    const both = await Both.of();
    both.desk.choose("0N5000000000009AAA", "Coaching");
    assert.deepEqual(both.told, [{ ready: false, by: "agent", reason: "Coaching" }]);
    both.desk.choose(`${available}AAA`, "Available");
    assert.deepEqual(both.told.at(-1), { ready: true, by: "agent" });
    await turn();
    assert.isEmpty(both.desk.set, "nothing is sent back");
  });

  it("tells the CRM what the agent chooses in the phone", async () => {
    const both = await Both.of();
    both.choose({ ready: false, by: "agent", reason: "Lunch" });
    await turn();
    assert.deepEqual(both.desk.set, [away]);
    assert.equal(both.chosen.reason, "Lunch", "the echo does not take the reason away");
  });

  it("begins not ready where the agent is away in the CRM already", async () => {
    const both = await Both.of(new FakeWorkDesk("0N5000000000009"));
    assert.isFalse(both.chosen.ready);
    assert.isEmpty(both.desk.set);
  });

  it("signs nobody in who is signed out there", async () => {
    const desk = new FakeWorkDesk("");
    const both = await Both.of(desk);
    both.call(1);
    await turn();
    assert.isEmpty(desk.set);
    desk.choose(available, "Available");
    both.call(0);
    both.call(1);
    desk.events.emit("signedOut", {});
    both.call(0);
    await turn();
    assert.notInclude(desk.set, available);
  });

  it("goes on after the CRM refused a status", async () => {
    const both = await Both.of();
    both.desk.refuses = true;
    both.call(1);
    await turn();
    both.desk.refuses = false;
    both.call(0);
    both.choose({ ready: false, by: "agent" });
    await turn();
    assert.equal(both.desk.current?.id, away);
  });

  it("hears nothing after it was stopped", async () => {
    const both = await Both.of();
    both.sync.stop();
    both.desk.choose(away, "Away");
    assert.isEmpty(both.told);
  });

  it("comes to rest in step, whatever the agent does on either side and however late answers come", async () => {
    const deed = fc.constantFrom(
      "ready",
      "away",
      "call",
      "hangUp",
      "omniReady",
      "omniAway",
      "settle",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
        const both = await Both.of();
        both.desk.prompt = false;
        const acts: Record<string, () => unknown> = {
          ready: () => both.choose({ ready: true, by: "agent" }),
          away: () => both.choose({ ready: false, by: "agent" }),
          call: () => both.call(1),
          hangUp: () => both.call(0),
          omniReady: () => both.desk.choose(available, "Available"),
          omniAway: () => both.desk.choose(away, "Away"),
          settle: () => both.desk.settle(),
        };
        for (const each of deeds) {
          acts[each]?.();
          await turn();
        }
        both.call(0);
        let rounds = 0;
        for (; rounds < 30; rounds++) {
          await turn();
          if (!both.desk.settle()) break;
        }
        assert.isBelow(rounds, 30, "it goes back and forth");
        assert.isAtMost(both.desk.set.length, deeds.length + 1, "more was set than was done");
        assert.equal(both.desk.current?.id === available, both.chosen.ready, deeds.join(" "));
        both.sync.stop();
      }),
      { numRuns: 60 },
    );
  });
});
