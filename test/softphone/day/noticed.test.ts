import { signal } from "@preact/signals";
import { assert } from "chai";
import { NoticeModel } from "../../../src/softphone/notice-model.ts";
import { aSoftphone, type TestedSoftphone } from "../fakes/a-softphone.ts";
import { FakeDesktop } from "../fakes/fake-desktop.ts";
import { FakeHost } from "../fakes/fake-host.ts";
import { aCall, connected, FakeLink } from "../fakes/fake-link.ts";
import { until } from "../fakes/until.ts";

const begun = ({ app }: TestedSoftphone) =>
  until(() => app.day.value && app.crm.settings.value && app.crm.host.value);

describe("softphone/notice-model", () => {
  it("leaves out what the administrator or the agent switched off, and keeps the agent's choice", async () => {
    const memory = new Map<string, string>();
    const settings = { "/notice/blink": "false", "/notice/colour": "#004400" };
    const host = new FakeHost();
    using phone = aSoftphone({ host, memory, settings });
    await begun(phone);
    assert.isFalse(phone.app.notice.mayChoose("blink"));
    phone.app.notice.set("title", false);
    phone.app.notice.set("ring", false);
    phone.link.say({ calls: [aCall()] });
    await until(() => host.sign);
    assert.include(host.sign, { button: true, blink: false, title: false, colour: "#004400" });
    assert.isUndefined(phone.ringer.playing);
    using later = aSoftphone({ memory });
    assert.sameMembers([...later.app.notice.off.value], ["ring", "title"]);
    later.app.notice.set("ring", true);
    assert.isTrue(later.app.notice.isOn("ring"));
  });

  it("leaves the phone where it is when coming forward is switched off", async () => {
    const host = new FakeHost();
    host.visible = false;
    using phone = aSoftphone({ host, settings: { "/notice/forward": "no" } });
    await begun(phone);
    phone.link.say({ calls: [aCall()] });
    await until(() => host.sign);
    assert.isFalse(host.visible);
  });

  it("works where the browser blocks storage", () => {
    const blocked = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    const crm = { settings: signal(undefined) };
    using notice = new NoticeModel({ crm, choices: { getItem: blocked, setItem: blocked } });
    notice.set("ring", false);
    assert.isFalse(notice.isOn("ring"));
  });
});

describe("softphone/day/desktop-model", () => {
  it("shows a notification while a call rings, and takes it away when another tab answers", async () => {
    const desktop = new FakeDesktop();
    using phone = aSoftphone({ desktop, link: new FakeLink({ front: "view-1" }) });
    await until(() => phone.app.day.value?.desktop.state.value === "granted");
    phone.link.say({ calls: [aCall()] });
    await until(() => desktop.shown.has("call-1"));
    phone.link.change("call-1", { state: connected });
    await until(() => desktop.shown.size === 0);
  });

  it("tells of a call that came before the desktop was there", async () => {
    const desktop = new FakeDesktop();
    const link = new FakeLink({ front: "view-1", calls: [aCall()] });
    using phone = aSoftphone({ desktop, link });
    await until(() => desktop.shown.has("call-1"));
    assert.equal(phone.app.day.value?.desktop.state.value, "granted");
  });

  it("still shows it when the agent turned to another tab and back, however slow the desktop", async () => {
    const desktop = new FakeDesktop();
    using phone = aSoftphone({ desktop, link: new FakeLink({ front: "view-1" }) });
    await until(() => phone.app.day.value?.desktop.state.value === "granted");
    phone.link.say({ calls: [aCall()] });
    await until(() => desktop.shown.has("call-1"));
    let goOn: (() => void) | undefined;
    desktop.slow = new Promise((resolve) => (goOn = resolve));
    phone.link.say({ front: "view-2" });
    phone.link.say({ front: "view-1" });
    goOn?.();
    await until(() => desktop.deeds.length === 3);
    assert.deepEqual(desktop.deeds, ["show call-1", "clear call-1", "show call-1"]);
  });

  it("answers and declines by its buttons, once the call is known", async () => {
    const desktop = new FakeDesktop();
    using phone = aSoftphone({ desktop, link: new FakeLink({ calls: [aCall()] }) });
    await until(() => phone.app.day.value?.desktop.state.value === "granted");
    desktop.events.emit("chosen", { call: "another", action: "answer" });
    desktop.events.emit("chosen", { call: "call-1", action: "show" });
    desktop.events.emit("chosen", { call: "call-1", action: "decline" });
    assert.deepEqual(phone.link.sentOf("decline"), [{ type: "decline", call: "call-1" }]);
    assert.isEmpty(phone.link.sentOf("answer"));
  });

  it("leaves it to the phone's own window, or to the tab in front", async () => {
    const desktop = new FakeDesktop();
    using phone = aSoftphone({ desktop, link: new FakeLink({ front: "view-1", home: "window" }) });
    await until(() => phone.app.day.value?.desktop.state.value === "granted");
    phone.link.say({ calls: [aCall()] });
    assert.equal(desktop.shown.size, 0);
    phone.link.say({ calls: [aCall({ id: "call-2" })], home: "view-1" });
    await until(() => desktop.shown.has("call-2"));
  });

  it("asks the agent first, and says where it is impossible", async () => {
    using phone = aSoftphone({ desktop: new FakeDesktop("default") });
    await until(() => phone.app.day.value?.desktop.state.value === "offered");
    phone.app.day.value?.desktop.ask();
    await until(() => phone.app.day.value?.desktop.state.value === "granted");
    using framed = aSoftphone();
    await begun(framed);
    assert.equal(framed.app.day.value?.desktop.state.value, "impossible");
  });
});

