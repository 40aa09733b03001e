import type { Call } from "../telephony/call.ts";
import { CallRecord } from "./call-record.ts";
import { isOutcome, type Deed } from "./deeds.ts";
import type { Journal, JournalEntry } from "./journal/journal.ts";
import type { LateNumberKeeper } from "./kept/late-number-keeper.ts";
import { PastCall } from "./past-call.ts";
import type { ToLine } from "./protocol.ts";

export interface CallBookOptions {
  readonly journal: Journal;
  /** Keeps what is over for redialling. */
  readonly kept: LateNumberKeeper;
  /** The line's calls, by id. */
  readonly records: Map<string, CallRecord>;
  /** Milliseconds between two signs of life of a call that is up. */
  readonly heartbeat: number;
  /** Goes on with a call of a line that is no more, where that can be done. */
  readonly takeOver: (entry: JournalEntry, past: readonly JournalEntry[]) => Call | undefined;
  /** How a call stands to the others, as far as the next line has to know it. */
  readonly standing: (call: Call) => Pick<JournalEntry, "consultsFor" | "inConference">;
  /** Calls were found in the journal; those that are up go on. */
  readonly onRecovered: (past: readonly JournalEntry[]) => void;
}

/** What concerns what is remembered of a call, and not the call itself. */
type BookCommand = Extract<
  ToLine,
  { type: "dismiss" | "setNotes" | "setDraft" | "setRecord" | "deed" }
>;

export function isForTheBook(command: ToLine): command is BookCommand {
  return ["dismiss", "setNotes", "setDraft", "setRecord", "deed"].includes(command.type);
}

/** What is known of a call before it is made. */
export type Clicked = Pick<Extract<ToLine, { type: "dial" }>, "record" | "written">;

/** Keeps the journal in step with the line's calls: whatever changes is written down, what is settled crossed out. */
export class CallBook {
  readonly #options: CallBookOptions;
  readonly #owners = new Map<string, string>();
  /** What the journal has of each call, without the time. */
  readonly #written = new Map<string, string>();
  #owner: string | undefined;
  #heartbeat: ReturnType<typeof setInterval> | undefined;

  constructor(options: CallBookOptions) {
    this.#options = options;
  }

  /** Calls of whoever uses the phone now. */
  get ours(): readonly CallRecord[] {
    return [...this.#options.records.values()].filter((record) => this.#isOurs(record));
  }

  #isOurs({ call }: CallRecord): boolean {
    return (this.#owners.get(call.id) ?? "") === (this.#owner ?? "");
  }

  /** Whether no view is at a deed. */
  get isIdle(): boolean {
    return [...this.#options.records.values()].every(({ isBusy }) => !isBusy);
  }

  add(record: CallRecord): void {
    this.#owners.set(record.call.id, this.#owner ?? "");
    this.#options.records.set(record.call.id, record);
  }

  /** A call is about the record that was clicked for it. */
  relate(call: string, { record: clicked, written }: Clicked): void {
    const record = this.#options.records.get(call);
    if (!record) return;
    record.record = clicked;
    record.written = written;
  }

  /** From now on the calls are this owner's; others' wait in the journal. */
  belongTo(owner: string | undefined): void {
    this.keepUp();
    this.#owner = owner;
    void this.#options.kept.belongTo(owner);
    this.keepUp();
  }

  /** Brings back what a line that is no more has left of this owner's calls. */
  async recover(): Promise<void> {
    const owner = this.#owner;
    if (owner === undefined) return;
    const entries = await this.#options.journal.open(owner);
    if (owner !== this.#owner) return; // another agent came meanwhile
    const past = entries
      .filter(({ id }) => !this.#options.records.has(id))
      .sort((one, other) => one.startedAt - other.startedAt);
    // In the order of time: they are older than whatever is going on.
    const present = [...this.#options.records];
    this.#options.records.clear();
    for (const entry of past)
      this.add(new CallRecord(this.#options.takeOver(entry, past) ?? new PastCall(entry), entry));
    for (const [id, record] of present) this.#options.records.set(id, record);
    if (past.length > 0) this.#options.onRecovered(past);
  }

  /** Writes down that `view` begins a deed, then says whether it may: write-ahead, so that no crash does it twice. */
  async #grant(view: string, record: CallRecord, deed: Deed): Promise<void> {
    if (!isOutcome(deed) || !record.plan(view, deed)) return;
    await this.#write(record);
    record.begin(view, deed);
  }

  /** Does what a view asks; settles when a deed that it wants to begin is written down. */
  obey(view: string, record: CallRecord, command: BookCommand): Promise<void> | undefined {
    if (command.type === "deed") return this.#note(view, record, command);
    if (command.type !== "dismiss") record.remember(command);
    else if (!record.isUp) this.#drop(record);
    return undefined;
  }

  /** A view left of its own accord. */
  leftBy(view: string): void {
    for (const record of this.#options.records.values()) record.leftBy(view);
  }

  /** A view tells of a deed, or wants to begin it. */
  async #note(view: string, record: CallRecord, deed: Deed): Promise<void> {
    if (deed.state === "doing") await this.#grant(view, record, deed);
    else record.rememberFrom(view, deed);
  }

  /** Crosses a call out, as the agent wants nothing to do with it any more. */
  #drop({ call }: CallRecord): void {
    this.#forget(call.id);
    void this.#options.journal.strike(call.id);
  }

  /** Writes down what has changed since the last time. */
  keepUp(): void {
    const records = [...this.#options.records.values()];
    this.#options.kept.note(this.ours);
    for (const record of records) void this.#write(record);
    for (const record of records)
      if (!record.isUp && !record.isBusy && !this.#isOurs(record)) this.#forget(record.call.id);
    this.#beat(records.some(({ isUp }) => isUp));
  }

  /** Everything that is over waits in the journal, for this or another line. */
  async close(): Promise<void> {
    const records = [...this.#options.records.values()];
    this.#beat(false);
    const written = records.map((record) => this.#write(record, { evenIfSame: true }));
    for (const { call } of records) this.#forget(call.id);
    await Promise.all(written);
  }

  async #write(record: CallRecord, { evenIfSame = false } = {}): Promise<void> {
    const { id } = record.call;
    const standing = this.#options.standing(record.call);
    const entry = { ...record.entry(this.#ownerOf(record)), ...standing };
    const text = record.isSettled ? "settled" : JSON.stringify(entry, lasting);
    if (this.#written.get(id) === text && !evenIfSame) return;
    this.#written.set(id, text);
    const { journal } = this.#options;
    await (record.isSettled ? journal.strike(id) : journal.keep(entry));
  }

  /** How long a call lasted is known to some seconds, even when the power fails. */
  #beat(isOn: boolean): void {
    if (isOn === (this.#heartbeat !== undefined)) return;
    clearInterval(this.#heartbeat);
    const beat = () => {
      for (const record of this.#options.records.values())
        if (record.isUp) void this.#write(record, { evenIfSame: true });
    };
    this.#heartbeat = isOn ? setInterval(beat, this.#options.heartbeat) : undefined;
  }

  #ownerOf({ call }: CallRecord): string {
    return this.#owners.get(call.id) ?? "";
  }

  #forget(id: string): void {
    this.#options.records.delete(id);
    this.#owners.delete(id);
    this.#written.delete(id);
  }
}

/** The hour, and how well a call is heard, are new each second: the heartbeat writes them. */
function lasting(name: string, value: unknown): unknown {
  return name === "seenAt" || name === "quality" ? undefined : value;
}
