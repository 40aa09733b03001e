import type { Call } from "../telephony/call.ts";
import { withDraftNews } from "./draft-news.ts";
import {
  inDoubt,
  isOutcome,
  recovered,
  stateOf,
  withDeed,
  withNews,
  type Deed,
  type Outcome,
} from "./deeds.ts";
import type { JournalEntry } from "./journal/journal.ts";
import { PastCall } from "./past-call.ts";
import { isSettled, savedOf, type Saving } from "./protocol-deeds.ts";
import { QualityBook } from "./quality-book.ts";
import type {
  CallDeeds,
  CallSnapshot,
  DeedState,
  LogDraft,
  RecordRef,
  ToLine,
} from "./protocol.ts";

type Note = Extract<ToLine, { type: "setNotes" | "setDraft" | "setRecord" }>;

/** What the line remembers of a call, beyond what the telephone knows: whose it is, and what was done for it. */
export class CallRecord {
  readonly call: Call;
  readonly startedAt: number;
  /** How well it is heard. */
  readonly quality = new QualityBook();
  /** Whether it comes from the journal, of a line that is no more. */
  readonly recovered: boolean;
  /** How its number was written, when we dialled it. */
  written: string | undefined;
  /** The record the call belongs to. */
  record: RecordRef | undefined;
  #notes = "";
  #draft: LogDraft | undefined;
  #keeper: string | undefined;
  #deeds: CallDeeds = { pop: "none", log: "none" };
  /** Asked for by the keeper, and not yet allowed: the journal already has them as `doing`. */
  readonly #planned = new Map<Deed["deed"], Outcome>();
  /** Allowed, and not yet begun: how to take it back. */
  readonly #undo = new Map<Deed["deed"], () => void>();
  /** What the line that is no more knew of it, beside what the agent wrote. */
  readonly #before: Known;
  /** What log and follow-up were last saved with. */
  readonly #savedAs = new Map<Saving, string>();

  constructor(call: Call, kept?: JournalEntry) {
    this.call = call;
    this.startedAt = kept?.startedAt ?? Date.now();
    this.recovered = call instanceof PastCall;
    this.#before = kept ? known(kept) : {};
    if (!kept) return;
    this.record = kept.record;
    this.#notes = kept.notes;
    this.#draft = kept.draft;
    this.#deeds = recovered(kept.deeds);
    for (const saving of savings)
      if (!savedOf(kept.deeds, saving).changed) this.#savedAs.set(saving, this.#toSave(saving));
  }

  get isUp(): boolean {
    return this.call.state.phase !== "ended";
  }

  get notes(): string {
    return this.#notes;
  }

  /** The id of the view that pops the record and saves the log. */
  get keeper(): string | undefined {
    return this.#keeper;
  }

