import type { Schedule } from "../../base/schedule.ts";
import type { Call } from "../../telephony/call.ts";
import type { Phone } from "../../telephony/phone.ts";
import type { ListCommand, ListRow, ListSnapshot, NewListRow } from "../protocol-list.ts";
import type { CallRecord } from "../call-record.ts";
import type { Presence } from "../presence.ts";
import { CallingList, type ListHead } from "./calling-list.ts";
import { ListRows } from "./list-rows.ts";
import { MemoryListStore, type KeptList, type ListStore } from "./list-store.ts";

export interface ListDeskOptions {
  readonly options: { readonly phone: Phone; readonly schedule: Schedule };
  /** @defaultValue one that does not outlive the line */
  readonly store?: ListStore | undefined;
  readonly records: ReadonlyMap<string, CallRecord>;
  /** What the agent does. */
  readonly presence: Pick<Presence, "snapshot">;
  readonly changed: () => void;
}

/** Rows that a list may have. */
const mostRows = 2_000;

/** The agent's calling list, where there is one: carries out commands, follows its calls, keeps it on the disk. */
export class ListDesk {
  readonly #options: ListDeskOptions;
  readonly #store: ListStore;
  #list: CallingList | undefined;
  #owner: string | undefined;
  #isOpen = false;
  #written = "";
  /** The row that was called last: its notes may still be written. */
  #last: { readonly key: number; readonly call: string } | undefined;

  constructor(options: ListDeskOptions) {
    this.#options = options;
    this.#store = options.store ?? new MemoryListStore();
  }

  get snapshot(): ListSnapshot | undefined {
    return this.#list?.snapshot;
  }

  /** Whether it is known whose the lists are, and what is kept of them: before that none can begin. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** From now on the list is this owner's; another's waits on the disk. */
  async belongTo(owner: string | undefined): Promise<void> {
    if (owner === this.#owner) return;
    this.#leave();
    this.#owner = owner;
    this.#isOpen = false;
    if (owner === undefined) return;
    const kept = await this.#store.open(owner);
    // Another agent came meanwhile, or this one came back.
    if (this.#owner !== owner || this.isOpen) return;
    this.#isOpen = true;
    if (kept) this.#goOn(kept);
    this.#options.changed();
  }

  obey(command: ListCommand): void {
    if (command.deed === "begin") this.#begin(command);
    else if (command.deed === "close") this.#close();
    else if (this.#list) carryOut(this.#list, command);
  }

  /** Whether a number may be dialled: one that no row asked for, or one whose turn it is. */
  mayDial(row: number | undefined): boolean {
    return row === undefined || (this.#list?.claim(row) ?? false);
  }

  /** A row's number was dialled. */
  placed(row: number | undefined, call: Call): void {
    if (row === undefined || !this.#list) return;
    const list = this.#list;
    list.placed(row, call.id);
    const { notes } = list.rows.get(row) ?? { notes: "" };
    if (notes)
      this.#options.records.get(call.id)?.remember({ type: "setNotes", call: call.id, notes });
    this.#last = { key: row, call: call.id };
    const stop = call.on("stateChanged", ({ to }) => {
      if (to.phase !== "ended") return;
      stop();
      list.ended(row, to.reason.kind, this.#notesOf(call.id) ?? notes);
    });
  }

  /** A row's number could not be dialled. */
  notPlaced(row: number | undefined): void {
    if (row !== undefined) this.#list?.notPlaced(row);
  }

  /** Goes on as far as it can, and writes down what changed. */
  look(): void {
    const list = this.#list;
    if (!list || this.#owner === undefined) return;
    list.look();
    this.#followNotes(list);
    const rows = list.rows.takeChanged();
    const head = JSON.stringify(list.head);
    if (rows.length === 0 && head === this.#written) return;
    this.#written = head;
    void this.#store.keep(this.#owner, { head: list.head, rows });
  }

  #goOn({ head, rows: kept }: KeptList): void {
    const rows = new ListRows(kept.map(afterRestart));
    const list = this.#take(head, rows);
    if (rows.done < rows.total) list.halt("restarted");
  }

  #begin({ name, rows, mode, rules }: Extract<ListCommand, { deed: "begin" }>): void {
    if (!this.#isOpen || rows.length === 0 || (this.#list && !this.#list.isFinished)) return;
    this.#close();
    this.#take({ name, mode, rules }, ListRows.of(rows.slice(0, mostRows).map(asRow)));
  }

  #take(head: ListHead, rows: ListRows): CallingList {
    const { options, changed } = this.#options;
    const { schedule } = options;
    const isFree = () => this.#isFree;
    const list = new CallingList({ head, rows }, { schedule, changed, isFree });
    this.#list = list;
    list.look();
    return list;
  }

  /** Whether the agent could talk to somebody now. */
  get #isFree(): boolean {
    const { options, presence } = this.#options;
    const isRegistered = options.phone.registration.phase === "registered";
    return isRegistered && presence.snapshot.phase === "ready";
  }

  #notesOf(call: string): string | undefined {
    return this.#options.records.get(call)?.notes;
  }

  #close(): void {
    this.#leave();
    if (this.#owner !== undefined) void this.#store.drop(this.#owner);
  }

  #leave(): void {
    this.#list?.dispose();
    this.#list = undefined;
    this.#last = undefined;
    this.#written = "";
  }

  /** After the call, too, until the next one. */
  #followNotes({ rows }: CallingList): void {
    const notes = this.#last && this.#notesOf(this.#last.call);
    if (!this.#last || notes === undefined) return;
    if (rows.get(this.#last.key)?.notes !== notes) rows.change(this.#last.key, { notes });
  }
}

/** Nothing of what a view sends along but what a row is made of. */
function asRow({ number, name, record, doNotCall }: NewListRow): NewListRow {
  return {
    number,
    ...(name && { name }),
    ...(record && { record }),
    ...(doNotCall && { doNotCall }),
  };
}

/** The line that was calling is no more: a call that was made is not made again. */
function afterRestart(row: ListRow): ListRow {
  if (row.state.phase !== "placed") return row;
  const { call } = row.state;
  const done = { phase: "done", at: Date.now(), outcome: "interrupted" } as const;
  return { ...row, state: call === undefined ? { phase: "waiting" } : done };
}

type Order = Exclude<ListCommand, { readonly deed: "begin" | "close" }>;

function carryOut(list: CallingList, command: Order): void {
  if ("row" in command) carryOutFor(list, command);
  else if (command.deed === "setMode") list.setMode(command.mode);
  else list.pause(command.deed === "pause");
}

function carryOutFor(list: CallingList, command: Extract<Order, { readonly row: number }>): void {
  switch (command.deed) {
    case "call":
      list.call(command.row);
      break;
    case "skip":
      list.skip(command.row);
      break;
    case "callBack":
      list.callBack(command.row, command.at);
      break;
    case "note":
      list.rows.change(command.row, { notes: command.notes });
      break;
    case "refuse":
      list.refuse(command.row, command.why);
  }
}
