import { assert } from "chai";
import { acme, ada } from "../../fake-store.ts";
import { Heard, type Reply, Stage } from "../../stage.ts";

const yes = { success: true };
const refused = { success: false };

describe("workbench/players/console", () => {
  describe("components", () => {
    it("shows, hides and sizes the softphone", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      assert.include(await phone.askConsole("isCustomConsoleComponentHidden"), { hidden: true });
      await phone.askConsole("setCustomConsoleComponentVisible", [true]);
      assert.include(await phone.askConsole("isCustomConsoleComponentHidden"), { hidden: false });
      assert.deepEqual(await phone.askConsole("setCustomConsoleComponentWidth", [250]), yes);
      assert.deepEqual(await phone.askConsole("setCustomConsoleComponentHeight", [310]), yes);
      assert.include(stage.salesforce.softphone.value, { visible: true, width: 250, height: 310 });
      assert.deepEqual(
        await phone.askConsole("setCustomConsoleComponentHeight", ["tall"]),
        refused,
      );
      assert.include(await phone.askConsole("isInCustomConsoleComponent"), {
        inCustomConsoleComponent: true,
      });
    });

    it("dresses the button, in steps, with font, colour and background only", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await phone.askConsole("setCustomConsoleComponentButtonText", ["Call from Ada & Bob"]);
      await phone.askConsole("setCustomConsoleComponentButtonStyle", ["background:#f00"]);
      await phone.askConsole("setCustomConsoleComponentButtonStyle", [
        "color:#fff; position:fixed; font-weight:bold}",
      ]);
      await phone.askConsole("setCustomConsoleComponentButtonStyle", [
        "background: url(https://evil.example)",
      ]);
      await phone.askConsole("setCustomConsoleComponentButtonIconUrl", [
        "https://phone.example.com/i.png",
      ]);
      assert.include(stage.salesforce.softphone.value.button, {
        text: "Call from Ada & Bob",
        style: "background:#f00;color:#fff;font-weight:bold",
        iconUrl: "https://phone.example.com/i.png",
      });
      assert.deepEqual(
        await phone.askConsole("setCustomConsoleComponentButtonIconUrl", ["i.png"]),
        refused,
      );
    });

    it("blinks and scrolls until told otherwise", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await phone.askConsole("blinkCustomConsoleComponentButtonText", ["RINGING", 1000]);
      await phone.askConsole("scrollCustomConsoleComponentButtonText", [100, 5, true]);
      assert.deepInclude(stage.salesforce.softphone.value.button, {
        blink: { text: "RINGING", interval: 1000 },
        scroll: { interval: 100 },
      });
      await phone.askConsole("removeBlinkCustomConsoleComponentButtonText");
      await phone.askConsole("removeScrollCustomConsoleComponentButtonText");
      assert.doesNotHaveAnyKeys(stage.salesforce.softphone.value.button, ["blink", "scroll"]);
    });

    it("tells of clicks on the button", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const heard = new Heard();
      phone.call("console.onCustomConsoleComponentButtonClicked", heard.listener);
      await phone.askConsole("getPrimaryTabIds");
      stage.salesforce.toggleSoftphone();
      assert.include(await heard.next(), { windowHidden: false });
    });

    it("may be popped out only where multi-monitor components are on", async () => {
      using one = new Stage();
      using two = new Stage({ features: { multiMonitor: true } });
      const args = ["setCustomConsoleComponentPopoutable", [true]] as const;
      assert.deepEqual(await one.softphone().askConsole(...args), refused);
      assert.deepEqual(await two.softphone().askConsole(...args), yes);
      assert.isTrue(two.salesforce.softphone.value.popoutable);
      assert.include(await two.softphone().askConsole("isCustomConsoleComponentPoppedOut"), {
        poppedOut: false,
      });
    });

    it("puts titles into the browser's and takes them out", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await phone.askConsole("addToBrowserTitleQueue", ["Call"]);
      assert.deepEqual(stage.salesforce.titleQueue.value, ["Call"]);
      assert.deepEqual(await phone.askConsole("removeFromBrowserTitleQueue", ["Other"]), refused);
      assert.deepEqual(await phone.askConsole("removeFromBrowserTitleQueue", ["Call"]), yes);
      assert.deepEqual(stage.salesforce.titleQueue.value, []);
    });
  });

  describe("events", () => {
    it("reach every frame that listens, the sender's own as well", async () => {
      using stage = new Stage();
      const [phone, other] = [stage.softphone(), stage.softphone()];
      const [own, theirs, none] = [new Heard(), new Heard(), new Heard()];
      phone.call("console.addEventListener", "CTIEvent", own.listener);
      other.call("console.addEventListener", "CTIEvent", theirs.listener);
      other.call("console.addEventListener", "Another", none.listener);
      await other.askConsole("getPrimaryTabIds");
      const message = '{"text":"a&b=c;d%:ü"}';
      const told = theirs.next();
      assert.deepEqual(await phone.askConsole("fireEvent", ["CTIEvent", message]), yes);
      assert.deepEqual(await told, { message });
      assert.deepEqual(own.all, [{ message }]);
      assert.lengthOf(none.all, 0);
    });

    it("tell of the log-out", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const heard = new Heard();
      phone.call("console.addEventListener", "SFORCE_CONSOLE:LOGOUT", heard.listener);
      await phone.askConsole("getPrimaryTabIds");
      stage.salesforce.logOut();
      await heard.next();
      assert.match(stage.salesforce.navigateTo.value ?? "", /logout/);
    });
  });

  describe("push notifications", () => {
    it("tell of saved records of the objects asked for, until told otherwise", async () => {
      using stage = new Stage({ features: { pushedObjects: ["Task", "Contact"] } });
      const phone = stage.softphone();
      const heard = new Heard();
      phone.call("console.addPushNotificationListener", ["Task", "Account"], heard.listener);
      await phone.ask("saveLog", "Task", "Subject=x");
      stage.salesforce.recordSaved(ada, false);
      stage.salesforce.recordSaved(acme, false);
      await phone.askConsole("getPrimaryTabIds");
      assert.deepEqual(heard.all, [
        {
          Id: "00Tx00000012345",
          entityType: "Task",
          Type: "Created",
          LastModifiedById: "005x00000012345",
        },
      ]);
      assert.deepEqual(await phone.askConsole("removePushNotificationListener"), yes);
      await phone.ask("saveLog", "Task", "Subject=y&Id=00Tx00000012345AAA");
      await phone.askConsole("getPrimaryTabIds");
      assert.lengthOf(heard.all, 1);
    });
  });

  describe("cti", () => {
    it("tells everybody when calls begin and end", async () => {
      using stage = new Stage();
      const [phone, log] = [stage.softphone(), stage.softphone()];
      const [begun, ended] = [new Heard(), new Heard()];
      log.call("console.cti.onCallBegin", begun.listener);
      log.call("console.cti.onCallEnd", ended.listener);
      await log.askConsole("getPrimaryTabIds");
      const [began, over] = [begun.next(), ended.next()];
      await phone.askConsole("cti.fireOnCallBegin", ["c1", "inbound", "Call 1"]);
      assert.deepEqual((await phone.askConsole("cti.getCallObjectIds")).ids, ["c1"]);
      assert.deepEqual(await phone.askConsole("cti.fireOnCallEnd", ["c1", 60, "Done"]), yes);
      assert.deepEqual(await began, { id: "c1" });
      assert.deepEqual(await over, { id: "c1", duration: "60", disposition: "Done" });
      assert.deepEqual(await phone.askConsole("cti.fireOnCallEnd", ["c1", 60, "Done"]), refused);
      assert.deepEqual(await phone.askConsole("cti.fireOnCallBegin", ["", "inbound", ""]), refused);
    });

    it("keeps what is attached to a call", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      await phone.askConsole("cti.setCallAttachedData", ["c1", '{"ANI":"1"}', "inbound"]);
      const whole = await phone.askConsole(
        "cti.getCallAttachedData",
        ["c1", { getCallType: true }],
        1,
      );
      assert.deepEqual(whole, { success: true, data: '{"ANI":"1"}', type: "INBOUND" });
      const part = await phone.askConsole("cti.getCallAttachedData", ["c1"]);
      assert.deepEqual(part, { success: true, data: '{"ANI":"1"}' });
      assert.deepEqual(await phone.askConsole("cti.getCallAttachedData", ["c2"]), refused);
      await phone.askConsole("cti.setCallObjectIds", [["c2", "c1"]]);
      assert.deepEqual((await phone.askConsole("cti.getCallObjectIds")).ids, ["c2", "c1"]);
    });

    it("carries messages and saved logs", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const [messages, logs] = [new Heard(), new Heard()];
      phone.call("console.cti.onSendCTIMessage", messages.listener);
      phone.call("console.cti.onCallLogSaved", logs.listener);
      await phone.askConsole("cti.sendCTIMessage", ["/dial?num=1"]);
      await phone.askConsole("cti.fireOnCallLogSaved", ["00T1"]);
      assert.deepEqual(messages.all, [{ message: "/dial?num=1" }]);
      assert.deepEqual(logs.all, [{ id: "00T1" }]);
    });
  });

  describe("presence", () => {
    it("refuses before the agent is logged in, and unknown statuses", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      assert.deepEqual(await phone.askConsole("presence.getServicePresenceStatusId"), refused);
      assert.deepEqual(
        await phone.askConsole("presence.getServicePresenceStatusChannels"),
        refused,
      );
      assert.deepEqual(await phone.askConsole("presence.login", ["0N5000000000000"]), refused);
    });

    it("logs in, changes and tells the status, logs out", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const names = ["LOGIN_SUCCESS", "STATUS_CHANGED", "LOGOUT"];
      const heard: string[] = [];
      for (const name of names) {
        phone.call("console.addEventListener", `SFORCE_PRESENCE:${name}`, () => heard.push(name));
      }
      assert.deepEqual(await phone.askConsole("presence.login", ["0N5j00000008QNQ"]), yes);
      const busy = await phone.askConsole("presence.setServicePresenceStatus", ["0N5j00000008QNR"]);
      assert.include(busy, { statusName: "Busy", channels: "[]" });
      assert.include(await phone.askConsole("presence.getServicePresenceStatusId"), {
        statusId: "0N5j00000008QNR",
        statusApiName: "Busy",
      });
      assert.include(await phone.askConsole("presence.getServicePresenceStatusChannels"), {
        channels: "[]",
      });
      await phone.askConsole("presence.logout");
      assert.deepEqual(heard, ["LOGIN_SUCCESS", "STATUS_CHANGED", "STATUS_CHANGED", "LOGOUT"]);
    });

    it("hands out work, which is accepted and closed, or declined", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const { presence } = stage.salesforce;
      presence.setStatus("0N5j00000008QNQ");
      const loads: Reply[] = [];
      phone.call("console.addEventListener", "SFORCE_PRESENCE:WORKLOAD_CHANGED", (load: Reply) =>
        loads.push(load),
      );
      await phone.askConsole("getPrimaryTabIds");
      const { workId } = presence.assign("500x00000012345");
      const { works } = await phone.askConsole("presence.getAgentWorks");
      assert.deepEqual(JSON.parse(String(works)), [
        { workItemId: "500x00000012345", workId, isEngaged: false },
      ]);
      assert.deepEqual(await phone.askConsole("presence.closeAgentWork", [workId]), refused);
      assert.deepEqual(await phone.askConsole("presence.acceptAgentWork", [workId]), yes);
      assert.deepEqual(
        await phone.askConsole("presence.declineAgentWork", [workId, "busy"]),
        refused,
      );
      assert.include(await phone.askConsole("presence.getAgentWorkload"), {
        configuredCapacity: "5",
        currentWorkload: "1",
      });
      assert.deepEqual(await phone.askConsole("presence.closeAgentWork", [workId]), yes);
      assert.deepEqual(await phone.askConsole("presence.acceptAgentWork", [workId]), refused);
      assert.deepEqual(
        loads.map(({ NewWorkload }) => NewWorkload),
        ["1", "0"],
      );
    });
  });

  describe("chat", () => {
    it("is requested, accepted into a tab, and ended", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const { chats } = stage.salesforce;
      const heard: string[] = [];
      for (const name of ["onChatRequested", "onChatStarted", "onChatEnded"]) {
        phone.call(`console.chat.${name}`, ({ chatKey }: Reply) =>
          heard.push(`${name} ${String(chatKey)}`),
        );
      }
      assert.deepEqual((await phone.askConsole("chat.getChatRequests")).chatKey, []);
      chats.request("K1", "Jon");
      assert.deepEqual((await phone.askConsole("chat.getChatRequests")).chatKey, ["K1"]);
      assert.deepEqual(await phone.askConsole("chat.endChat", ["K1"]), refused);
      assert.deepEqual(await phone.askConsole("chat.acceptChat", ["K1"]), yes);
      assert.deepEqual(await phone.askConsole("chat.acceptChat", ["K1"]), refused);
      assert.deepEqual((await phone.askConsole("chat.getEngagedChats")).chatKey, ["K1"]);
      const { details, primaryTabId } = await phone.askConsole("chat.getDetailsByChatKey", ["K1"]);
      assert.equal(primaryTabId, "scc-pt-1");
      assert.deepInclude(details, { name: "Jon", isEngaged: true });
      assert.include(await phone.askConsole("chat.getDetailsByPrimaryTabId", ["scc-pt-1"]), yes);
      assert.include(
        await phone.askConsole("chat.getDetailsByPrimaryTabId", ["scc-pt-9"]),
        refused,
      );
      assert.deepEqual(await phone.askConsole("chat.endChat", ["K1"]), yes);
      assert.deepEqual(heard, ["onChatRequested K1", "onChatStarted K1", "onChatEnded K1"]);
    });

    it("carries messages, typing and own events of one chat", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const { chats } = stage.salesforce;
      for (const key of ["K1", "K2"]) {
        chats.request(key, "Jon");
        await phone.askConsole("chat.acceptChat", [key]);
      }
      const [said, typed, sent, custom] = [new Heard(), new Heard(), new Heard(), new Heard()];
      phone.call("console.chat.onNewMessage", "K1", said.listener);
      phone.call("console.chat.onTypingUpdate", "K1", typed.listener);
      phone.call("console.chat.onAgentSend", "K1", sent.listener);
      phone.call("console.chat.onCustomEvent", "K1", "cart", custom.listener);
      await phone.askConsole("getPrimaryTabIds");
      for (const key of ["K2", "K1"])
        chats.say(key, { content: `from ${key}`, type: "Visitor", typed: true });
      chats.say("K1", { content: "by hand", type: "Agent", typed: true });
      chats.events.emit("typing", { chat: chats.get("K1"), isTyping: true, sneakPeek: "Hel" });
      chats.sendCustom("K1", { source: "Visitor", type: "cart", data: "3" });
      await phone.askConsole("chat.sendMessage", ["K1", "by toolkit"]);
      await phone.askConsole("chat.sendCustomEvent", ["K1", "cart", "4"]);
      assert.deepEqual(
        said.all.map(({ content }) => content),
        ["from K1"],
      );
      assert.deepEqual(
        sent.all.map(({ content }) => content),
        ["by hand"],
      );
      assert.deepInclude(typed.all[0], { isTyping: true, sneakPeek: "Hel" });
      assert.deepEqual(
        custom.all.map(({ data }) => data),
        ["3"],
      );
      const { messages, customEvents } = await phone.askConsole("chat.getChatLog", ["K1"]);
      assert.lengthOf(messages as unknown[], 3);
      assert.lengthOf(customEvents as unknown[], 2);
      assert.deepEqual(await phone.askConsole("chat.sendMessage", ["K9", "x"]), refused);
    });

    it("keeps the agent's input, state, flag and file", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const { chats } = stage.salesforce;
      chats.request("K1", "Jon");
      await phone.askConsole("chat.setAgentInput", ["K1", "Dear & Sir"]);
      assert.include(await phone.askConsole("chat.getAgentInput", ["K1"]), { text: "Dear & Sir" });
      assert.include(await phone.askConsole("chat.getAgentState"), { state: "Offline" });
      assert.deepEqual(await phone.askConsole("chat.setAgentState", ["Online"]), yes);
      assert.deepEqual(await phone.askConsole("chat.setAgentState", ["Odd"]), refused);
      assert.include(await phone.askConsole("chat.getMaxCapacity"), { count: "3" });
      await phone.askConsole("chat.raiseFlag", ["K1", "help"]);
      assert.equal(chats.get("K1").flag, "help");
      await phone.askConsole("chat.lowerFlag", ["K1"]);
      assert.isUndefined(chats.get("K1").flag);
      const arrived = phone.askConsole("chat.onFileTransferCompleted", ["K1"]);
      assert.deepEqual(await phone.askConsole("chat.initFileTransfer", ["K1", "500"]), yes);
      assert.deepEqual(await phone.askConsole("chat.cancelFileTransferByAgent", ["K9"]), refused);
      chats.events.emit("fileTransferred", { chat: chats.get("K1"), attachmentId: "00P1" });
      assert.deepEqual(await arrived, { attachmentId: "00P1", success: true });
    });

    it("tells how chats went away", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      const { chats } = stage.salesforce;
      const heard: string[] = [];
      for (const name of ["onChatDeclined", "onChatTransferredOut", "onChatCanceled"]) {
        phone.call(`console.chat.${name}`, () => heard.push(name));
      }
      phone.call("console.chat.onChatCriticalWaitState", "K1", () => heard.push("waits"));
      phone.call("console.chat.onCurrentCapacityChanged", ({ count }: Reply) =>
        heard.push(String(count)),
      );
      phone.call("console.chat.onAgentStateChanged", ({ state }: Reply) =>
        heard.push(String(state)),
      );
      await phone.askConsole("getPrimaryTabIds");
      for (const key of ["K1", "K2", "K3"]) chats.request(key, "Jon");
      chats.events.emit("waitsTooLong", chats.get("K1"));
      await phone.askConsole("chat.declineChat", ["K1"]);
      await phone.askConsole("chat.acceptChat", ["K2"]);
      chats.transfer("K2");
      chats.cancel("K3");
      chats.setAgentState("Away");
      await phone.askConsole("getPrimaryTabIds");
      assert.deepEqual(heard, [
        "1",
        "2",
        "3",
        "waits",
        "onChatDeclined",
        "2",
        "2",
        "onChatTransferredOut",
        "1",
        "onChatCanceled",
        "0",
        "Away",
      ]);
    });
  });

  describe("macros", () => {
    it("selects what exists, and runs what is selected", async () => {
      using stage = new Stage({ features: { macros: ["0JZx00000000001"] } });
      const phone = stage.softphone();
      assert.deepEqual(await phone.askConsole("runSelectedMacro"), {
        success: false,
        cause: "No macro is selected",
      });
      assert.deepEqual(await phone.askConsole("selectMacro", ["0JZ"]), {
        success: false,
        cause: "No macro 0JZ",
      });
      assert.deepEqual(await phone.askConsole("selectMacro", ["0JZx00000000001AAA"]), yes);
      assert.deepEqual(await phone.askConsole("runSelectedMacro"), yes);
    });
  });

  describe("session", () => {
    it("is kept alive without an answer that anybody hears", async () => {
      using stage = new Stage();
      const phone = stage.softphone();
      phone.call("console.resetSessionTimeOut");
      await phone.askConsole("getPrimaryTabIds");
      const asked = stage.salesforce.wire.value.filter(({ raw }) =>
        raw.includes("resetSessionTimeOut"),
      );
      assert.lengthOf(asked, 2);
    });
  });
});