describe("softphone/day/place", () => {
  it("locks the phone's place while a call is up", async () => {
    const host = new FakeHost();
    using phone = aSoftphone({ host });
    await begun(phone);
    phone.link.say({ calls: [aCall({ state: connected })] });
    assert.include(host.done, "place locked");
    phone.link.say({ calls: [] });
    assert.equal(host.done.filter((done) => done.startsWith("place")).at(-1), "place free");
  });
});

describe("softphone/day/keys", () => {
  const heldByUs = { phase: "connected", since: 1000, heldBy: "us" } as const;
  const press = (code: string, more: KeyboardEventInit = { altKey: true, shiftKey: true }) =>
    window.dispatchEvent(new KeyboardEvent("keydown", { code, cancelable: true, ...more }));

  it("answers, mutes, holds and hangs up with Alt and Shift", async () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
    await begun(phone);
    assert.isTrue(press("KeyA", {}), "a letter alone is only typed");
    assert.isFalse(press("KeyA"));
    phone.link.change("call-1", { state: connected });
    press("KeyM");
    press("KeyH");
    press("KeyE");
    assert.deepEqual(
      phone.link.sent
        .map(({ type }) => type)
        .filter((type) => type !== "deed" && type !== "configure" && type !== "wish"),
      ["answer", "setMuted", "setHeld", "hangUp"],
    );
  });

  it("takes back by the same key what it holds", async () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [aCall({ state: heldByUs })] }) });
    await begun(phone);
    press("KeyH");
    assert.deepEqual(phone.link.sentOf("setHeld"), [
      { type: "setHeld", call: "call-1", held: false },
    ]);
  });

  it("hangs up on who is being asked, not on who is held meanwhile", async () => {
    const asking = { direction: "outgoing", state: { phase: "ringing", since: 0 } } as const;
    const held = aCall({ state: heldByUs });
    using phone = aSoftphone({
      link: new FakeLink({ calls: [held, aCall({ id: "2", ...asking })] }),
    });
    await begun(phone);
    press("KeyE");
    assert.deepEqual(phone.link.sentOf("hangUp"), [{ type: "hangUp", call: "2" }]);
  });

  it("obeys the console's custom shortcuts by name", async () => {
    const host = new FakeHost();
    const link = new FakeLink({ calls: [aCall()] });
    using phone = aSoftphone({ host, link, settings: { "/notice/shortcuts": "true" } });
    await begun(phone);
    assert.include(host.done.join(), "switchhook.answer");
    host.events.emit("keysPressed", { name: "switchhook.answer" });
    host.events.emit("keysPressed", { name: "switchhook.explode" });
    assert.lengthOf(phone.link.sentOf("answer"), 1);
    host.visible = false;
    host.events.emit("keysPressed", { name: "switchhook.show" });
    assert.isTrue(host.visible);
  });

  it("obeys none unless the administrator wants it: any component could send them", async () => {
    const host = new FakeHost();
    using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall()] }) });
    await begun(phone);
    assert.notInclude(host.done.join(), "switchhook.");
    host.events.emit("keysPressed", { name: "switchhook.answer" });
    assert.isEmpty(phone.link.sentOf("answer"));
  });

  it("calls the number that is selected in the phone", async () => {
    using phone = aSoftphone();
    await begun(phone);
    const text = document.createElement("p");
    text.textContent = "+14155550101";
    document.body.append(text);
    getSelection()?.selectAllChildren(text);
    press("KeyD");
    text.remove();
    await until(() => phone.link.sentOf("dial").length > 0);
    assert.equal(phone.link.sentOf("dial")[0]?.target, "+14155550101");
  });

  it("does nothing where the administrator switched keys off", async () => {
    const link = new FakeLink({ calls: [aCall()] });
    using phone = aSoftphone({ link, settings: { "/notice/keys": "off" } });
    await begun(phone);
    press("KeyA");
    assert.isEmpty(link.sentOf("answer"));
  });
});
