import { Emitter, type Stop } from "../../../src/base/emitter.ts";
import type {
  AttentionSign,
  CallLog,
  CrmRecord,
  DialRequest,
  DirectoryEntry,
  DirectoryPage,
  Host,
  HostEvents,
  Matches,
  Person,
  Surface,
} from "../../../src/host/host.ts";
import type { PhoneNews } from "../../../src/host/page-events.ts";
import type { WorkDesk } from "../../../src/host/work-desk.ts";

/** A CRM of which a test says what it answers. `done` lists what it was asked, in order. */
export class FakeHost implements Host {
  readonly events = new Emitter<HostEvents>();
  readonly done: string[] = [];
  readonly saved: CallLog[] = [];
  /** What other pages were told. */
  readonly told: PhoneNews[] = [];
  records: readonly CrmRecord[] = [];
  people: readonly Person[] = [];
  /** The directory's. */
  pages: readonly (readonly DirectoryEntry[])[] = [];
  /** How the agent's eye was drawn last. */
  sign: AttentionSign | undefined;
  /** What it looked for last. */
  searched: readonly string[] = [];
  desk: WorkDesk | undefined;
  /** Whether the agent has the caller's record on the screen. */
  shown = false;
  visible = true;
  /** What the administrator's rule for calls says. */
  allow: () => Promise<boolean> = () => Promise.resolve(true);
  settings: () => Promise<Record<string, string>> = () => Promise.resolve({});
  find: () => Promise<void> = () => Promise.resolve();
  save: () => Promise<string | undefined> = () => Promise.resolve("00T000000000001");
  readonly surface: Surface;

  constructor(surface: Surface = "console") {
    this.surface = surface;
  }

  on<Name extends keyof HostEvents>(name: Name, listener: (event: HostEvents[Name]) => void): Stop {
    return this.events.on(name, listener);
  }

  readSettings(): Promise<Readonly<Record<string, string>>> {
    return this.settings();
  }

  async setClickToDial(enabled: boolean): Promise<void> {
    await this.#note(`clickToDial ${enabled ? "on" : "off"}`);
  }

  async findAndPop(ways: readonly string[], direction: string): Promise<Matches> {
    this.searched = ways;
    await this.#note(`find ${ways[0] ?? ""} ${direction}`);
    await this.find();
    return { records: this.records, popped: direction === "incoming" };
  }

  async showsCaller([number = ""]: readonly string[]): Promise<boolean> {
    await this.#note(`look for ${number}`);
    return this.shown;
  }

  async findPeople(name: string): Promise<readonly Person[]> {
    await this.#note(`people ${name}`);
    return this.people;
  }

  async directory(page: number): Promise<DirectoryPage> {
    await this.#note(`directory ${String(page)}`);
    return { entries: this.pages[page] ?? [], more: page + 1 < this.pages.length };
  }

  async openRecord({ id }: Pick<CrmRecord, "id">): Promise<void> {
    await this.#note(`open ${id}`);
  }

  async openSearch(text: string): Promise<void> {
    await this.#note(`search ${text}`);
  }

  focusedRecord(): Promise<CrmRecord | undefined> {
    return Promise.resolve(undefined);
  }

  async saveCall(log: CallLog): Promise<string | undefined> {
    await this.#note("save");
    this.saved.push(log);
    return this.save();
  }

  async mayCall({ number }: DialRequest, rule: string): Promise<boolean> {
    await this.#note(`may call ${number} by ${rule}`);
    return this.allow();
  }

  async setVisible(visible: boolean): Promise<void> {
    this.visible = visible;
    await this.#note(visible ? "show" : "hide");
  }

  isVisible(): Promise<boolean> {
    return Promise.resolve(this.visible);
  }

  async setHeight(pixels: number): Promise<void> {
    await this.#note(`height ${pixels}`);
  }

  async setAttention(sign: AttentionSign | undefined): Promise<void> {
    if (sign) this.sign = sign;
    await this.#note(`attention ${sign?.text ?? "off"}`);
  }

  async lockPlace(locked: boolean): Promise<void> {
    await this.#note(`place ${locked ? "locked" : "free"}`);
  }

  async listenForKeys(names: readonly string[]): Promise<void> {
    await this.#note(`keys ${names.join(" ")}`);
  }

  workDesk(): Promise<WorkDesk | undefined> {
    return Promise.resolve(this.desk);
  }

  tellPages(news: PhoneNews): void {
    this.told.push(news);
  }

  announceReady(): void {
    this.done.push("ready");
  }

  #note(what: string): Promise<void> {
    this.done.push(what);
    return Promise.resolve();
  }
}
