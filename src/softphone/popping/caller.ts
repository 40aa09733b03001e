import { withDeadline } from "../../base/deadline.ts";
import type { Settings } from "../../callcenter/schema.ts";
import type { CallLayout, Found, Match } from "../../host/call-layout.ts";
import type { CrmRecord, Host } from "../../host/host.ts";
import type { CallSnapshot } from "../../line/protocol.ts";
import { loadPlans } from "../../numbers/load-plans.ts";
import { searchVariants } from "../../numbers/search-variants.ts";
import { directionOf } from "../call-log.ts";
import { codeOf } from "../crm-model.ts";
import { attachedFacts, attachedRecord, type NamedRecord, type ShownFact } from "./attached.ts";

/** The CRM, ready to be asked. */
export interface Crm {
  readonly host: Host;
  readonly settings: Settings;
}

/** What is known of the other side of a call. */
export interface Caller {
  /** What decides about the page that opens. */
  readonly found: Found;
  /** All that could be meant. */
  readonly matches: readonly Match[];
  /** The caller's own record, where one that came along with the call opens. */
  readonly within?: CrmRecord;
  /** What was looked for. */
  readonly texts: readonly string[];
  readonly facts: readonly ShownFact[];
  /** Absent where the CRM does not tell: then only the CRM itself knows what opens. */
  readonly layout?: CallLayout;
}

/** Looks for the other side of a call, and for the record that came along with it. Opens nothing. */
export async function findCaller(call: CallSnapshot, crm: Crm): Promise<Caller> {
  const { host, settings } = crm;
  const direction = directionOf(call);
  const [layout, found, attached] = await Promise.all([
    host.callLayout(direction).catch(unknown),
    findByNumber(call, crm),
    findAttached(attachedRecord(call, settings.calls), crm).catch(unknown),
  ]);
  const facts = shownFacts(call, settings, layout);
  const known = { facts, ...(layout && found.isComplete && { layout }) };
  if (!attached) return { ...known, found, matches: found.records, texts: found.texts };
  const [record] = attached.records;
  const others = found.records.filter(({ id }) => id !== record?.id);
  const [within, second] = others;
  return {
    ...known,
    found: attached,
    matches: [...attached.records, ...others],
    texts: attached.texts,
    ...(within && !second && { within }),
  };
}

interface Searched extends Found {
  readonly texts: readonly string[];
}

/** By the number that the administrator chose; `isComplete`: the CRM can look without opening anything. */
async function findByNumber(
  call: CallSnapshot,
  crm: Crm,
): Promise<Searched & { readonly isComplete: boolean }> {
  const { settings } = crm;
  let last: Searched = { records: [], texts: [] };
  for (const number of numbersOf(call, settings.calls)) {
    const texts = await waysOf(number, settings);
    try {
      last = { ...(await crm.host.find(texts, directionOf(call))), texts };
    } catch (error) {
      if (codeOf(error) !== "unsupported") throw error;
      return { records: [], texts, isComplete: false };
    }
    if (last.records.length > 0) break;
  }
  return { ...last, isComplete: true };
}

async function findAttached(named: NamedRecord | undefined, { host }: Crm) {
  if (!named) return undefined;
  const texts = [named.text];
  const { records, address } = await host.find(texts, "incoming");
  const ofKind = records.filter(
    ({ object }) => object.toLowerCase() === named.object.toLowerCase(),
  );
  const exact = ofKind.filter(({ name }) => bare(name) === bare(named.text));
  const [record, second] = exact.length > 0 ? exact : ofKind;
  if (!record || second) return undefined;
  // What the CRM would open is about all that it found.
  const isAlone = records.length === 1 && address !== undefined;
  return { records: [record], texts, ...(isAlone && { address }) };
}

/** Numbers are often sent without the noughts before them. */
const bare = (text: string) => text.toLowerCase().replace(/^0+/, "");

function numbersOf(call: CallSnapshot, calls: Settings["calls"]): readonly string[] {
  const { number } = call.remote;
  const dialled = dialledOf(call, calls);
  if (call.direction === "outgoing" || dialled === undefined) return [number];
  return { caller: [number], dialled: [dialled], either: [number, dialled] }[calls.searchFor];
}

function dialledOf(call: CallSnapshot, calls: Settings["calls"]): string | undefined {
  if (call.direction === "outgoing") return call.remote.number;
  const fact = attachedFacts(call, calls).find((each) => each.fact === "dialled");
  return fact?.value ?? call.called;
}

/** What the administrator wants shown of a call, as far as it is known. The card has the other side's number anyway. */
function shownFacts(
  call: CallSnapshot,
  { calls }: Settings,
  layout: CallLayout | undefined,
): readonly ShownFact[] {
  const dialled = call.direction === "incoming" ? dialledOf(call, calls) : undefined;
  const known = [
    ...(dialled === undefined ? [] : [{ fact: "dialled", value: dialled } as const]),
    ...attachedFacts(call, calls).filter(({ fact }) => fact !== "dialled"),
  ];
  return known.filter(({ fact }) => layout?.facts.includes(fact));
}

function unknown(error: unknown): undefined {
  codeOf(error);
}

/** How long a caller's record may wait for the numbering plans, in milliseconds. */
const patience = 300;

/** The ways in which a number may be written in the CRM. */
async function waysOf(number: string, settings: Settings): Promise<readonly string[]> {
  if (settings.calls.search === "received") return [number];
  const plans = await withDeadline(loadPlans(), patience, "numbering plans").catch(() => undefined);
  return searchVariants(number, { plans, homeCountry: settings.numbers.homeCountry });
}
