import { Emitter, type Stop } from "../../base/emitter.ts";
import { logFor } from "../../base/log.ts";
import {
  HostError,
  type AttentionSign,
  type CallLog,
  type CrmRecord,
  type DialRequest,
  type DirectoryPage,
  type FollowUpTask,
  type Host,
  type HostEvents,
  type Person,
  type Surface,
} from "../host.ts";
import type { CallLayout, CrmPage, Found, OpenOptions } from "../call-layout.ts";
import type { WorkDesk } from "../work-desk.ts";
import { attempt } from "./attempt.ts";
import { ConsoleAttention } from "./attention.ts";
import type { CallBoard } from "./call-board.ts";
import { inOurTerms } from "./host-errors.ts";
import type { PhoneNews } from "../page-events.ts";
import { Opener } from "./opening/opener.ts";
import { Pages } from "./pages.ts";
import { directoryPage, findPeople } from "./people.ts";
import { recordOf } from "./records.ts";
import { saveCall, saveFollowUp } from "./save-call.ts";
import type { ConsoleParts, Toolkits } from "./toolkits.ts";

const log = logFor("host/classic");

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
  readonly #opener: Opener;
  #board: Promise<CallBoard> | undefined;
  #settings: Promise<Readonly<Record<string, string>>> | undefined;

  constructor(toolkits: Toolkits) {
    const { console } = toolkits;
    this.#toolkits = toolkits;
    this.surface = console ? "console" : "tabs";
    this.#attention =
      console && new ConsoleAttention(console, new URL("/static/icon.svg", location.href).href);
    this.#opener = new Opener(toolkits);
    this.#pages = new Pages(toolkits.pages, (request) => this.#events.emit("pageAsked", request));
    for (const listen of this.#registrations()) attempt(listen);
  }

  on<Name extends keyof HostEvents>(name: Name, listener: (event: HostEvents[Name]) => void): Stop {
    return this.#events.on(name, listener);
  }

  /** Asks Salesforce once; a failure is asked again the next time. */
  readSettings(): Promise<Readonly<Record<string, string>>> {
    this.#settings ??= inOurTerms(this.#toolkits.cti.getCallCenterSettings()).catch(
      (error: unknown) => {
        this.#settings = undefined;
        throw error;
      },
    );
    return this.#settings;
  }

  callLayout(direction: CallLog["direction"]): Promise<CallLayout> {
    return inOurTerms(this.#opener.callLayout(direction));
  }

  find(texts: readonly string[], direction: CallLog["direction"]): Promise<Found> {
    return inOurTerms(this.#opener.find(texts, direction));
  }

  findAndPop(texts: readonly string[], direction: CallLog["direction"]): Promise<Found> {
    return inOurTerms(this.#opener.findAndPop(texts, direction));
  }

  openPage(page: CrmPage, options?: OpenOptions): Promise<void> {
    return inOurTerms(this.#opener.openPage(page, options));
  }

  isShown(page: CrmPage): Promise<boolean> {
    return inOurTerms(this.#opener.isShown(page));
  }

  isEditing(): Promise<boolean> {
    return inOurTerms(this.#opener.isEditing());
  }

  findPeople(name: string): Promise<readonly Person[]> {
    return inOurTerms(findPeople(this.#toolkits.interaction, name));
  }

  directory(page: number): Promise<DirectoryPage> {
    return inOurTerms(directoryPage(this.#toolkits.cti, page));
  }

  async focusedRecord(): Promise<CrmRecord | undefined> {
    const page = await inOurTerms(this.#toolkits.interaction.getPageInfo());
    return recordOf(page.record);
  }

  async saveCall(call: CallLog): Promise<string | undefined> {
    const { callId } = call;
    const { id, left } = await saveCall(call, this.#toolkits);
    if (left.length > 0) this.#events.emit("logReduced", { callId, fields: left });
    return id;
  }

  async saveFollowUp(task: FollowUpTask): Promise<string | undefined> {
    return (await saveFollowUp(task, this.#toolkits)).id;
  }

  /** A rule is a method of an Apex class: `Class.method`. */
  async mayCall({ number, record }: DialRequest, rule: string): Promise<boolean> {
    const at = rule.lastIndexOf(".");
    const params = { phone: number, recordId: record?.id ?? "" };
    const answer = await inOurTerms(
      this.#toolkits.interaction.runApex(rule.slice(0, at), rule.slice(at + 1), params),
    );
    if (answer === "true" || answer === "false") return answer === "true";
    throw new HostError("failed", `${rule} answered neither true nor false`);
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

  async setAttention(sign: AttentionSign | undefined): Promise<void> {
    if (!this.#attention) throw new HostError("unsupported", "A standard tab has no button");
    await inOurTerms(this.#attention.set(sign));
  }

  async lockPlace(locked: boolean): Promise<void> {
    const { window } = this.#console;
    await inOurTerms(window.setCustomConsoleComponentPopoutable(!locked));
  }

  async listenForKeys(names: readonly string[]): Promise<void> {
    const { Events } = await import("../../toolkits/console/events.ts");
    const heard = new Events(this.#console.link);
    for (const name of names)
      heard.addEventListener(name, () => this.#events.emit("keysPressed", { name }));
  }

  get #console(): ConsoleParts {
    const { console } = this.#toolkits;
    if (!console) throw new HostError("unsupported", "Only a console can do this");
    return console;
  }

  async workDesk(): Promise<WorkDesk | undefined> {
    const { console } = this.#toolkits;
    if (!console) return undefined;
    const { OmniChannel } = await import("./omni-channel.ts");
    return new OmniChannel(console.link);
  }

  tellPages(news: PhoneNews): void {
    this.#pages.tell(news);
    const { console } = this.#toolkits;
    if (!console || !("call" in news)) return;
    this.#board ??= import("./call-board.ts").then(({ CallBoard }) => new CallBoard(console.link));
    this.#board
      .then((board) => board.tell(news))
      .catch((error: unknown) => log.warn(`The console was not told: ${String(error)}`));
  }

  announceReady(): void {
    attempt(() => this.#toolkits.cti.notifyInitializationComplete());
  }

  /** The vendor offers no way to stop listening: each is registered once, for the life of the page. */
  #registrations(): readonly (() => unknown)[] {
    const { interaction, console } = this.#toolkits;
    const events = this.#events;
    return [
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
