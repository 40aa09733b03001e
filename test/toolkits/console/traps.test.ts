import { assert } from "chai";
import { ConsoleEvent, type VendorConsole } from "../../../src/toolkits/console/index.ts";
import { assertRejects, assertThrows, rejection } from "./assert-fails.ts";
import { callback } from "./fake-console.ts";
import { kit, type Kit } from "./kit.ts";

/** A kit whose console answers every call with yes and these fields. */
function agreeing(fields: Readonly<Record<string, unknown>> = {}): Kit {
  const made = kit();
  made.fake.reply = { value: { success: true, ...fields } };
  return made;
}

const nothing = () => undefined;
const methods = ({ fake }: Kit) => fake.taken.map(({ method }) => method);

describe("toolkits/console", () => {
  describe("what the wire cannot carry", () => {
    it("replaces half a surrogate pair, on which the script throws, and keeps whole ones", async () => {
      const { fake, primaryTabs, links } = agreeing({ id: "scc-pt-1", consoleUrl: "/console" });
      await primaryTabs.openPrimaryTab("/001", { label: "\uD83D Ada \u{1F600} \uDE00" });
      await links.generateConsoleUrl(["/\uDC00"]);
      assert.equal(fake.taken[0]?.args[3], "\uFFFD Ada \u{1F600} \uFFFD");
      assert.deepEqual(fake.taken[1]?.args[0], ["/\uFFFD"]);
    });

    it("leaves null out, which a page without types may give", async () => {
      const { fake, look } = agreeing();
      await look.setTabIcon(JSON.parse("null") as undefined, "scc-pt-1");
      assert.deepEqual(fake.taken[0]?.args, [undefined, "scc-pt-1", callback]);
    });

    it("sends no number that is not finite", async () => {
      const made = agreeing();
      await assertRejects(made.window.setCustomConsoleComponentWidth(NaN), "unavailable");
      const ending = { callDuration: Infinity, callDisposition: "" };
      await assertRejects(made.cti.fireOnCallEnd("call.1", ending), "unavailable");
      assert.isEmpty(made.fake.taken);
    });

    it("rejects a message that has no JSON form, and sends nothing", async () => {
      const made = agreeing();
      const circle: { self?: object } = {};
      circle.self = circle;
      await assertRejects(made.events.fireEvent("ACME:dial", circle), "unavailable");
      await assertRejects(made.cti.sendCTIMessage(circle), "unavailable");
      await assertRejects(made.cti.setCallAttachedData("1", circle, "inbound"), "unavailable");
      assert.isEmpty(made.fake.taken);
    });

    it("sends and brings text of any length", async () => {
      const huge = "&=%;:\u{1F600}".repeat(100_000);
      const { fake, conversation } = agreeing({ text: huge });
      await conversation.setAgentInput("K1", huge);
      assert.equal(fake.taken[0]?.args[1], huge);
      assert.equal(await conversation.getAgentInput("K1"), huge);
    });

    it("sends text as it is, even when it looks like JSON", async () => {
      const { fake, events } = agreeing();
      await events.fireEvent("ACME:dial", '"&=%;:"');
      assert.equal(fake.taken[0]?.args[1], '"&=%;:"');
    });

    it("refuses an event without a name, which the script ignores", async () => {
      const { fake, events } = kit();
      assertThrows(() => events.addEventListener("", nothing), "refused");
      await assertRejects(events.fireEvent("", "1"), "refused");
      assert.isEmpty(fake.taken);
    });
  });

  describe("the vendor", () => {
    it("is heard once when it answers twice", async () => {
      const { fake, primaryTabs } = kit();
      const asked = primaryTabs.getFocusedPrimaryTabId();
      fake.fire("getFocusedPrimaryTabId", { success: true, id: "scc-pt-1" });
      fake.fire("getFocusedPrimaryTabId", { success: false });
      assert.equal(await asked, "scc-pt-1");
    });

    it("is not heard when it answers late", async () => {
      const { fake, primaryTabs } = kit();
      const asked = primaryTabs.getFocusedPrimaryTabId();
      await assertRejects(asked, "timeout");
      fake.fire("getFocusedPrimaryTabId", { success: true, id: "scc-pt-1" });
      await assertRejects(asked, "timeout");
    });

    it("makes a call unavailable when it throws, and is kept as the cause", async () => {
      const made = kit();
      const cause = new TypeError("no caller");
      made.fake.vendor.presence.logout = () => {
        throw cause;
      };
      const error = await rejection(made.presence.logout());
      assert.equal(error.code, "unavailable");
      assert.equal(error.cause, cause);
    });

    it("may be too old for a chapter", async () => {
      const old = { cti: {} } as unknown as VendorConsole; // as before 32.0
      const { presence, cti } = kit({ vendor: () => old });
      await assertRejects(presence.logout(), "unavailable");
      assertThrows(() => cti.onCallEnd(nothing), "unavailable");
    });

    it("is looked for at each call, for it may load late", async () => {
      let vendor: VendorConsole | undefined = undefined;
      const made = kit({ vendor: () => vendor });
      await assertRejects(made.tabs.closeTab("scc-pt-1"), "unavailable");
      made.fake.reply = { value: { success: true } };
      vendor = made.fake.vendor;
      await made.tabs.closeTab("scc-pt-1");
      assert.deepEqual(methods(made), ["closeTab"]);
    });

    it("is called with itself as this", async () => {
      const made = kit();
      const { presence } = made.fake.vendor;
      const selves: unknown[] = [];
      presence.logout = function (this: unknown, done) {
        selves.push(this);
        done?.({ success: true });
      };
      await made.presence.logout();
      assert.deepEqual(selves, [presence]);
    });
  });

  describe("answers", () => {
    it("say why not in error, cause or message", async () => {
      for (const key of ["error", "cause", "message"]) {
        const { fake, tabs } = kit();
        fake.reply = { value: { success: false, [key]: "Pinned" } };
        assert.equal((await rejection(tabs.closeTab("scc-st-1"))).reason, "Pinned");
      }
    });

    it("may lack success where the manual promises none", async () => {
      const { fake, tabs, primaryTabs } = kit();
      fake.reply = { value: { id: "scc-st-1" } };
      assert.equal(await tabs.getEnclosingTabId(), "scc-st-1");
      fake.reply = { value: { id: null } };
      assert.isUndefined(await primaryTabs.getEnclosingPrimaryTabId());
    });

    it("are malformed when what was asked for is missing", async () => {
      const { primaryTabs, tabs, chats, presence, toolkit } = agreeing({ pageInfo: "{" });
      await assertRejects(primaryTabs.openPrimaryTab("/001"), "malformed");
      await assertRejects(tabs.getPageInfo("scc-pt-1"), "malformed");
      await assertRejects(presence.getAgentWorkload(), "malformed");
      assert.deepEqual(await chats.getChatRequests(), []);
      assert.deepEqual(await toolkit.execute("x", {}), { success: true, pageInfo: "{" });
    });

    it("hold navigation items under either of two names", async () => {
      const { navigation } = agreeing({ menuItems: '[{"label":"Home","selected":true}]' });
      assert.equal((await navigation.getNavigationTabs())[0]?.label, "Home");
    });

    it("hold values instead of JSON text on a page of Salesforce's own", async () => {
      const { tabs } = agreeing({ pageInfo: { url: "/001", personAccount: true } });
      const { url, personAccount } = await tabs.getPageInfo();
      assert.deepEqual({ url, personAccount }, { url: "/001", personAccount: true });
    });

    it("do not ask for the call's type unless wanted", async () => {
      const { fake, cti } = agreeing({ data: "" });
      const attached = await cti.getCallAttachedData("call.1", { getCallType: false });
      assert.deepEqual(attached, { data: undefined, type: undefined });
      assert.deepEqual(fake.taken[0]?.args, ["call.1", callback, undefined]);
    });
  });

  describe("listeners", () => {
    it("hear the end of one call without the Id reaching the script", () => {
      const made = kit();
      const heard: string[] = [];
      made.cti.onCallEnd(({ id }) => heard.push(`one: ${id}`), "call.1");
      made.cti.onCallEnd(({ id }) => heard.push(`all: ${id}`));
      made.fake.fire("cti.onCallEnd", { id: "call.2", duration: "soon", disposition: "" });
      made.fake.fire("cti.onCallEnd", { id: "call.1", duration: "60", disposition: "" });
      assert.deepEqual(heard, ["all: call.2", "one: call.1", "all: call.1"]);
      assert.deepEqual(made.fake.taken, [{ method: "cti.onCallEnd", args: [callback] }]);
    });

    it("stop one at a time, though the same function was given twice", () => {
      const { fake, cti } = kit();
      let heard = 0;
      const listener = () => heard++;
      const stop = cti.onCallBegin(listener);
      cti.onCallBegin(listener);
      fake.fire("cti.onCallBegin", { id: "call.1" });
      stop();
      fake.fire("cti.onCallBegin", { id: "call.2" });
      assert.equal(heard, 3);
    });

    it("may stop others and start more while an event is told", () => {
      const { fake, cti } = kit();
      const heard: string[] = [];
      let stopSecond: () => void = nothing;
      cti.onCallBegin(() => {
        stopSecond();
        cti.onCallBegin(() => heard.push("late"));
      });
      stopSecond = cti.onCallBegin(() => heard.push("second"));
      fake.fire("cti.onCallBegin", { id: "call.1" });
      assert.isEmpty(heard);
    });

    it("share one registration between two objects over one link", () => {
      const made = kit();
      const stop = made.primaryTabs.onFocusedPrimaryTab(nothing);
      stop();
      made.primaryTabs.onFocusedPrimaryTab(nothing);
      assert.deepEqual(methods(made), ["onFocusedPrimaryTab"]);
    });

    it("are registered once for each chat, and each type of custom event", () => {
      const made = kit();
      for (const chat of ["K1", "K2", "K1"]) {
        made.conversation.onNewMessage(chat, nothing);
        made.conversation.onCustomEvent(chat, "offer", nothing);
      }
      const chatsOf = (name: string) =>
        made.fake.taken.filter(({ method }) => method === name).map(({ args }) => args[0]);
      assert.deepEqual(chatsOf("chat.onNewMessage"), ["K1", "K2"]);
      assert.deepEqual(chatsOf("chat.onCustomEvent"), ["K1", "K2"]);
    });

    it("hear custom events of their own type, though the script runs chat and type together", () => {
      const { fake, conversation } = kit();
      const heard: string[] = [];
      conversation.onCustomEvent("K", "1offer", ({ type }) => heard.push(type));
      fake.fire("chat.onCustomEvent", { type: "offer", data: "12" });
      fake.fire("chat.onCustomEvent", { type: "1offer", data: "12" });
      assert.deepEqual(heard, ["1offer"]);
    });

    it("are registered once for each tab whose closing is awaited", () => {
      const { fake, events } = kit();
      events.addEventListener(ConsoleEvent.CLOSE_TAB, nothing);
      events.addEventListener(ConsoleEvent.CLOSE_TAB, nothing, { tabId: "scc-pt-1" });
      events.addEventListener(ConsoleEvent.CLOSE_TAB, nothing, { tabId: "scc-pt-1" });
      assert.deepEqual(
        fake.taken.map(({ args }) => args),
        [
          [ConsoleEvent.CLOSE_TAB, callback, undefined],
          [ConsoleEvent.CLOSE_TAB, callback, { tabId: "scc-pt-1" }],
        ],
      );
    });

    it("are told to the script once for critical waits, and kept from what names another chat", () => {
      const made = kit();
      const heard: string[] = [];
      made.chats.onChatCriticalWaitState("K1", () => heard.push("K1"));
      made.chats.onChatCriticalWaitState("K2", () => heard.push("K2"));
      made.fake.fire("chat.onChatCriticalWaitState", { state: true, chatId: "K2" });
      made.fake.fire("chat.onChatCriticalWaitState", { state: false });
      assert.deepEqual(heard, ["K2", "K1", "K2"]);
      assert.lengthOf(made.fake.taken, 1);
    });

    it("hear of one file, and are told to the script anew for the next", () => {
      const made = kit();
      const heard: unknown[] = [];
      const listen = () =>
        made.chatFiles.onFileTransferCompleted("K1", ({ attachmentId }) =>
          heard.push(attachmentId),
        );
      listen();
      made.fake.fire("chat.onFileTransferCompleted", { attachmentId: "00P1" });
      assert.deepEqual(heard, ["00P1"]);
      listen();
      assert.lengthOf(made.fake.taken, 2);
    });

    it("are refused push notifications of other objects, as the script knows one listener", () => {
      const made = kit();
      made.push.addPushNotificationListener(["Case"], nothing);
      made.fake.returns = false;
      made.push.addPushNotificationListener(["Case"], nothing);
      assertThrows(() => made.push.addPushNotificationListener(["Account"], nothing), "refused");
    });

    it("hear a push notification under either spelling of its Id", () => {
      const { fake, push } = kit();
      const heard: string[] = [];
      push.addPushNotificationListener(["Case"], ({ id }) => heard.push(id));
      fake.fire("addPushNotificationListener", { id: "500a" });
      fake.fire("addPushNotificationListener", { Id: "500b" });
      assert.deepEqual(heard, ["500a", "500b"]);
    });
  });

  describe("the console's own events", () => {
    const { PRESENCE } = ConsoleEvent;
    const work = { workItemId: "500", workId: "0Bz" };
    const status = { statusId: "0N5", statusName: "Free", statusApiName: "Free_now" };
    const tab = { id: "scc-pt-1", objectId: "001" };
    const table: readonly (readonly [name: string, event: object, hears: object])[] = [
      [ConsoleEvent.OPEN_TAB, tab, tab],
      [ConsoleEvent.CLOSE_TAB, { ...tab, tabObjectId: "" }, { ...tab, tabObjectId: undefined }],
      [
        ConsoleEvent.CLOSE_TAB,
        { id: "scc-pt-1", objectID: "500", tabObjectId: "null" },
        { id: "scc-pt-1", objectId: "500", tabObjectId: undefined },
      ],
      [ConsoleEvent.CONSOLE_LOGOUT, { success: true }, {}],
      [PRESENCE.LOGIN_SUCCESS, { statusId: "0N5" }, { statusId: "0N5" }],
      [PRESENCE.STATUS_CHANGED, { ...status, channels: "[]" }, { ...status, channels: [] }],
      [PRESENCE.LOGOUT, {}, {}],
      [PRESENCE.WORK_ASSIGNED, work, work],
      [PRESENCE.WORK_ACCEPTED, work, work],
      [PRESENCE.WORK_DECLINED, work, work],
      [PRESENCE.WORK_CLOSED, work, work],
      [
        PRESENCE.WORKLOAD_CHANGED,
        { ConfiguredCapacity: "5", PreviousWorkload: "1", NewWorkload: "2" },
        { configuredCapacity: 5, previousWorkload: 1, newWorkload: 2 },
      ],
    ];

    for (const [name, event, hears] of table) {
      it(`${name} brings ${Object.keys(hears).join(", ") || "nothing"}`, () => {
        const { fake, events, reported } = kit();
        const heard: unknown[] = [];
        events.addEventListener(name, (payload) => heard.push(payload));
        fake.fire("addEventListener", event);
        assert.deepEqual([heard, reported], [[hears], []]);
      });
    }

    it("may come as nothing where they bring nothing", () => {
      const { fake, events } = kit();
      let heard = 0;
      events.addEventListener(ConsoleEvent.CONSOLE_LOGOUT, () => heard++);
      events.addEventListener("ACME:refresh", () => heard++);
      fake.fire("addEventListener", undefined);
      assert.equal(heard, 2);
    });

    it("are not taken for what an object has by nature", () => {
      const { fake, events } = kit();
      const heard: unknown[] = [];
      events.addEventListener("toString", (event) => heard.push(event));
      fake.fire("addEventListener", { message: "1" });
      assert.deepEqual(heard, [{ message: "1" }]);
    });
  });
});
