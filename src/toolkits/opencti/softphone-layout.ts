import { expectObject, expectText, malformed } from "./decode.ts";

/** A field that the layout shows for found records. */
export interface LayoutField {
  /** The field's label. */
  readonly displayName: string;
  /** The field's name in the API. */
  readonly apiName: string;
}

/**
 * What the administrator lets happen for one outcome of a search.
 *
 * - `PopToEntity`: no match, a new record of the kind in `screenPopData`; one match, that record.
 * - `PopToVisualforce`: the Visualforce page in `screenPopData`.
 * - `PopToSearch`: the search results.
 * - `PopToFlow`: the flow in `screenPopData`. Documented for Lightning only, but layouts are shared.
 * - `DoNotPop`: nothing. Seen in orgs, not documented.
 */
export type ScreenPopType =
  "PopToEntity" | "PopToVisualforce" | "PopToSearch" | "PopToFlow" | "DoNotPop";

const screenPopTypes: readonly ScreenPopType[] = [
  "PopToEntity",
  "PopToVisualforce",
  "PopToSearch",
  "PopToFlow",
  "DoNotPop",
];

/** What pops, and for which object, page or flow. */
export interface ScreenPop {
  /** What kind of page. */
  readonly screenPopType: ScreenPopType;
  /** `""` where the type needs none. */
  readonly screenPopData: string;
}

/** What pops for each outcome of a search. An outcome without a setting is absent. */
export interface ScreenPopSettings {
  /** `""` when Salesforce does not tell. */
  readonly screenPopsOpenWithin: "ExistingWindow" | "NewWindow" | "";
  /** The caller is unknown. */
  readonly NoMatch: ScreenPop | undefined;
  /** Exactly one record. */
  readonly SingleMatch: ScreenPop | undefined;
  /** Several records. */
  readonly MultipleMatches: ScreenPop | undefined;
}

/** The layout for one type of call. */
export interface CallTypeLayout {
  /** Which facts of a call to show: `ANI`, `DNIS`, `SEGMENT`, `QUEUE`. */
  readonly callRelatedFields: readonly string[];
  /** The kinds of records that are searched, by API name, and the fields to show of each. */
  readonly objects: Readonly<Record<string, readonly LayoutField[]>>;
  /** Only inbound calls pop. */
  readonly screenPopSettings: ScreenPopSettings;
}

/** The softphone layout that the administrator assigned to the agent's profile. */
export interface SoftphoneLayout {
  /** Between agents. */
  readonly Internal: CallTypeLayout;
  /** From customers. */
  readonly Inbound: CallTypeLayout;
  /** To customers. */
  readonly Outbound: CallTypeLayout;
}

/** Reads what `getSoftphoneLayout` answers. What is absent reads as empty. */
export function decodeSoftphoneLayout(method: string, value: unknown): SoftphoneLayout {
  const { Internal, Inbound, Outbound } = expectObject(method, value);
  const layout = (block: unknown) => decodeCallType(method, block ?? {});
  return { Internal: layout(Internal), Inbound: layout(Inbound), Outbound: layout(Outbound) };
}

function decodeCallType(method: string, value: unknown): CallTypeLayout {
  const { callRelatedFields, objects, screenPopSettings } = expectObject(method, value);
  return {
    callRelatedFields: expectList(method, callRelatedFields).map((field) =>
      expectText(method, field),
    ),
    objects: Object.fromEntries(
      Object.entries(expectObject(method, objects ?? {})).map(([name, fields]) => [
        name,
        expectList(method, fields).map((field) => decodeField(method, field)),
      ]),
    ),
    screenPopSettings: decodePopSettings(method, screenPopSettings ?? {}),
  };
}

function decodeField(method: string, value: unknown): LayoutField {
  const { displayName, apiName } = expectObject(method, value);
  return { displayName: expectText(method, displayName), apiName: expectText(method, apiName) };
}

function decodePopSettings(method: string, value: unknown): ScreenPopSettings {
  const facts = expectObject(method, value);
  const { NoMatch, SingleMatch, MultipleMatches } = facts;
  return {
    screenPopsOpenWithin: decodeWindow(
      // The guide has an s that payloads in the field have not.
      expectText(method, facts.screenPopsOpenWithin ?? facts.screenPopOpenWithin),
    ),
    NoMatch: decodePop(method, NoMatch),
    SingleMatch: decodePop(method, SingleMatch),
    MultipleMatches: decodePop(method, MultipleMatches),
  };
}

function decodeWindow(text: string): ScreenPopSettings["screenPopsOpenWithin"] {
  return text === "ExistingWindow" || text === "NewWindow" ? text : "";
}

function decodePop(method: string, value: unknown): ScreenPop | undefined {
  if (value === undefined || value === null) return undefined;
  const facts = expectObject(method, value);
  const name = expectText(method, facts.screenPopType);
  const screenPopType = screenPopTypes.find((type) => type === name);
  if (!screenPopType) throw malformed(method, `Salesforce's layout has an unknown pop: ${name}`);
  return { screenPopType, screenPopData: expectText(method, facts.screenPopData) };
}

function expectList(method: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined || value === null) return [];
  throw malformed(method, "Salesforce put no list where one belongs");
}
