import type { Settings } from "../../callcenter/schema.ts";
import type { CallLayout, CrmPage, Found, Opening } from "../../host/call-layout.ts";
import type { CallLog } from "../../host/host.ts";

/** When something may open: while it rings, once it is answered, or because the agent asks for it. */
export type Moment = "ring" | "answer" | "hand";

/** All that decides what opens for a call. */
export interface Situation {
  readonly layout: CallLayout;
  readonly found: Found;
  readonly direction: CallLog["direction"];
  readonly moment: Moment;
  /** The administrator's choice. */
  readonly when: Settings["calls"]["pop"];
  /** The other side's. */
  readonly number: string;
}

/** What opens for a call at a moment; `undefined`: nothing, or nothing yet. */
export function whatOpens(situation: Situation): CrmPage | undefined {
  if (situation.moment === "hand") return chosenFor(situation) ?? whatIsKnown(situation);
  return isDue(situation) ? chosenFor(situation) : undefined;
}

/** Whether what is chosen opens in a new window of the browser; what the agent asks for beside it does not. */
export function opensAnew(situation: Situation): boolean {
  return situation.layout.newWindow && chosenFor(situation) !== undefined;
}

function isDue(situation: Situation): boolean {
  const { moment, when } = situation;
  if (when === "hand" || when === "never") return false;
  if (moment === "answer") return true;
  // A form to be filled in is no help while it rings, and in the way of whoever wants to answer.
  return when === "ring" && chosenFor(situation)?.shows !== "new";
}

/** By the administrator's layout; nothing is ever chosen for calls that we make or that stay in the company. */
function chosenFor(situation: Situation): CrmPage | undefined {
  const { direction, found, layout } = situation;
  if (direction !== "incoming") return undefined;
  const page = pageOf(layout.openings[outcomeOf(found)], situation);
  return page && { ...page, ...addressOf(found) };
}

function pageOf(opening: Opening, situation: Situation): CrmPage | undefined {
  const { number } = situation;
  switch (opening.opens) {
    case "nothing":
      return undefined;
    case "search":
      return { shows: "search", text: number };
    case "page":
    case "flow":
      return { shows: opening.opens, name: opening.name, number };
    case "record":
      return recordOrForm(opening.object, situation);
  }
}

/** Of several nobody can tell which: then the agent chooses. */
function recordOrForm(object: string, { found, number }: Situation): CrmPage | undefined {
  const [record, second] = found.records;
  if (second) return undefined;
  if (record) return { shows: "record", record };
  return object === "" ? undefined : { shows: "new", object, number };
}

/** For an agent who asks where nothing is chosen. */
function whatIsKnown({ found: { records }, number }: Situation): CrmPage {
  const [record, second] = records;
  return record && !second ? { shows: "record", record } : { shows: "search", text: number };
}

function outcomeOf({ records }: Found): keyof CallLayout["openings"] {
  if (records.length === 0) return "none";
  return records.length === 1 ? "one" : "several";
}

function addressOf({ address }: Found): Pick<Found, "address"> {
  return address === undefined ? {} : { address };
}
