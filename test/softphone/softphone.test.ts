import { assert } from "chai";
import { HostError, type Host } from "../../src/host/host.ts";
import { CallModel } from "../../src/softphone/call-model.ts";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { FakeHost } from "./fakes/fake-host.ts";
import { aCall, connected, ended, FakeLink, registered } from "./fakes/fake-link.ts";
import { FakeRinger } from "./fakes/fake-ringer.ts";
import { until } from "./fakes/until.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };

describe("softphone/dialer-model", () => {
  it("lets the agent click numbers while the line is registered, and not otherwise", async () => {
    using phone = aSoftphone();
    await until(() => phone.host.done.includes("clickToDial on"));
    phone.link.say({ registration: { phase: "reconnecting", since: 0 } });
    await until(() => phone.host.done.includes("clickToDial off"));
  });

  it("dials a clicked number with its record, and comes forward", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.crm.settings.value);
    phone.host.events.emit("dialRequested", { number: "(415) 555-0101", record: ann });
    assert.deepEqual(phone.link.sentOf("dial"), [
      { type: "dial", target: "4155550101", record: ann },
    ]);
    assert.include(phone.host.done, "show");
  });

  it("says so when a clicked number is none", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.crm.host.value);
    phone.host.events.emit("dialRequested", { number: "n/a" });
    assert.isTrue(phone.app.dialer.badNumber.value);
    phone.app.dialer.write("1");
    assert.isFalse(phone.app.dialer.badNumber.value);
  });

  it("brings the last number back when the field is empty", () => {
    using phone = aSoftphone();
    const { dialer } = phone.app;
    dialer.write("600");
    dialer.dial();
    assert.equal(dialer.number.value, "");
    dialer.dial();
    assert.equal(dialer.number.value, "600");
    assert.lengthOf(phone.link.sentOf("dial"), 1);
  });

  it("writes keys into the field, and sends them as tones during a call", () => {
    using phone = aSoftphone();
    phone.app.dialer.press("5");
    assert.equal(phone.app.dialer.number.value, "5");
    phone.link.say({ calls: [aCall({ state: connected })] });
    phone.app.dialer.press("#");
    assert.deepEqual(phone.link.sentOf("sendDtmf"), [
      { type: "sendDtmf", call: "call-1", digits: "#" },
    ]);
  });
});

describe("softphone/line-model", () => {
  it("keeps the line's refusal until the next call", () => {
    using phone = aSoftphone();
    phone.link.events.emit("refused", { command: "dial", code: "tooManyCalls" });
    assert.equal(phone.app.line.refusal.value, "tooManyCalls");
    phone.app.dialer.write("600");
    phone.app.dialer.dial();
    assert.isUndefined(phone.app.line.refusal.value);
  });

  it("takes the newest call that is up for the current one, else the newest", () => {
    const calls = [aCall({ id: "a", state: connected }), aCall({ id: "b", state: ended })];
    using phone = aSoftphone({ link: new FakeLink({ calls }) });
    assert.equal(phone.app.line.currentCall.value?.id, "a");
    phone.link.change("a", { state: ended });
    assert.equal(phone.app.line.currentCall.value?.id, "b");
  });
});

describe("softphone/crm-model", () => {
  it("is ready with defaults, and says so, when the settings cannot be read", async () => {
    const host = new FakeHost();
    using phone = aSoftphone({ host });
    host.settings = () => Promise.reject(new HostError("silent", ""));
    await until(() => phone.app.crm.status.value.phase === "ready");
    assert.include(phone.app.crm.status.value, { phase: "ready", problem: "silent" });
    assert.equal(phone.app.crm.settings.value?.calls.pop, "ring");
  });

  it("names the items that an administrator should look at", async () => {
    using phone = aSoftphone({ settings: { "/sip/domain": "", "/calls/pop": "maybe" } });
    await until(() => phone.app.crm.status.value.phase === "ready");
    assert.deepInclude(phone.app.crm.status.value, { wrongItems: ["/calls/pop", "/sip/domain"] });
  });

  it("connects once more when asked to", async () => {
    const host = new FakeHost();
    const answers: (() => Promise<Host>)[] = [
      () => Promise.reject(new HostError("silent", "")),
      () => Promise.resolve(host),
    ];
    const connect = () => answers.shift()?.() ?? Promise.reject(new Error("asked too often"));
    using phone = aSoftphone({ host, connect });
    await until(() => phone.app.crm.status.value.phase === "failed");
    assert.include(phone.app.crm.status.value, { problem: "silent" });
    phone.app.crm.tryAgain();
    await until(() => phone.app.crm.status.value.phase === "ready");
  });

  it("calls what nobody knows a failure", async () => {
    using phone = aSoftphone({ connect: () => Promise.reject(new Error("what?")) });
    await until(() => phone.app.crm.status.value.phase === "failed");
    assert.include(phone.app.crm.status.value, { problem: "failed" });
  });
});

