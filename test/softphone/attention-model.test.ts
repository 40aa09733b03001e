import { assert } from "chai";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { FakeHost } from "./fakes/fake-host.ts";
import { aCall, connected, FakeLink } from "./fakes/fake-link.ts";
import { FakeRinger } from "./fakes/fake-ringer.ts";
import { until } from "./fakes/until.ts";

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

  it("only hints at a call that comes in while the agent talks", () => {
    const talk = aCall({ id: "call-0", state: connected });
    using phone = aSoftphone({ link: new FakeLink({ calls: [talk, aCall()] }) });
    assert.equal(phone.ringer.playing, "waiting");
    phone.link.change("call-0", { state: { phase: "connected", since: 1000, heldBy: "us" } });
    assert.equal(phone.ringer.playing, "ring");
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

  it("lets that view ring which the line says can be heard", () => {
    const kept = { calls: [aCall({ keeper: "another" })], ringer: "view-1" };
    using heard = aSoftphone({ link: new FakeLink(kept) });
    assert.equal(heard.ringer.playing, "ring");
    using unheard = aSoftphone({ link: new FakeLink({ calls: [aCall()], ringer: "another" }) });
    assert.isUndefined(unheard.ringer.playing);
  });

  it("marks the button while no page can ring, and says the call first", async () => {
    const host = new FakeHost();
    using phone = aSoftphone({ host, link: new FakeLink({ audible: false }) });
    await until(() => host.done.includes("attention Phone: click for sound"));
    phone.link.say({ calls: [aCall()] });
    assert.equal(
      host.done.findLast((deed) => deed.startsWith("attention ")),
      "attention Call: Ann Lee",
    );
    phone.link.say({ calls: [], audible: true });
    assert.equal(
      host.done.findLast((deed) => deed.startsWith("attention")),
      "attention off",
    );
  });

  it("tells whether the browser lets it ring", () => {
    using phone = aSoftphone({ ringer: new FakeRinger(false) });
    assert.isFalse(phone.app.attention.soundOn.value);
    phone.app.attention.turnOnSound();
    assert.isTrue(phone.app.attention.soundOn.value);
  });
});