  /** Whether a view is at a deed. */
  get isBusy(): boolean {
    return (["pop", ...savings] as const).some((deed) => stateOf(this.#deeds, deed) === "doing");
  }

  /** Whether nothing is left to do, so that the journal may forget the call. */
  get isSettled(): boolean {
    return !this.isUp && isSettled(this.deeds, this.#draft);
  }

  get deeds(): CallDeeds {
    const { followUp } = this.#deeds;
    return {
      ...this.#deeds,
      ...(this.#isChanged("log") && { changed: true }),
      ...(followUp && this.#isChanged("followUp") && { followUp: { ...followUp, changed: true } }),
    };
  }

  /** It is saved, and what it was saved with is not what it is now. */
  #isChanged(saving: Saving): boolean {
    const { id, state } = savedOf(this.#deeds, saving);
    if (id === undefined || state === "doing") return false;
    return this.#savedAs.get(saving) !== this.#toSave(saving);
  }

  /**
   * Gives the lease to the view in focus, unless another that lives is at a deed. While it is not known whether the
   * record was opened, only a view that the agent looks at can tell: a page that is still loading may be the one.
   */
  lease(view: { readonly id: string; readonly activeSince: number } | undefined, isKept: boolean) {
    if (this.isBusy && isKept) return;
    const mustSee = this.isUp && this.#deeds.pop === "maybe";
    this.keepBy(mustSee && view?.activeSince === 0 ? undefined : view?.id);
  }

  /** Gives the lease to another view. What the last one was doing may have been done, or not. */
  keepBy(view: string | undefined): void {
    if (view === this.#keeper) return;
    this.#keeper = view;
    this.#undo.clear();
    this.#deeds = inDoubt(this.#deeds);
  }

  /** The call goes on as this one: what is known of it, and what was popped, stays. */
  succeed(before: CallRecord | undefined): void {
    if (!before) return;
    this.record = before.record;
    this.#notes = before.#notes;
    this.#keeper = before.keeper;
    this.#deeds = { ...this.#deeds, pop: before.deeds.pop };
  }

  /** A view left of its own accord: if it kept the call, all that it had to say about it was heard. */
  leftBy(view: string): void {
    if (view !== this.#keeper) return;
    for (const undo of this.#undo.values()) undo();
    this.keepBy(undefined);
  }

  remember(note: Note): void {
    if (note.type === "setNotes")
      this.#notes = note.added && this.#notes ? `${this.#notes}\n${note.notes}` : note.notes;
    else if (note.type === "setDraft") this.#draft = withDraftNews(this.#draft, note.draft);
    else this.record = note.record;
  }

  /** The keeper wants to begin a deed; says whether it may, once that is written down. */
  plan(view: string, deed: Outcome): boolean {
    if (view !== this.#keeper || stateOf(this.#deeds, deed.deed) === "doing") return false;
    this.#planned.set(deed.deed, deed);
    return true;
  }

  /** It is written down: the keeper may begin, if it still is the keeper. */
  begin(view: string, deed: Outcome): void {
    if (this.#planned.get(deed.deed) !== deed) return; // another keeper's plan took its place
    this.#planned.delete(deed.deed);
    if (view !== this.#keeper) return;
    const undo = this.#remembering(deed.deed);
    this.rememberFrom(view, deed);
    this.#undo.set(deed.deed, undo);
  }

  /** What takes a deed back to where it is now. */
  #remembering(deed: Deed["deed"]): () => void {
    const before = this.#deeds;
    const savedAs = deed === "pop" ? undefined : this.#savedAs.get(deed);
    return () => {
      this.#deeds = withDeed(this.#deeds, deed, before);
      if (deed === "pop") return;
      if (savedAs === undefined) this.#savedAs.delete(deed);
      else this.#savedAs.set(deed, savedAs);
    };
  }

  /** The CRM was asked: from now on it may be done. */
  #noteSent(deed: Deed["deed"]): void {
    if (!this.#undo.delete(deed) || deed !== "pop") return;
    this.#deeds = { ...this.#deeds, pops: (this.#deeds.pops ?? 0) + 1 };
  }

  /** Only the keeper begins deeds, and tells how they went; doubts about a log may be settled by any view. */
  rememberFrom(view: string, deed: Deed): void {
    if (view !== this.#keeper && !this.#settlesDoubt(deed)) return;
    if (!isOutcome(deed)) {
      this.#noteSent(deed.deed);
      return;
    }
    this.#undo.delete(deed.deed);
    const { deed: kind, state } = deed;
    // The answer came, and the same answer again: the second one changes nothing.
    const isAnswered = kind !== "pop" && stateOf(this.#deeds, kind) === "done";
    if (isAnswered && state !== "doing") return;
    this.#deeds = withNews(this.#deeds, deed);
    if (kind !== "pop") this.#noteSaved(kind, state);
  }

  /** What is saved is what was there when it began. */
  #noteSaved(saving: Saving, state: DeedState): void {
    const isNew = state === "doing" || (state === "done" && !this.#savedAs.has(saving));
    if (isNew) this.#savedAs.set(saving, this.#toSave(saving));
  }

  /** A late answer, or the agent's word. */
  #settlesDoubt({ deed, state }: Deed): boolean {
    const now = stateOf(this.#deeds, deed);
    const isDoubtful = deed !== "pop" && (now === "failed" || now === "maybe");
    return isDoubtful && (state === "done" || state === "none");
  }

  /** As the journal keeps it. */
  entry(owner: string): JournalEntry {
    const { id, direction, remote, state, muted, dialog, invitation, answerAfter } = this.call;
    return {
      ...{ id, owner, direction, remote, state },
      startedAt: this.startedAt,
      seenAt: Date.now(),
      notes: this.#notes,
      deeds: [...this.#planned.values()].reduce(withNews, this.deeds),
      ...(this.#draft && { draft: this.#draft }),
      ...(this.record && { record: this.record }),
      ...(muted && { muted }),
      ...(dialog && this.isUp && { dialog }),
      ...(invitation && { invitation, ...(answerAfter !== undefined && { answerAfter }) }),
      ...this.#known,
    };
  }

  /** What is known of it beyond its state: what the network told, and how well it was heard. */
  get #known(): Known {
    const quality = this.quality.snapshot;
    return { ...this.#before, ...known(this.call), ...(quality && { quality }) };
  }

  snapshot(mediaView: string | undefined): CallSnapshot {
    const { id, direction, remote, state, muted } = this.call;
    return {
      ...{ id, direction, remote, state, muted },
      ...this.#known,
      startedAt: this.startedAt,
      notes: this.#notes,
      deeds: this.deeds,
      ...(this.#draft && { draft: this.#draft }),
      ...(mediaView && { mediaView }),
      ...(this.record && { record: this.record }),
      ...(this.#keeper && { keeper: this.#keeper }),
      ...(this.recovered && { recovered: true }),
    };
  }

  /** What a change of makes something saved an old one. */
  #toSave(saving: Saving): string {
    const { followUp, ...log } = this.#draft ?? {};
    const written = saving === "log" ? [this.#notes, log] : [followUp];
    return JSON.stringify([this.record?.id, ...written]);
  }
}

const savings: readonly Saving[] = ["log", "followUp"];

type Known = Pick<CallSnapshot, "attached" | "called" | "quality">;
type Told = { readonly [Name in keyof Known]?: Known[Name] | undefined };

function known({ attached = {}, called, quality }: Told): Known {
  return {
    ...(called !== undefined && { called }),
    ...(Object.keys(attached).length > 0 && { attached }),
    ...(quality && { quality }),
  };
}
