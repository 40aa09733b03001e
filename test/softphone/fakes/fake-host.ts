import { Emitter, type Stop } from "../../../src/base/emitter.ts";
import type {
  AttentionSign,
  CallLog,
  ClickableNumbers,
  CrmRecord,
  DialRequest,
  DirectoryEntry,
  DirectoryPage,
  FollowUpTask,
  Host,
  HostEvents,
  Person,
  Surface,
} from "../../../src/host/host.ts";
import type {
  CallLayout,
  CrmPage,
  Found,
  Match,
  OpenOptions,
} from "../../../src/host/call-layout.ts";
import type { PhoneNews } from "../../../src/host/page-events.ts";
import type { WorkDesk } from "../../../src/host/work-desk.ts";

/** A CRM of which a test says what it answers. `done` lists what it was asked, in order. */
export class FakeHost implements Host {
  readonly events = new Emitter<HostEvents>();
  readonly clicks = new Emitter<{ dialRequested: DialRequest }>();
  readonly numbers: ClickableNumbers = {
    on: (name, listener) => this.clicks.on(name, listener),
    setClickToDial: (enabled) => this.#note(`clickToDial ${enabled ? "on" : "off"}`),
  };
  readonly done: string[] = [];
  readonly saved: CallLog[] = [];
  readonly followUps: FollowUpTask[] = [];
  /** What other pages were told. */
  readonly told: PhoneNews[] = [];
  records: readonly Match[] = [];
  people: readonly Person[] = [];
  /** The directory's. */
  pages: readonly (readonly DirectoryEntry[])[] = [];
  /** How the agent's eye was drawn last. */
  sign: AttentionSign | undefined;
  /** What it looked for last. */
  searched: readonly string[] = [];
  desk: WorkDesk | undefined;
  /** Whether the agent has on the screen what is asked for. */
  shown: () => Promise<boolean> = () => Promise.resolve(false);
  editing = false;
  /** One record opens, several are searched, a new contact is made. */
  openings: CallLayout["openings"] = {
    none: { opens: "record", object: "Contact" },
    one: { opens: "record", object: "" },
    several: { opens: "search" },
  };
  layout: () => Promise<CallLayout> = () =>
    Promise.resolve({
      ...{ facts: [], objects: ["Contact", "Case"], newWindow: this.newWindow },
      openings: this.openings,
    });
  newWindow = false;
  /** How each page was opened, in order. */
  readonly opened: OpenOptions[] = [];
  visible = true;
  /** What the administrator's rule for calls says. */
  allow: () => Promise<boolean> = () => Promise.resolve(true);
  settings: () => Promise<Record<string, string>> = () => Promise.resolve({});
  look: (texts: readonly string[]) => Promise<Found> = () =>
    Promise.resolve({ records: this.records });
  /** What becomes of a page that opens by itself. */
  open: () => Promise<void> = () => Promise.resolve();
  /** What becomes of a follow-up. */
  saveToDo: () => Promise<string | undefined> = () => Promise.resolve("00T000000000002");
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

  callLayout(): Promise<CallLayout> {
    return this.layout();
  }

  async find(texts: readonly string[], direction: string): Promise<Found> {
    this.searched = texts;
    await this.#note(`find ${texts[0] ?? ""} ${direction}`);
    return this.look(texts);
  }

  async findAndPop(texts: readonly string[], direction: string): Promise<Found> {
    await this.#note(`pop ${texts[0] ?? ""} ${direction}`);
    await this.open();
    return { records: this.records };
  }

  async openPage(page: CrmPage, options: OpenOptions = {}): Promise<void> {
    const { within, spare } = options;
    const place = within ? ` in ${named(within)}` : "";
    this.opened.push(options);
    await this.#note(`open ${named(page)}${place}`);
    if (spare) await this.open();
  }

  async isShown(page: CrmPage): Promise<boolean> {
    await this.#note(`is shown ${named(page)}`);
    return this.shown();
  }

  isEditing(): Promise<boolean> {
    return Promise.resolve(this.editing);
  }

  async findPeople(name: string): Promise<readonly Person[]> {
    await this.#note(`people ${name}`);
    return this.people;
  }

  async directory(page: number): Promise<DirectoryPage> {
    await this.#note(`directory ${String(page)}`);
    return { entries: this.pages[page] ?? [], more: page + 1 < this.pages.length };
  }

  focusedRecord(): Promise<CrmRecord | undefined> {
    return Promise.resolve(undefined);
  }

  async saveCall(log: CallLog): Promise<string | undefined> {
    await this.#note("save");
    this.saved.push(log);
    return this.save();
  }

  async saveFollowUp(task: FollowUpTask): Promise<string | undefined> {
    await this.#note("follow up");
    this.followUps.push(task);
    return this.saveToDo();
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

/** A page in a few words. */
function named(page: CrmPage): string {
  if (page.shows === "record") return page.record.id;
  if (page.shows === "search") return `search ${page.text}`;
  if (page.shows === "new") return `new ${page.object} ${page.number}`;
  return `${page.shows} ${page.name}`;
}
