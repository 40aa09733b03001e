import type { Loaded, VendorInteraction } from "../../toolkits/opencti/vendor.ts";
import { feedMethods } from "./entity-feed.ts";
import { Conversation } from "./interaction-conversation.ts";
import type { StandInScope } from "./scope.ts";

type Method = (...args: unknown[]) => void;

/** Since which version a method exists, its name, and the wire's names of its arguments; the callback comes last. */
const table = `
25 isInConsole
28 screenPop targetUrl force
25 searchAndScreenPop searchParams queryParams callType
28 searchAndGetScreenPopUrl searchParams queryParams callType
25 getPageInfo
25 onFocus
25 saveLog objectName saveParams
25 runApex apexClass methodName methodParams
25 setVisible value
25 isVisible
28 refreshPage
28 refreshRelatedList listName
25 cti.getCallCenterSettings
27 cti.getSoftphoneLayout
25 cti.setSoftphoneHeight height
25 cti.setSoftphoneWidth width
25 cti.enableClickToDial
25 cti.disableClickToDial
25 cti.onClickToDial
29 cti.notifyInitializationComplete`;

/** Plays Salesforce's `interaction.js` for one page: what belongs at `sforce.interaction`. */
export function standInInteraction(scope: StandInScope): Loaded<VendorInteraction> {
  const conversation = new Conversation(scope);
  const interaction: Record<string, Method> = {};
  const cti: Record<string, Method> = {};
  for (const row of table.trim().split("\n")) {
    const [since = "", path = "", ...keys] = row.split(" ");
    const name = path.replace("cti.", "");
    if (Number(since) > scope.version) continue;
    (path === name ? interaction : cti)[name] = method(conversation, name, keys);
  }
  if (scope.version < 28) interaction.screenPop = method(conversation, "screenPop", ["targetUrl"]);
  if (scope.version >= 31) cti.getDirectoryNumbers = directoryNumbers(conversation);
  const stand: unknown = { ...interaction, cti, entityFeed: feedMethods(scope, conversation) };
  return stand as Loaded<VendorInteraction>; // Made from a table: tests hold its names and arguments to the vendor's.
}

/** How some arguments are changed before they are sent. */
const changes: Readonly<Record<string, (value: unknown) => unknown>> = {
  force: Boolean,
  // Encoded once more than anything else: what the caller encoded arrives encoded.
  saveParams: (value) => encodeURIComponent(String(value)),
};

function method(conversation: Conversation, name: string, keys: readonly string[]): Method {
  return (...args) => {
    const pairs = keys.map((key, at) => [key, (changes[key] ?? same)(args[at])] as const);
    const callback = name === "notifyInitializationComplete" ? undefined : args[keys.length];
    conversation.ask(name, pairs, callback);
  };
}

function same(value: unknown): unknown {
  return value;
}

/** The one method whose callback stands in the middle, and that leaves out what is false, 0 or empty. */
function directoryNumbers(conversation: Conversation): Method {
  return (...args) => {
    const [isGlobal, callCenterName, callback, resultSetPage, resultSetPageSize] = args;
    const optional = Object.entries({ callCenterName, resultSetPage, resultSetPageSize });
    const given = optional.filter(([, value]) => Boolean(value));
    conversation.ask("getDirectoryNumbers", [["isGlobal", isGlobal], ...given], callback);
  };
}
