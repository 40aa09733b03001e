/** What opens for a number of matches; `screenPopData` names the object, page or flow. */
export interface ScreenPop {
  readonly screenPopType:
    "PopToEntity" | "PopToVisualforce" | "PopToSearch" | "PopToFlow" | "DoNotPop";
  readonly screenPopData?: string;
}

/** When and where an incoming call opens something. */
export interface ScreenPopSettings {
  readonly screenPopsOpenWithin?: "ExistingWindow" | "NewWindow";
  readonly NoMatch?: ScreenPop;
  readonly SingleMatch?: ScreenPop;
  readonly MultipleMatches?: ScreenPop;
}

/** One block of a softphone layout. */
export interface CallTypeLayout {
  readonly callRelatedFields: readonly ("ANI" | "DNIS" | "SEGMENT" | "QUEUE")[];
  /** The objects searched, each with the fields shown. */
  readonly objects: Readonly<
    Record<string, readonly { readonly displayName: string; readonly apiName: string }[]>
  >;
  readonly screenPopSettings: ScreenPopSettings;
}

/** The softphone layout of the agent's profile, in the shape that `getSoftphoneLayout` tells it. */
export type SoftphoneLayout = Readonly<Record<"Internal" | "Inbound" | "Outbound", CallTypeLayout>>;

const fields = (...names: readonly string[]) =>
  names.map((apiName) => ({ displayName: apiName, apiName }));

/** A layout as an administrator would make it: one match opens, several are searched, none opens nothing. */
export const defaultLayout: SoftphoneLayout = {
  Internal: {
    callRelatedFields: ["ANI"],
    objects: { User: fields("Name", "Phone") },
    screenPopSettings: {},
  },
  Inbound: {
    callRelatedFields: ["ANI", "DNIS", "QUEUE"],
    objects: {
      Account: fields("Name", "Phone"),
      Contact: fields("Name", "Phone"),
      Lead: fields("Name", "Phone"),
      Case: fields("CaseNumber", "Subject"),
    },
    screenPopSettings: {
      screenPopsOpenWithin: "ExistingWindow",
      NoMatch: { screenPopType: "DoNotPop" },
      SingleMatch: { screenPopType: "PopToEntity" },
      MultipleMatches: { screenPopType: "PopToSearch" },
    },
  },
  Outbound: {
    callRelatedFields: ["DNIS"],
    objects: { Account: fields("Name", "Phone"), Contact: fields("Name", "Phone") },
    screenPopSettings: {},
  },
};