describe("softphone/attention-model", () => {
  it("rings, marks the button and comes forward, until the call is answered", async () => {
    const host = new FakeHost();
    host.visible = false;
    using phone = aSoftphone({ host });
    await until(() => phone.app.crm.settings.value);
    phone.link.say({ calls: [aCall()] });
    await until(() => host.visible);
    assert.equal(phone.ringer.playing, "ring");
    assert.include(host.done, "attention Call: Ann Lee");
    phone.link.change("call-1", { state: connected });
    assert.isUndefined(phone.ringer.playing);
    assert.equal(host.done.at(-1), "attention off");
  });

  it("goes back when all is over, if it came forward by itself", async () => {
    const host = new FakeHost();
    host.visible = false;
    using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall()] }) });
    await until(() => host.visible);
    phone.link.say({ calls: [] });
    await until(() => !host.visible);
  });

  it("stays when the agent has touched it meanwhile", async () => {
    const host = new FakeHost();
    host.visible = false;
    using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall()] }) });
    await until(() => host.visible);
    host.events.emit("visibilityChanged", { visible: true });
    phone.link.say({ calls: [] });
    assert.notInclude(host.done, "hide");
  });

  it("plays the ringback tone while it rings at the other end", () => {
    const call = aCall({ direction: "outgoing" });
    using phone = aSoftphone({ link: new FakeLink({ calls: [call] }) });
    assert.equal(phone.ringer.playing, "ringback");
    phone.link.change("call-1", { state: connected });
    assert.isUndefined(phone.ringer.playing);
  });

  it("leaves ringing to the view that keeps the call", () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [aCall({ keeper: "another" })] }) });
    assert.isUndefined(phone.ringer.playing);
  });

  it("tells whether the browser lets it ring", () => {
    using phone = aSoftphone({ ringer: new FakeRinger(false) });
    assert.isFalse(phone.app.attention.soundOn.value);
    phone.app.attention.turnOnSound();
    assert.isTrue(phone.app.attention.soundOn.value);
  });
});

describe("softphone/tidy-up", () => {
  const done = { pop: "done", log: "done" } as const;

  it("puts a logged call away when another begins", async () => {
    const over = aCall({ id: "a", state: ended, deeds: done });
    using phone = aSoftphone({ link: new FakeLink({ calls: [over] }) });
    await until(() => phone.app.crm.settings.value);
    assert.exists(phone.link.call("a"));
    phone.link.say({ calls: [over, aCall({ id: "b" })] });
    await until(() => !phone.link.call("a"));
  });

  it("keeps a call whose log is not safe", async () => {
    const deeds = { pop: "done", log: "maybe" } as const;
    const calls = [aCall({ id: "a", state: ended, deeds }), aCall({ id: "b" })];
    using phone = aSoftphone({ link: new FakeLink({ calls }) });
    await until(() => phone.link.call("b")?.deeds.pop === "done");
    assert.exists(phone.link.call("a"));
  });

  it("needs no log without a CRM", async () => {
    const calls = [aCall({ id: "a", state: ended }), aCall({ id: "b" })];
    using phone = aSoftphone({ host: new FakeHost("none"), link: new FakeLink({ calls }) });
    await until(() => !phone.link.call("a"));
  });

  it("signs the line out when the CRM logs the agent out", async () => {
    using phone = aSoftphone({ link: new FakeLink({ registration: registered }) });
    await until(() => phone.app.crm.settings.value);
    phone.host.events.emit("loggedOut", {});
    assert.lengthOf(phone.link.sentOf("signOut"), 1);
  });
});

describe("softphone/call-model", () => {
  it("shows what the agent types at once, and the line's text once the field is left", () => {
    const link = new FakeLink({ calls: [aCall({ notes: "old" })] });
    using model = new CallModel(link, aCall());
    assert.equal(model.notes.value, "old");
    model.writeNotes("new");
    link.change("call-1", { notes: "older echo" });
    assert.equal(model.notes.value, "new");
    model.leaveNotes();
    assert.equal(model.notes.value, "older echo");
  });

  it("keeps showing a call that the line has dropped", () => {
    const link = new FakeLink({ calls: [aCall({ state: connected })] });
    using model = new CallModel(link, aCall());
    assert.equal(model.call.value.state.phase, "connected");
    link.say({ calls: [] });
    assert.equal(model.call.value.state.phase, "connected");
  });
});
