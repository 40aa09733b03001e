import type { WireValue } from "../wire/payload.ts";
import type { Answer, Delivery, Scenario } from "./scenario.ts";

const usual = ({ payload }: Answer): readonly Delivery[] => [{ after: 0, payload }];

/** Tampers with the answers of one Open CTI method only. */
function onlyFor(method: string, deliver: (answer: Answer) => readonly Delivery[]) {
  return (answer: Answer) =>
    answer.api === "interaction" && answer.method === method ? deliver(answer) : usual(answer);
}

const never = () => [];
const twice = ({ payload }: Answer) => [
  { after: 0, payload },
  { after: 50, payload },
];
/** Longer than anybody waits. */
const late = ({ payload }: Answer) => [{ after: 12_000, payload }];

/** Methods without which a softphone does not even start, and the greeting of a publisher in a feed. */
const toStart = ["isInConsole", "getCallCenterSettings", "getSoftphoneLayout", "connect"];

/** Half a text: what a connection that breaks leaves of it. */
function halfOf(value: WireValue | undefined): string {
  const text = String(value);
  return text.slice(0, text.length / 2);
}

/** Every quirk that is played. */
export const scenarios: readonly Scenario[] = [
  {
    name: "never-answers",
    title: "Salesforce never answers",
    story: "Every request is carried out, and no answer ever comes.",
    deliver: never,
  },
  {
    name: "answers-twice",
    title: "Salesforce answers twice",
    story: "Every answer comes a second time, 50 milliseconds after the first.",
    deliver: twice,
  },
  {
    name: "answers-late",
    title: "Salesforce answers late",
    story: "Every answer comes after twelve seconds, when nobody waits for it any more.",
    deliver: late,
  },
  {
    name: "answers-out-of-order",
    title: "Answers overtake each other",
    story: "Answers take between 0 and 400 milliseconds, depending on the method.",
    deliver: ({ method, payload }) => [{ after: (method.length % 5) * 100, payload }],
  },
  {
    name: "answers-with-error",
    title: "Salesforce refuses everything",
    story: "Whatever the softphone asks for is refused, except for what it needs to start.",
    refuse: ({ method }) => (toStart.includes(method) ? undefined : "Insufficient privileges"),
  },
  {
    name: "foreign-message",
    title: "Other software talks in the window",
    story: "Before each answer come messages that have nothing to do with it.",
    foreign: [
      { type: "webpackOk" },
      42,
      "setImmediate$0.1$",
      "interactionApi/",
      "interactionApi/method=nobodyAsked_999&result=true",
      "interactionApi/method=isInConsole_0&result=%",
      "integrationApi/name=s:nobodyAsked_999&args=s:success%3Db%3Afalse",
    ],
  },
  {
    name: "second-monitor",
    title: "Components may leave the window",
    story:
      "Multi-monitor components are on, so the softphone may be neither shown, hidden nor sized.",
    features: { multiMonitor: true },
  },
  {
    name: "tab-limit",
    title: "Two tabs are enough",
    story: "No more than two primary tabs may be open, so that a pop can fail.",
    features: { maxPrimaryTabs: 2, maxSubtabs: 1 },
  },
  {
    name: "api-25",
    title: "Scripts of version 25.0",
    story: "Open CTI is as it was in 2012: 15 methods, and screenPop takes its callback second.",
    toolkitVersion: "25.0",
  },
  {
    name: "save-log-result-is-id",
    title: "saveLog answers with an Id",
    story:
      "The result of saveLog is the new record's Id instead of true, and there is no id beside it.",
    deliver: onlyFor("saveLog", ({ payload: { result, id } }) => [
      { after: 0, payload: id === undefined ? { result: result ?? false } : { result: id } },
    ]),
  },
  {
    name: "save-log-refused",
    title: "saveLog is refused",
    story: "Logs cannot be saved, because a validation rule of the org forbids it.",
    refuse: ({ method }) =>
      method === "saveLog" ? "FIELD_CUSTOM_VALIDATION_EXCEPTION: Not today" : undefined,
  },
  {
    name: "save-log-hidden-field",
    title: "A field that the profile cannot see",
    story: "Logs that name the field Type are refused, as for an agent whose profile hides it.",
    refuse: ({ method, args }) =>
      method === "saveLog" && /(^|&|%26)Type(=|%3D)/.test(args.text("saveParams"))
        ? "No such column 'Type' on sobject of type Task"
        : undefined,
  },
  {
    name: "save-log-silent",
    title: "The answer to saveLog is lost",
    story: "Logs are saved, but the softphone never hears of it.",
    deliver: onlyFor("saveLog", never),
  },
  {
    name: "save-log-late",
    title: "saveLog answers late",
    story: "Logs are saved at once, but the answer comes after twelve seconds.",
    deliver: onlyFor("saveLog", late),
  },
  {
    name: "save-log-twice",
    title: "saveLog answers twice",
    story: "Logs are saved once, and the answer comes two times.",
    deliver: onlyFor("saveLog", twice),
  },
  {
    name: "malformed-settings",
    title: "Half of the settings",
    story: "The call center's settings arrive as text that is no JSON.",
    deliver: onlyFor("getCallCenterSettings", ({ payload }) => [
      { after: 0, payload: { result: halfOf(payload.result) } },
    ]),
  },
  {
    name: "console-logs-out",
    title: "The console logs out",
    story: "Five seconds after the softphone's first word the agent is logged out of Salesforce.",
    logOutAfter: 5_000,
  },
];

/** The scenario that an address asks for: `?scenario=answers-twice`. */
export function scenarioIn(search: string): Scenario | undefined {
  const name = new URLSearchParams(search).get("scenario");
  return scenarios.find((scenario) => scenario.name === name);
}
