import { personAccount } from "../../console/page-info.ts";
import { shortId } from "../../console/record-url.ts";
import type { WorkbenchRecord } from "../../records/store.ts";
import type { Args } from "../../wire/args.ts";
import type { Players } from "../player.ts";
import { pop } from "../pop.ts";
import type { Scene } from "../scene.ts";
import type { CallTypeLayout, ScreenPop } from "../softphone-layout.ts";

interface Found {
  readonly records: readonly WorkbenchRecord[];
  readonly layout: CallTypeLayout;
  /** What the layout would open; empty for nothing. */
  readonly url: string;
}

/** Plays looking for a caller, as the softphone layout says. */
export function searchPlayers(scene: Scene): Players {
  return {
    async searchAndScreenPop(args) {
      const found = await search(scene, args);
      const newWindow = found.layout.screenPopSettings.screenPopsOpenWithin === "NewWindow";
      if (found.url !== "") pop(scene, found.url, { newWindow });
      return { result: JSON.stringify(matches(found)) };
    },
    async searchAndGetScreenPopUrl(args) {
      const found = await search(scene, args);
      return { result: JSON.stringify({ ...matches(found), screenPopUrl: found.url }) };
    },
  };
}

async function search({ layout, store }: Scene, args: Args): Promise<Found> {
  const type = blockOf(args.given("callType"));
  const block = layout[type];
  const objects = Object.keys(block.objects);
  const texts = args.text("searchParams").split(/\s+or\s+/i);
  const lists = await Promise.all(
    texts.filter((text) => text.trim() !== "").map((text) => store.search(text, objects)),
  );
  const records = [...new Map(lists.flat().map((record) => [record.Id, record])).values()];
  const url = type === "Inbound" ? urlFor(records, args, block) : "";
  return { records, layout: block, url };
}

function blockOf(callType: string | undefined): "Internal" | "Inbound" | "Outbound" {
  if (callType?.toLowerCase() === "internal") return "Internal";
  return callType?.toLowerCase() === "outbound" ? "Outbound" : "Inbound";
}

/** By record Id: its layout fields; only one of them where there are several records. */
function matches({ records, layout }: Found): Record<string, unknown> {
  const rows = records.map((record) => {
    const names = (layout.objects[record.object] ?? []).map(({ apiName }) => apiName);
    const shown = records.length > 1 ? names.slice(0, 1) : names;
    const values = shown.map((name) => [name, record.fields[name] ?? ""] as const);
    const { object } = record;
    const own = Object.fromEntries<string>(values);
    const row = { ...own, object, displayName: object, ...personAccount(record) };
    return [shortId(record.Id), row] as const;
  });
  return Object.fromEntries(rows);
}

function urlFor(
  records: readonly WorkbenchRecord[],
  args: Args,
  { screenPopSettings }: CallTypeLayout,
): string {
  const { NoMatch, SingleMatch, MultipleMatches } = screenPopSettings;
  const [first] = records;
  if (first === undefined) return popUrl(NoMatch, args, undefined);
  return records.length === 1
    ? popUrl(SingleMatch, args, first)
    : popUrl(MultipleMatches, args, first);
}

const keyPrefixes: Readonly<Record<string, string>> = {
  Account: "001",
  Contact: "003",
  Lead: "00Q",
  Opportunity: "006",
  Case: "500",
  Task: "00T",
};

/** The page that each kind of pop opens; an object's name asks for a new record of it. */
const pages: Readonly<
  Record<ScreenPop["screenPopType"], (data: string, searched: string) => string>
> = {
  PopToEntity: (object) => `/${keyPrefixes[object] ?? object}/e`,
  PopToVisualforce: (page) => `/apex/${page}`,
  PopToFlow: (flow) => `/flow/${flow}`,
  PopToSearch: (_data, searched) => `/search/SearchResults?searchType=2&str=${searched}`,
  DoNotPop: () => "",
};

function popUrl(
  popped: ScreenPop | undefined,
  args: Args,
  record: WorkbenchRecord | undefined,
): string {
  if (popped === undefined || popped.screenPopType === "DoNotPop") return "";
  const { screenPopType, screenPopData = "" } = popped;
  if (screenPopType === "PopToEntity" && record !== undefined) {
    return withQuery(`/${shortId(record.Id)}`, args);
  }
  const searched = encodeURIComponent(args.text("searchParams"));
  const url = pages[screenPopType](screenPopData, searched);
  return screenPopType === "PopToSearch" ? url : withQuery(url, args);
}

function withQuery(url: string, args: Args): string {
  const query = args.given("queryParams");
  return query === undefined ? url : `${url}${url.includes("?") ? "&" : "?"}${query}`;
}
