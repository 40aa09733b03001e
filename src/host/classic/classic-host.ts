import { Emitter, type Stop } from "../../base/emitter.ts";
import { logFor } from "../../base/log.ts";
import { decodeSettings } from "../../callcenter/decode-settings.ts";
import {
  HostError,
  type CallLog,
  type CrmRecord,
  type Host,
  type HostEvents,
  type Matches,
  type Surface,
} from "../host.ts";
import type { WorkDesk } from "../work-desk.ts";
import { ConsoleAttention } from "./attention.ts";
import { inOurTerms } from "./host-errors.ts";
import type { PhoneNews } from "../page-events.ts";
import { Pages } from "./pages.ts";
import { foundRecordOf, recordOf } from "./records.ts";
import { isSamePage } from "./same-page.ts";
import { searchTerms } from "./search-terms.ts";
import { taskOf } from "./task.ts";
import type { Toolkits } from "./toolkits.ts";

const log = logFor("host/classic");
const callTypes = { incoming: "inbound", outgoing: "outbound", internal: "internal" } as const;

/**
 * Salesforce Classic around the softphone: standard tabs or the Service Console.
 *
 * Open CTI answers whatever it can. The Console toolkit marks the button, tells of clicks on it and of the
 * log-out, and stands in where Open CTI refuses to show the softphone, as it does with several monitors.
 */
export class ClassicHost implements Host {
  readonly surface: Surface;
  readonly #toolkits: Toolkits;
  readonly #events = new Emitter<HostEvents>();
  readonly #attention: ConsoleAttention | undefined;
  readonly #pages: Pages;
  #settings: Promise<Readonly<Record<string, string>>> | undefined;
  #searchVariants = true;

  constructor(toolkits: Toolkits) {
    const { console } = toolkits;
    this.#toolkits = toolkits;
    this.surface = console ? "console" : "tabs";
    this.#attention = console && new ConsoleAttention(console);
    this.#pages = new Pages(toolkits.pages, (request) => this.#events.emit("pageAsked", request));
    for (const listen of this.#registrations()) attempt(listen);
  }

  on<Name extends keyof HostEvents>(name: Name, listener: (event: HostEvents[Name]) => void): Stop {
    return this.#events.on(name, listener);
  }

  /** Asks Salesforce once; a failure is asked again the next time. */
  readSettings(): Promise<Readonly<Record<string, string>>> {
    this.#settings ??= inOurTerms(this.#toolkits.cti.getCallCenterSettings()).then(
      (settings) => {
        this.#searchVariants = decodeSettings(settings).settings.calls.search === "variants";
        return settings;
      },
      (error: unknown) => {
        this.#settings = undefined;
        throw error;
      },
    );
    return this.#settings;
  }

  setClickToDial(enabled: boolean): Promise<void> {
    const { cti } = this.#toolkits;
    return inOurTerms(enabled ? cti.enableClickToDial() : cti.disableClickToDial());
  }

  async findAndPop(number: string, direction: CallLog["direction"]): Promise<Matches> {
    const callType = callTypes[direction];
    const found = await inOurTerms(
      this.#toolkits.interaction.searchAndScreenPop(this.#termsFor(number), { callType }),
    );
    // Salesforce does not tell what it opened. By its manual it opens nothing but for incoming calls.
    return { records: found.records.map(foundRecordOf), popped: direction === "incoming" };
  }

  async showsCaller(number: string): Promise<boolean> {
    const { interaction } = this.#toolkits;
    const options = { callType: callTypes.incoming };
    const [{ screenPopUrl }, page] = await inOurTerms(
      Promise.all([
        interaction.searchAndGetScreenPopUrl(this.#termsFor(number), options),
        interaction.getPageInfo(),
      ]),
    );
    return screenPopUrl === undefined || isSamePage(page, screenPopUrl);
  }

  #termsFor(number: string): string {
    return this.#searchVariants ? searchTerms(number) : number;
  }

  openRecord({ id }: Pick<CrmRecord, "id">): Promise<void> {
    return inOurTerms(this.#toolkits.interaction.screenPop(`/${id}`));
  }

  openSearch(text: string): Promise<void> {
    const query = new URLSearchParams({ searchType: "2", str: text });
    return inOurTerms(this.#toolkits.interaction.screenPop(`/search/SearchResults?${query}`));
  }

  async focusedRecord(): Promise<CrmRecord | undefined> {
    const page = await inOurTerms(this.#toolkits.interaction.getPageInfo());
    return recordOf(page.record);
  }

  saveCall(call: CallLog): Promise<string | undefined> {
    return inOurTerms(this.#toolkits.logs.saveLog("Task", taskOf(call)));
  }

  async setVisible(visible: boolean): Promise<void> {
    const { interaction, console } = this.#toolkits;
    if (!console) throw new HostError("unsupported", "A standard tab always shows the softphone");
    const asked = interaction
      .setVisible(visible)
      .catch(() => console.window.setCustomConsoleComponentWindowVisible(visible));
    await inOurTerms(asked);
  }

  async isVisible(): Promise<boolean> {
    return this.#toolkits.console ? inOurTerms(this.#toolkits.interaction.isVisible()) : true;
  }

  setHeight(pixels: number): Promise<void> {
    return inOurTerms(this.#toolkits.cti.setSoftphoneHeight(pixels));
  }

  async setAttention(text: string | undefined): Promise<void> {
    if (!this.#attention) throw new HostError("unsupported", "A standard tab has no button");
    await inOurTerms(this.#attention.set(text));
  }

  async workDesk(): Promise<WorkDesk | undefined> {
    const { console } = this.#toolkits;
    if (!console) return undefined;
    const { OmniChannel } = await import("./omni-channel.ts");
    return new OmniChannel(console.link);
  }

  tellPages(news: PhoneNews): void {
    this.#pages.tell(news);
  }

  announceReady(): void {
    attempt(() => this.#toolkits.cti.notifyInitializationComplete());
  }

  /** The vendor offers no way to stop listening: each is registered once, for the life of the page. */
  #registrations(): readonly (() => unknown)[] {
    const { cti, interaction, console } = this.#toolkits;
    const events = this.#events;
    return [
      () =>
        cti.onClickToDial(({ number, record: facts, params }) => {
          const record = recordOf(facts);
          const country = countryIn(params);
          events.emit("dialRequested", {
            number,
            ...(record && { record }),
            ...(country && { country }),
          });
        }),
      () =>
        interaction.onFocus(({ record }) =>
          events.emit("recordFocused", { record: recordOf(record) }),
        ),
      () =>
        console?.button.onCustomConsoleComponentButtonClicked(({ windowHidden }) =>
          events.emit("visibilityChanged", { visible: !windowHidden }),
        ),
      () => console?.onLogout(() => events.emit("loggedOut", {})),
    ];
  }
}

/** A Visualforce page may say it: `<support:clickToDial number="…" params="country=GB" />`. */
function countryIn(params: string): string | undefined {
  return /(?:^|[&;|,])\s*country\s*[=:]\s*([^&;|,]+)/i.exec(params)?.[1];
}

/** What an older script lacks must not keep the rest from working. */
function attempt(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    log.warn(error instanceof Error ? error.message : "a registration failed");
  }
}
