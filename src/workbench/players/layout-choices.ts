import { defaultLayout, type ScreenPop, type SoftphoneLayout } from "./softphone-layout.ts";

/** A softphone layout that a person can choose in the workbench. */
export interface LayoutChoice {
  /** Selects it in an address: `?layout=new-window`. */
  readonly name: string;
  readonly title: string;
  /** One sentence for a person: what opens. */
  readonly story: string;
  readonly layout: SoftphoneLayout;
}

/** The usual layout with other pages for incoming calls. */
function popping(
  pops: Partial<Record<"NoMatch" | "SingleMatch" | "MultipleMatches", ScreenPop>>,
  screenPopsOpenWithin: "ExistingWindow" | "NewWindow" = "ExistingWindow",
): SoftphoneLayout {
  const { Inbound } = defaultLayout;
  const screenPopSettings = { ...Inbound.screenPopSettings, ...pops, screenPopsOpenWithin };
  return { ...defaultLayout, Inbound: { ...Inbound, screenPopSettings } };
}

function always(pop: ScreenPop): SoftphoneLayout {
  return popping({ NoMatch: pop, SingleMatch: pop, MultipleMatches: pop });
}

/** Layouts as administrators make them, the usual one first. */
export const layoutChoices: readonly LayoutChoice[] = [
  {
    name: "usual",
    title: "Record, search, nothing",
    story: "One match opens, several are searched for, an unknown caller opens nothing.",
    layout: defaultLayout,
  },
  {
    name: "new-contact",
    title: "A new contact for the unknown",
    story: "An unknown caller opens the form for a new contact, once the call is answered.",
    layout: popping({ NoMatch: { screenPopType: "PopToEntity", screenPopData: "Contact" } }),
  },
  {
    name: "visualforce",
    title: "A Visualforce page",
    story: "Every caller opens the page CallerPage.",
    layout: always({ screenPopType: "PopToVisualforce", screenPopData: "CallerPage" }),
  },
  {
    name: "search",
    title: "Always the search",
    story: "Every caller opens the search for the number.",
    layout: always({ screenPopType: "PopToSearch" }),
  },
  {
    name: "flow",
    title: "A flow",
    story: "Every caller opens the flow CallerFlow.",
    layout: always({ screenPopType: "PopToFlow", screenPopData: "CallerFlow" }),
  },
  {
    name: "nothing",
    title: "Nothing pops",
    story: "Nothing opens by itself; the phone shows who calls.",
    layout: always({ screenPopType: "DoNotPop" }),
  },
  {
    name: "new-window",
    title: "A new window",
    story: "One match opens in a new window of the browser; a console opens a tab all the same.",
    layout: popping({}, "NewWindow"),
  },
];
