import { assert } from "chai";
import { schedule } from "../../../src/base/schedule.ts";
import { Line } from "../../../src/line/line.ts";
import type { LineOptions } from "../../../src/line/line-options.ts";
import { MediaRouter } from "../../../src/line/media-router.ts";
import { Presence } from "../../../src/line/presence.ts";
import { Turn } from "../../../src/line/turn.ts";
import { CarriedWishes } from "../../../src/line/wishes/carried-wishes.ts";
import type { KeptWishes, WishStore } from "../../../src/line/wishes/wish-store.ts";
import { FakePhone } from "../../../src/telephony/fake/fake-phone.ts";
import { until } from "../../telephony/until.ts";
import { ViewFake } from "../view-fake.ts";

const account = { servers: ["wss://s.test"], domain: "d.test", user: "agent", password: "secret" };
const lunch = { ready: false, reason: "Lunch", by: "agent" } as const;

describe("line/wishes/carried-wishes", () => {
  const views: ViewFake[] = [];
  let kept: KeptWishes | undefined;
  const store: WishStore = {
    last: () => Promise.resolve(kept),
    keep: (next) => (kept = next),
  };
  beforeEach(() => (kept = undefined));
  afterEach(() => {
    for (const view of views.splice(0)) view.close();
  });

  /** The line of a page, or of a window. */
  async function place(options: Pick<LineOptions, "turn" | "lingerIdle"> = {}) {
    const phone = new FakePhone();
    const line = new Line({
      ...{ phone, media: new MediaRouter(), ...options },
      wishes: store,
    });
    const view = await new ViewFake(line, crypto.randomUUID()).attach({ active: true });
    views.push(view);
    // It is known before anybody has signed in.
    const wishes = { attachedHeaders: [], watch: ["200"], mailbox: false };
    view.send({ type: "wish", wishes, autoAnswer: false });
    view.send({ type: "configure", keepCallFor: 60_000, wrapUp: 30_000, refuseCalls: false });
    await view.shows(({ lamps }) => lamps !== undefined, "the wishes");
    return { phone, view };
  }

  async function placeOf(user = "agent", options: Pick<LineOptions, "turn" | "lingerIdle"> = {}) {
    const made = await place(options);
    const { phone, view } = made;
    /** Whether somebody could have been let through at the very first moment. */
    let wasOpen = false;
    phone.on("registrationChanged", ({ registration }) => {
      if (registration.phase === "registered")
        queueMicrotask(() => (wasOpen = !phone.doNotDisturb));
    });
    view.send({ type: "signIn", account: { ...account, user } });
    await view.shows(({ registration }) => registration.phase === "registered", "registered");
    return { ...made, wasOpen: () => wasOpen };
  }

  async function placeThatWants(
    on: boolean,
    options: Pick<LineOptions, "turn" | "lingerIdle"> = {},
  ) {
    const made = await placeOf("agent", options);
    made.view.send({ type: "setDoNotDisturb", on });
    await until(() => kept?.wishes.doNotDisturb === on, "the wish");
    return made;
  }

  it("leave an agent undisturbed in the next line, from its first moment on", async () => {
    await placeThatWants(true);
    const { phone, view, wasOpen } = await placeOf();
    assert.isFalse(wasOpen());
    assert.isTrue(view.last?.doNotDisturb);
    assert.equal(phone.callIn({ number: "1" }).refusedWith, "busy");
  });

  it("are what was wanted last, be it to be disturbed again", async () => {
    await placeThatWants(true);
    await placeThatWants(false);
    assert.isFalse((await placeOf()).phone.doNotDisturb);
  });

  it("leave an agent not ready, for the same reason", async () => {
    const { view } = await placeOf();
    view.send({ type: "setAvailability", availability: lunch });
    const before = await view.shows(({ presence }) => presence?.phase === "notReady", "lunch");
    await until(() => kept?.wishes.presence.phase === "notReady", "the wish");
    assert.deepEqual((await placeOf()).view.last?.presence, before.presence);
  });

  it("leave an agent at the wrap-up of a call until it would have been over", async () => {
    const { phone, view } = await placeOf();
    const call = phone.callIn({ number: "1" });
    call.answer();
    call.hangUp();
    const before = await view.shows(({ presence }) => presence?.phase === "wrapUp", "the wrap-up");
    await until(() => kept?.wishes.presence.phase === "wrapUp", "the wish");
    assert.deepEqual((await placeOf()).view.last?.presence, before.presence);
  });

  it("let a wrap-up be over that would have been meanwhile", async () => {
    await placeThatWants(false);
    const owner = kept?.owner ?? "";
    const presence = {
      phase: "wrapUp",
      since: 1,
      until: 2,
      calls: ["a"],
      chosen: { ready: true, by: "agent" },
    } as const;
    kept = { owner, wishes: { doNotDisturb: false, presence } };
    assert.equal((await placeOf()).view.last?.presence?.phase, "ready");
  });

  it("wait for the line of a newer release that takes the phone over", async () => {
    const [org, { locks }] = [crypto.randomUUID(), navigator];
    const turn = new Turn({ version: 1, org, locks });
    const { view } = await placeThatWants(true, { turn });
    await new Turn({ version: 2, org, locks }).take();
    await view.shows(({ otherRelease }) => otherRelease === "newer", "the end of its turn");
    assert.isTrue(kept?.wishes.doNotDisturb);
  });

  for (const [what, last] of [
    ["says nothing", () => new Promise<undefined>(() => undefined)],
    ["fails", () => Promise.reject(new Error("no disk"))],
  ] as const) {
    it(`keep nobody from telephoning where their store ${what}`, async () => {
      const [phone, presence] = [
        new FakePhone(),
        new Presence({ schedule, changed: () => undefined }),
      ];
      const stuck = { ...store, last };
      const wishes = new CarriedWishes({ store: stuck, phone, presence, patience: 10 });
      const goOn = await wishes.recall("org agent@d.test");
      goOn();
      assert.equal(presence.snapshot.phase, "ready");
      assert.isFalse(phone.doNotDisturb);
      phone.setDoNotDisturb(true);
      wishes.look();
      assert.isTrue(kept?.wishes.doNotDisturb, "kept from now on");
    });
  }

  it("are written down when the line goes, too: they count from then on", async () => {
    const { view } = await placeThatWants(true, { lingerIdle: 1 });
    kept = undefined;
    view.send({ type: "setDoNotDisturb", on: true });
    await view.shows(({ doNotDisturb }) => doNotDisturb === true, "no change");
    assert.isUndefined(kept);
    view.send({ type: "detach" });
    await until(() => kept?.wishes.doNotDisturb, "the wish");
  });

  it("are nobody else's", async () => {
    await placeThatWants(true);
    assert.isFalse((await placeOf("other")).phone.doNotDisturb);
  });

  it("end when the agent signs out", async () => {
    const { view } = await placeThatWants(true);
    view.send({ type: "signOut" });
    await until(() => kept === undefined, "the end");
    assert.isFalse((await placeOf()).phone.doNotDisturb);
  });

  it("end when the agent is logged out of the CRM", async () => {
    const { view } = await placeThatWants(true);
    view.send({ type: "signOut", loggedOut: true });
    await until(() => kept === undefined, "the end");
    assert.isFalse((await placeOf()).phone.doNotDisturb);
  });

  it("do not end when somebody signs out where the phone is not", async () => {
    await placeThatWants(true);
    const { view } = await place();
    view.send({ type: "signOut" });
    await view.shows(({ signedOutBy }) => signedOutBy === "agent", "the end");
    assert.isTrue(kept?.wishes.doNotDisturb);
  });
});
