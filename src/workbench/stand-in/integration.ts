import type { VendorConsole } from "../../toolkits/console/vendor.ts";
import { ConsoleConversation, eventName, type Values } from "./console-conversation.ts";
import { integrationRows, type Row } from "./integration-table.ts";
import { canvasClient, canvasEnvironment, isCallback, type StandInScope } from "./scope.ts";

type Method = (...args: unknown[]) => unknown;
type Chapter = Record<string, Method>;

/** Plays Salesforce's `integration.js` for one page: what belongs at `sforce.console`. */
export function standInConsole(scope: StandInScope): VendorConsole {
  const version = `${scope.version}.0`;
  const conversation = new ConsoleConversation(scope);
  const { root, cti, chat, presence } = chaptersOf(conversation, version);
  const stand: unknown = {
    ...root,
    ...oddMethods(scope, conversation, version),
    ...(scope.version <= 31 ? olderNames(root) : {}),
    cti: { ...cti, ...oddCti(conversation, version) },
    chat: { ...chat, ...parsingReplies(chat) },
    presence,
    helper: helper(conversation, version),
    ...constants,
  };
  return stand as VendorConsole; // Made from a table: tests hold its names and arguments to the vendor\'s.
}

/** The methods of the table, by chapter. */
function chaptersOf(conversation: ConsoleConversation, version: string) {
  const chapters = { root: {}, cti: {}, chat: {}, presence: {} } satisfies Record<string, Chapter>;
  const byName = new Map<string, Chapter>(Object.entries(chapters));
  for (const row of integrationRows()) {
    const chapter = byName.get(row.chapter) ?? {};
    chapter[row.name] = method(conversation, row, version);
  }
  return chapters;
}

/** What two methods were called up to version 31.0. */
function olderNames(root: Chapter): Chapter {
  const { setCustomConsoleComponentVisible, isCustomConsoleComponentHidden } = root;
  return Object.fromEntries(
    Object.entries({
      setCustomConsoleComponentWindowVisible: setCustomConsoleComponentVisible,
      isCustomConsoleComponentWindowHidden: isCustomConsoleComponentHidden,
    }).filter((entry): entry is [string, Method] => entry[1] !== undefined),
  );
}

/** The raw call that Salesforce's own chapters are made of. */
function helper(conversation: ConsoleConversation, version: string): Chapter {
  return {
    execute: (callee, args, callback) =>
      conversation.execute(String(callee), args as Values, callback), // The caller's own object.
    getVersion: () => version,
  };
}

function method(conversation: ConsoleConversation, row: Row, version: string): Method {
  const { callee, params, keys } = row;
  return (...args) => {
    const given: Values = Object.fromEntries(params.map((name, at) => [name, args[at]]));
    const values = keys.flatMap((key) => valueFor(key, { ...given, version }));
    conversation.execute(callee, Object.fromEntries(values), given["@"]);
  };
}

/** One key as the table writes it, filled in; none if it is left out. */
function valueFor(key: string, given: Values): (readonly [string, unknown])[] {
  const [name = "", sources] = key.replace(/[?!]+$/, "").split("=");
  if (sources !== undefined) {
    return [
      [
        name,
        sources
          .split("+")
          .map((source) => String(given[source]))
          .join(""),
      ],
    ];
  }
  const value = key.endsWith("!") ? true : given[name];
  const left = key.endsWith("??") ? !value : key.endsWith("?") && value === undefined;
  return left ? [] : [[name, value]];
}

/** The methods that fit no table. */
function oddMethods(
  scope: StandInScope,
  conversation: ConsoleConversation,
  version: string,
): Chapter {
  return {
    ...events(conversation, version),
    isInConsole: () => isInConsole(scope),
    isCanvasContext: () => canvasClient(scope.self) !== undefined,
    disableTabClose: (disable, tabId = false, callback?) =>
      conversation.execute("disableTabClose", { version, disable, tabId }, callback),
    setTabLink: (callback) =>
      conversation.execute("setTabLink", { version, link: scope.address.href }, callback),
    include(module, callback) {
      const script = scope.self.document.createElement("script");
      script.src = `/support/console/${version}/integration_${String(module)}.js`;
      if (isCallback(callback)) script.addEventListener("load", () => void callback());
      scope.self.document.head.append(script);
    },
  };
}

