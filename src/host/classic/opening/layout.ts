import type {
  CallTypeLayout,
  ScreenPop,
  SoftphoneLayout,
} from "../../../toolkits/opencti/index.ts";
import type { CallFact, CallLayout, Opening } from "../../call-layout.ts";
import type { CallLog } from "../../host.ts";

const blocks = { incoming: "Inbound", outgoing: "Outbound", internal: "Internal" } as const;
const facts: Readonly<Record<string, CallFact>> = {
  ANI: "caller",
  DNIS: "dialled",
  QUEUE: "queue",
  SEGMENT: "segment",
};

/** The part of a softphone layout that is about calls of one kind. */
export function blockOf(layout: SoftphoneLayout, direction: CallLog["direction"]): CallTypeLayout {
  return layout[blocks[direction]];
}

/** A softphone layout's part in our words. */
export function callLayoutOf(block: CallTypeLayout): CallLayout {
  const { screenPopsOpenWithin, NoMatch, SingleMatch, MultipleMatches } = block.screenPopSettings;
  return {
    facts: block.callRelatedFields.flatMap((name) => facts[name] ?? []),
    objects: Object.keys(block.objects),
    openings: {
      none: openingOf(NoMatch),
      one: openingOf(SingleMatch),
      several: openingOf(MultipleMatches),
    },
    newWindow: screenPopsOpenWithin === "NewWindow",
  };
}

function openingOf(pop: ScreenPop | undefined): Opening {
  switch (pop?.screenPopType) {
    case "PopToEntity":
      return { opens: "record", object: pop.screenPopData };
    case "PopToVisualforce":
      return { opens: "page", name: pop.screenPopData };
    case "PopToFlow":
      return { opens: "flow", name: pop.screenPopData };
    case "PopToSearch":
      return { opens: "search" };
    case "DoNotPop":
    case undefined:
      return { opens: "nothing" };
  }
}
