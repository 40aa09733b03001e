import { assert } from "chai";
import { Line } from "../../src/line/line.ts";
import { MediaRouter } from "../../src/line/media-router.ts";
import type { CallSnapshot } from "../../src/line/protocol.ts";
import { FakeCall } from "../../src/telephony/fake/fake-call.ts";
import { FakePhone } from "../../src/telephony/fake/fake-phone.ts";
import { until } from "../telephony/until.ts";
import { ViewFake } from "./view-fake.ts";

const account = { servers: [], domain: "test.example", user: "agent", password: "secret" };

/** A line whose pauses take no time, and are listed. */
function build() {
  const phone = new FakePhone();
  const media = new MediaRouter();
  const slept: number[] = [];
  const line = new Line({
    phone,
    media,
    schedule(act, milliseconds) {
      slept.push(milliseconds);
      const timer = setTimeout(act, milliseconds >= 10_000 ? milliseconds : 0);
      return () => clearTimeout(timer);
    },
  });
  return { phone, media, line, slept, view: new ViewFake(line, "a") };
}

describe("line/switchboard", () => {
  let context: ReturnType<typeof build>;
  beforeEach(async () => {
    context = build();
    const { view } = context;
    await view.attach({ active: true });
    view.send({ type: "signIn", account });
    await view.shows(({ registration }) => registration.phase === "registered", "registered");
  });
  afterEach(() => context.view.close());

  const calls = () => context.phone.calls.filter((call) => call instanceof FakeCall);
  const heldBy = ({ state }: FakeCall) => (state.phase === "connected" ? state.heldBy : "no call");
  const shows = (call: FakeCall, test: (shown: CallSnapshot) => boolean, what: string) =>
    context.view.shows(
      ({ calls }) => calls.some((shown) => shown.id === call.id && test(shown)),
      what,
    );

  async function dial(target: string): Promise<FakeCall> {
    const before = calls().length;
    context.view.send({ type: "dial", target });
    return until(() => calls()[before], `the call to ${target}`);
  }

  async function talkTo(target: string): Promise<FakeCall> {
    const call = await dial(target);
    call.pickUp();
    return call;
  }

  describe("one call at a time", () => {
    it("holds the call that is up when another is dialled", async () => {
      const first = await talkTo("600");
      await dial("601");
      assert.equal(heldBy(first), "us");
    });

    it("holds the call that is up when another is answered", async () => {
      const first = await talkTo("600");
      const second = context.phone.callIn({ number: "602" });
      assert.isUndefined(heldBy(first));
      context.view.send({ type: "answer", call: second.id });
      await shows(second, ({ state }) => state.phase === "connected", "connected");
      assert.deepEqual([heldBy(first), heldBy(second)], ["us", undefined]);
    });

    it("swaps the calls when the held one is resumed", async () => {
      const [first, second] = [await talkTo("600"), await talkTo("601")];
      context.view.send({ type: "setHeld", call: first.id, held: false });
      await until(() => heldBy(second) === "us", "the other to be held");
      assert.isUndefined(heldBy(first));
    });

    it("leaves the floor to whoever answered last", async () => {
      const [first, second] = [await dial("600"), await dial("601")];
      second.pickUp();
      first.pickUp();
      assert.deepEqual([heldBy(first), heldBy(second)], [undefined, "us"]);
    });

    it("resumes nobody by itself", async () => {
      const [first, second] = [await talkTo("600"), await talkTo("601")];
      second.endBy({ kind: "hungUp", by: "them" });
      assert.equal(heldBy(first), "us");
    });
  });

  it("says that the other side does not want to be held, until it is tried again", async () => {
    const call = await talkTo("600");
    call.refuseHold(488);
    await shows(call, ({ holdRefused }) => holdRefused === 488, "the refusal");
    context.view.send({ type: "setHeld", call: call.id, held: true });
    await shows(call, ({ holdRefused }) => holdRefused === undefined, "no refusal");
  });

  describe("transfer", () => {
    it("is shown while it lasts and when it failed", async () => {
      const call = await talkTo("600");
      context.view.send({ type: "transfer", call: call.id, target: "601" });
      await shows(call, ({ transferring }) => transferring?.phase === "asked", "asked");
      call.transferEnds(486);
      await shows(call, ({ transferring }) => transferring?.phase === "failed", "failed");
    });

    it("to nobody is refused", async () => {
      const call = await talkTo("600");
      context.view.send({ type: "transfer", call: call.id, target: " -() " });
      await until(() => context.view.refused.includes("transfer: badNumber"), "the refusal");
    });

    it("remembers for whose sake somebody is asked first", async () => {
      const first = await talkTo("600");
      context.view.send({ type: "dial", target: "601", consultsFor: first.id });
      const second = await until(() => calls()[1], "the second call");
      await shows(second, ({ consultsFor }) => consultsFor === first.id, "the reason");
      second.pickUp();
      context.view.send({ type: "connect", call: first.id, to: second.id });
      await until(() => first.transferring, "the transfer");
      first.transferEnds(200);
      assert.isEmpty(calls());
    });
  });

  describe("keys", () => {
    const press = (call: FakeCall, digits: string) =>
      context.view.send({ type: "sendDtmf", call: call.id, digits });

    it("are pressed one after the other, pauses in between", async () => {
      const call = await talkTo("600");
      context.slept.length = 0;
      press(call, "1-2,3p4w5#x");
      await until(() => call.tones === "12345#", "all keys");
      assert.deepEqual(
        context.slept.filter((time) => time >= 500),
        [2_000, 2_000, 500],
      );
    });

    it("wait while they do not get through, and none is lost", async () => {
      const call = await talkTo("600");
      call.hears = false;
      press(call, "12");
      await shows(call, ({ keysLeft }) => keysLeft === "12", "the keys");
      press(call, "3");
      await shows(call, ({ keysLeft }) => keysLeft === "123", "one more key");
      call.hears = true;
      await until(() => call.tones === "123", "all keys");
      await shows(call, ({ keysLeft }) => keysLeft === undefined, "no more keys");
    });

    it("that were dialled with the number are pressed once it is answered", async () => {
      context.view.send({ type: "dial", target: "600", afterAnswer: ",136#" });
      const call = await until(() => calls()[0], "the call");
      await shows(call, ({ keysLeft }) => keysLeft === ",136#", "the keys");
      call.pickUp();
      await until(() => call.tones === "136#", "all keys");
    });

    it("are forgotten when the call ends", async () => {
      const call = await talkTo("600");
      call.hears = false;
      press(call, "12");
      await shows(call, ({ keysLeft }) => keysLeft === "12", "the keys");
      call.endBy({ kind: "hungUp", by: "them" });
      await shows(call, ({ keysLeft }) => keysLeft === undefined, "no more keys");
    });
  });

  describe("conference", () => {
    const mixes = (view = context.view) =>
      view.orders.flatMap((order) => (order.order === "mix" ? [order.calls] : []));

    async function merged() {
      const [first, second] = [await talkTo("600"), await talkTo("601")];
      context.view.send({ type: "merge", call: second.id, with: first.id });
      await shows(first, ({ inConference }) => inConference === true, "the conference");
      return { first, second, both: [second.id, first.id] };
    }

    it("holds nobody, and the document mixes them", async () => {
      const { first, second, both } = await merged();
      assert.deepEqual([heldBy(first), heldBy(second)], [undefined, undefined]);
      await until(() => mixes().length > 0, "the order");
      assert.deepEqual(mixes().at(-1), both);
    });

    it("is mixed in the next document, too", async () => {
      const { both } = await merged();
      context.view.send({ type: "detach" });
      const next = await new ViewFake(context.line, "b").attach({ active: true });
      await until(() => mixes(next).length > 0, "the order");
      assert.deepEqual(mixes(next)[0], both);
      next.close();
    });

    it("mutes the agent for everybody", async () => {
      const { first, second } = await merged();
      context.view.send({ type: "setMuted", call: first.id, muted: true });
      await until(() => first.muted && second.muted, "both muted");
    });

    it("takes a third in, and holds all of it for a fourth call", async () => {
      const { first, second } = await merged();
      const third = await talkTo("602");
      assert.deepEqual([heldBy(first), heldBy(second)], ["us", "us"]);
      context.view.send({ type: "merge", call: third.id, with: first.id });
      await shows(third, ({ inConference }) => inConference === true, "three");
      assert.deepEqual([first, second, third].map(heldBy), [undefined, undefined, undefined]);
    });

    it("is split into a call and held ones", async () => {
      const { first, second } = await merged();
      context.view.send({ type: "split", call: first.id });
      await shows(first, ({ inConference }) => inConference === undefined, "the end");
      assert.deepEqual([heldBy(first), heldBy(second)], [undefined, "us"]);
      await until(() => mixes().at(-1)?.length === 0, "the mix to end");
    });

    it("ends when only one is left", async () => {
      const { first, second } = await merged();
      first.endBy({ kind: "hungUp", by: "them" });
      await shows(second, ({ inConference }) => inConference === undefined, "the end");
      assert.isUndefined(heldBy(second));
    });
  });

  it("lets a call that takes another's place have its record, its notes and its page", async () => {
    const first = await talkTo("600");
    const record = { id: "003000000000001AAA", object: "Contact" };
    context.view.send({ type: "setRecord", call: first.id, record });
    context.view.send({ type: "setNotes", call: first.id, notes: "angry" });
    await shows(first, ({ notes }) => notes === "angry", "the notes");
    const second = context.phone.callIn({ number: "601" }, { replaces: first.id });
    await shows(second, ({ notes, mediaView }) => notes === "angry" && mediaView === "a", "both");
    second.answer();
    first.endBy({ kind: "replaced" });
    await shows(second, ({ state, record: kept }) => state.phase === "connected" && !!kept, "up");
  });
});