function events(conversation: ConsoleConversation, version: string): Chapter {
  const nameOf = (type: unknown, params: unknown) => {
    const tab = (params as { tabId?: string } | undefined)?.tabId; // Documented so, and optional.
    return tab ? `${String(type)}:${tab}` : String(type);
  };
  const push = "addPushNotificationListener";
  return {
    addEventListener(type, handler, params) {
      if (typeof type !== "string" || type === "" || !isCallback(handler)) return;
      const args = { version, event: true, eventType: nameOf(type, params) };
      conversation.execute("addEventListener", args, handler);
    },
    removeEventListener(type, handler, params) {
      conversation.drop(
        eventName("addEventListener", { eventType: nameOf(type, params) }),
        handler,
      );
    },
    addPushNotificationListener(entities, handler) {
      if (conversation.isExpected(push)) return false;
      conversation.execute(push, { version, entities, event: true }, handler);
    },
    removePushNotificationListener(callback) {
      if (!conversation.isExpected(push)) return;
      conversation.drop(push);
      conversation.execute("removePushNotificationListener", { version }, callback);
    },
  };
}

function oddCti(conversation: ConsoleConversation, version: string): Chapter {
  return {
    getCallAttachedData(callObjectId, callback, params = {}) {
      if (params === null) throw new TypeError("additionalParams is null");
      const { getCallType } = params as { getCallType?: unknown }; // Documented so, and optional.
      const asked = getCallType === undefined ? {} : { getCallType };
      const args = { callObjectId, ...asked, version };
      conversation.execute("getCallAttachedData", args, callback);
    },
    // Salesforce's script freezes the page when another call ends; a stand-in only keeps quiet.
    onCallEnd(handler, callObjectId = null) {
      const mine = (payload: unknown, about: unknown) => {
        const { id } = payload as { id?: unknown }; // A decoded message.
        const concerns = callObjectId === null || id === callObjectId;
        if (concerns && isCallback(handler)) handler(payload, about);
      };
      conversation.execute("onCallEnd", { callObjectId, event: true, version }, mine);
    },
  };
}

/** Some answers on chats carry JSON, which the script unpacks for its caller. */
function parsingReplies(chat: Chapter): Chapter {
  const unpack = (name: string, change: (reply: Values) => Values): [string, Method] => [
    name,
    (...args) => {
      const at = args.findIndex(isCallback);
      const callback = args[at];
      if (!isCallback(callback)) return chat[name]?.(...args);
      return chat[name]?.(...args.with(at, (reply: Values) => void callback(change(reply))));
    },
  ];
  const parsed = ({ result }: Values): unknown =>
    typeof result === "string" ? JSON.parse(result) : null;
  const details = ({ success, primaryTabId, ...rest }: Values) => {
    return { success, primaryTabId, details: parsed(rest) };
  };
  const keys = (reply: Values) => {
    const all: unknown = reply.chatKey;
    return { ...reply, chatKey: Array.isArray(all) && all[0] === "" ? [] : all };
  };
  return Object.fromEntries([
    unpack("getDetailsByPrimaryTabId", details),
    unpack("getDetailsByChatKey", details),
    unpack("getChatLog", (reply) => ({ success: reply.success, ...(parsed(reply) as Values) })),
    unpack("getEngagedChats", keys),
    unpack("getChatRequests", keys),
  ]);
}

/** Answered from the page's own address, without a word to Salesforce. */
function isInConsole({ address: { search }, self }: StandInScope): boolean {
  const told = /[?&]clc=([01])/.exec(search)?.[1];
  if (told !== undefined) return told === "1";
  // Salesforce's mobile app puts itself there.
  const { one } = (self as { sforce?: { one?: unknown } }).sforce ?? {};
  if (/[?&]isdtp=/.test(search) && one === undefined) return true;
  return Boolean(canvasEnvironment(self)?.parameters?.isInConsole);
}

const constants = {
  ConsoleEvent: {
    OPEN_TAB: "SFORCE_CONSOLE:OPEN_TAB",
    CLOSE_TAB: "SFORCE_CONSOLE:CLOSE_TAB",
    CONSOLE_LOGOUT: "SFORCE_CONSOLE:LOGOUT",
    PRESENCE: {
      LOGIN_SUCCESS: "SFORCE_PRESENCE:LOGIN_SUCCESS",
      STATUS_CHANGED: "SFORCE_PRESENCE:STATUS_CHANGED",
      LOGOUT: "SFORCE_PRESENCE:LOGOUT",
      WORK_ASSIGNED: "SFORCE_PRESENCE:WORK_ASSIGNED",
      WORK_ACCEPTED: "SFORCE_PRESENCE:WORK_ACCEPTED",
      WORK_DECLINED: "SFORCE_PRESENCE:WORK_DECLINED",
      WORK_CLOSED: "SFORCE_PRESENCE:WORK_CLOSED",
      WORKLOAD_CHANGED: "SFORCE_PRESENCE:WORKLOAD_CHANGED",
    },
  },
  TabLink: { PARENT_AND_CHILDREN: "complete", TAB_ONLY: "thistabonly", SALESFORCE_URL: "standard" },
  Region: { LEFT: "left", RIGHT: "right", TOP: "top", BOTTOM: "bottom" },
};
