import type { Cti, FoundRecord, Interaction } from "../../../toolkits/opencti/index.ts";
import type { CallLayout, CrmPage, Found, Match, OpenOptions } from "../../call-layout.ts";
import type { CallLog } from "../../host.ts";
import { foundRecordOf } from "../records.ts";
import { isSamePage } from "../same-page.ts";
import type { ConsoleParts } from "../toolkits.ts";
import { addressOf, isForm } from "./address.ts";
import type { ConsoleOpener } from "./console-opener.ts";
import { blockOf, callLayoutOf } from "./layout.ts";

type Direction = CallLog["direction"];
type Fields = ReturnType<typeof blockOf>["objects"];

/** Between texts of which one is enough, as Salesforce's search takes them. */
const orElse = " OR ";
const callTypes = { incoming: "inbound", outgoing: "outbound", internal: "internal" } as const;

/** The parts of Salesforce's toolkits with which pages are found and opened. */
export interface OpenerParts {
  readonly interaction: Interaction;
  readonly cti: Cti;
  readonly console?: Pick<ConsoleParts, "link">;
}

/** Finds callers and opens pages, as the agent's softphone layout says. */
export class Opener {
  readonly #parts: OpenerParts;
  #layout: ReturnType<Cti["getSoftphoneLayout"]> | undefined;
  #tabs: Promise<ConsoleOpener> | undefined;

  constructor(parts: OpenerParts) {
    this.#parts = parts;
  }

  async callLayout(direction: Direction): Promise<CallLayout> {
    return callLayoutOf(await this.#block(direction));
  }

  async find(texts: readonly string[], direction: Direction): Promise<Found> {
    const options = { callType: callTypes[direction] };
    const [{ records, screenPopUrl }, fields] = await Promise.all([
      this.#parts.interaction.searchAndGetScreenPopUrl(texts.join(orElse), options),
      this.#fields(direction),
    ]);
    return {
      records: records.map((record) => matchOf(record, fields)),
      ...(screenPopUrl !== undefined && { address: screenPopUrl }),
    };
  }

  async findAndPop(texts: readonly string[], direction: Direction): Promise<Found> {
    const options = { callType: callTypes[direction] };
    const asked = this.#parts.interaction.searchAndScreenPop(texts.join(orElse), options);
    const [{ records }, fields] = await Promise.all([asked, this.#fields(direction)]);
    return { records: records.map((record) => matchOf(record, fields)) };
  }

  async openPage(page: CrmPage, options: OpenOptions = {}): Promise<void> {
    const { interaction, console } = this.#parts;
    const { spare = false, label } = options;
    // A tab that nobody names is called External Page: then Salesforce opens it, and finds a name.
    if (!console || !label) return interaction.screenPop(addressOf(page), { force: !spare });
    this.#tabs ??= import("./console-opener.ts").then(
      (late) => new late.ConsoleOpener(console.link),
    );
    const [tabs, isBehind] = await Promise.all([this.#tabs, spare && this.#isEditing()]);
    await tabs.open(page, options, !isBehind);
  }

  async isShown(page: CrmPage): Promise<boolean> {
    return isSamePage(await this.#parts.interaction.getPageInfo(), addressOf(page));
  }

  async isEditing(): Promise<boolean> {
    return isForm((await this.#parts.interaction.getPageInfo()).url);
  }

  /** In case of doubt the page is taken for one: what opens behind it does no harm. */
  #isEditing(): Promise<boolean> {
    return this.isEditing().catch(() => true);
  }

  async #block(direction: Direction) {
    this.#layout ??= this.#parts.cti.getSoftphoneLayout().catch((error: unknown) => {
      this.#layout = undefined;
      throw error;
    });
    return blockOf(await this.#layout, direction);
  }

  /** Without them fields are called by their names in the API. */
  async #fields(direction: Direction): Promise<Fields> {
    return this.#block(direction).then(
      ({ objects }) => objects,
      () => ({}),
    );
  }
}

function matchOf(record: FoundRecord, fields: Fields): Match {
  const own = foundRecordOf(record);
  const labels = new Map(fields[record.object]?.map((each) => [each.apiName, each.displayName]));
  const details = Object.entries(record.fields).flatMap(([name, value]) =>
    value === "" || value === own.name ? [] : [{ label: labels.get(name) ?? name, value }],
  );
  return details.length > 0 ? { ...own, details } : own;
}
