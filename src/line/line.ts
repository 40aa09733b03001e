import type { Channel } from "../base/channel.ts";
import { logFor } from "../base/log.ts";
import type { Call } from "../telephony/call.ts";
import { PhoneError, type Phone } from "../telephony/phone.ts";
import { Agent } from "./agent.ts";
import { CallBook } from "./call-book.ts";
import { carryOut, type CallCommand } from "./call-commands.ts";
import { CallRecord, type Deed } from "./call-record.ts";
import type { Journal } from "./journal/journal.ts";
import { MemoryJournal } from "./journal/memory-journal.ts";
import type { LineOptions } from "./line-options.ts";
import { Linger, schedule } from "./linger.ts";
import type { MediaRouter } from "./media-router.ts";
import type { LineSnapshot, ToLine, ToView } from "./protocol.ts";
import { View } from "./view.ts";
import { Views } from "./views.ts";

const log = logFor("line");

type ViewCommand = Exclude<ToLine, CallCommand | { type: "attach" | "held" | "detach" }>;

/** The part of the softphone that outlives pages: one truth, sent whole to every attached view at each change. */
export class Line {
  readonly #phone: Phone;
  readonly #media: MediaRouter;
  readonly #options: LineOptions;
  readonly #views = new Views();
  readonly #records = new Map<string, CallRecord>();
  readonly #agent: Agent;
  readonly #book: CallBook;
  readonly #journal: Journal;
  readonly #linger: Linger;
  #keepCallFor: number;
  #announcing = false;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#phone = options.phone;
    this.#media = options.media;
    this.#keepCallFor = options.lingerInCall ?? 60_000;
    this.#journal = options.journal ?? new MemoryJournal();
    this.#book = new CallBook({
      journal: this.#journal,
      records: this.#records,
      heartbeat: options.heartbeat ?? 5_000,
      onRecovered: () => this.#settle(),
    });
    const { phone, org = "", turn } = options;
    this.#agent = new Agent({ phone, book: this.#book, org, turn });
    this.#journal.on("problemChanged", () => this.#announce());
    this.#linger = new Linger({
      inCall: () => this.#keepCallFor,
      idle: options.lingerIdle ?? 10_000,
      schedule: options.schedule ?? schedule,
      hasCalls: () => this.#phone.calls.length > 0,
      endCalls: () => this.#hangUpAll(),
      close: () => void this.#close(),
    });
    this.#phone.on("registrationChanged", () => this.#announce());
    this.#phone.on("callStarted", ({ call }) => this.#begin(call));
    this.#media.on("moved", () => this.#announce());
    turn?.follow({
      isIdle: () => this.#isIdle,
      yield: () => this.#yield(),
      changed: () => this.#announce(),
    });
  }

  get snapshot(): LineSnapshot {
    const { identity } = this.#agent;
    const otherRelease = this.#options.turn?.other;
    return {
      registration: this.#phone.registration,
      calls: [...this.#records.values()]
        .filter((record) => this.#book.isOurs(record))
        .map((record) => record.snapshot(this.#media.current(record.call.id)?.id)),
      views: this.#views.all.length,
      ...(this.#journal.problem && { storage: this.#journal.problem }),
      ...(otherRelease && { otherRelease }),
      ...(identity && { identity }),
    };
  }

  /** Hears a view from its first message on. A channel may attach again after it detached (back and forward). */
  connect(channel: Channel<ToLine, ToView>): void {
    let view: View | undefined;
    channel.listen((message) => {
      if (message.type === "attach") view = this.#attach(channel, message);
      else if (view) this.#hear(view, message);
    });
  }

  #attach(channel: Channel<ToLine, ToView>, message: Extract<ToLine, { type: "attach" }>): View {
    const before = this.#views.all.find(({ id }) => id === message.view);
    if (before) this.#detach(before);
    const activeSince = this.#views.turn(message.active);
    const view = new View(channel, { id: message.view, activeSince });
    this.#views.add(view);
    if (this.#options.lifeLock) view.tellAlive(this.#options.lifeLock);
    this.#linger.cancel();
    this.#settle();
    view.show(this.snapshot);
    return view;
  }

  #detach(view: View): void {
    view.die();
    if (!this.#views.remove(view)) return;
    this.#settle();
    if (this.#views.all.length === 0) this.#linger.start();
  }

  #hear(view: View, message: Exclude<ToLine, { type: "attach" }>): void {
    if (message.type === "detach") this.#detach(view);
    else if (message.type === "held") void this.#watch(view);
    else if (!view.alive) return;
    else if ("call" in message) this.#obeyCall(view, message);
    else this.#obey(view, message);
  }

  async #watch(view: View): Promise<void> {
    try {
      await this.#options.whenReleased?.(`switchhook-view-${view.id}`);
      if (this.#options.whenReleased) this.#detach(view);
    } catch {
      log.warn("No locks here: a view that crashes goes unnoticed");
    }
  }

  #obey(view: View, command: ViewCommand): void {
    switch (command.type) {
      case "mediaReply":
        view.hear(command.reply);
        return;
      case "focus":
        view.activeSince = this.#views.turn(command.active);
        this.#settle();
        return;
      case "configure":
        this.#keepCallFor = command.keepCallFor;
        return;
      case "signIn":
        this.#agent.signIn(command.account);
        break;
      case "signOut":
        void this.#agent.signOut(command);
        break;
      case "dial":
        this.#dial(view, command);
        break;
    }
    this.#announce();
  }

  #obeyCall(view: View, command: CallCommand): void {
    const record = this.#records.get(command.call);
    if (!record) return;
    if (command.type === "dismiss") this.#dismiss(record);
    else if (command.type === "setNotes" || command.type === "setRecord") record.remember(command);
    else if (command.type === "deed") this.#note(view, record, command);
    else {
      if (command.type === "answer") this.#takeOver(record.call, view);
      carryOut(record.call, command);
    }
    this.#announce();
  }

  /** The view that answers carries the audio. */
  #takeOver(call: Call, view: View): void {
    if (call.direction === "incoming" && call.state.phase === "ringing")
      this.#media.route(call.id, view);
  }

  #note(view: View, record: CallRecord, deed: Deed): void {
    if (deed.state !== "doing") record.rememberFrom(view.id, deed);
    else void this.#book.grant(view.id, record, deed).then(() => this.#announce());
  }

  get #isIdle(): boolean {
    const records = [...this.#records.values()];
    return this.#phone.calls.length === 0 && records.every(({ isBusy }) => !isBusy);
  }

  /** Makes room for a newer release. It finds in the journal what is left to do. */
  async #yield(): Promise<void> {
    await this.#agent.signOut();
    await this.#book.close();
    this.#announce();
  }

  #dial(view: View, { target, record }: Extract<ToLine, { type: "dial" }>): void {
    try {
      const call = this.#phone.dial(target);
      this.#media.route(call.id, view);
      const kept = this.#records.get(call.id);
      if (kept) kept.record = record;
    } catch (error) {
      if (!(error instanceof PhoneError)) throw error;
      view.refuse({ command: "dial", code: error.code });
    }
  }

  #begin(call: Call): void {
    const record = new CallRecord(call);
    this.#book.add(record);
    record.keepBy(this.#views.focused?.id);
    call.on("mutedChanged", () => this.#announce());
    call.on("stateChanged", ({ to }) => {
      if (to.phase === "ended") this.#ended(call);
      this.#announce();
    });
    this.#announce();
  }

  #ended(call: Call): void {
    this.#media.forget(call.id);
    // The telephone lists the call until all have heard of its end.
    if (this.#views.all.length === 0) queueMicrotask(() => this.#lingerOn());
  }

  #lingerOn(): void {
    if (this.#views.all.length === 0) this.#linger.start();
  }

  #dismiss(record: CallRecord): void {
    if (!record.isUp) this.#book.drop(record);
  }

  /**
   * Sees to it that every call is kept by the view in focus, as far as no other view is at a deed for it, and that
   * every call that had audio has a document for it.
   */
  #settle(): void {
    const { newest, focused } = this.#views;
    for (const record of this.#records.values()) {
      record.lease(focused?.id, this.#views.has(record.keeper));
      const orphaned = record.isUp && !this.#media.current(record.call.id);
      if (orphaned && newest && needsAudio(record.call)) this.#media.route(record.call.id, newest);
    }
    this.#announce();
  }

  #announce(): void {
    if (this.#announcing) return;
    this.#announcing = true;
    queueMicrotask(() => {
      this.#announcing = false;
      this.#book.keepUp();
      this.#options.turn?.look();
      const { snapshot } = this;
      for (const view of this.#views.all) view.show(snapshot);
    });
  }

  #hangUpAll(): void {
    for (const call of this.#phone.calls) call.hangUp();
  }

  async #close(): Promise<void> {
    await this.#agent.signOut();
    if (this.#views.all.length > 0) return;
    await this.#book.close();
    // A view that came meanwhile makes a new start.
    if (this.#views.all.length === 0) this.#options.onClosed?.();
  }
}

/** A call that only rings here needs none until somebody answers it. */
const needsAudio = ({ direction, state }: Call) =>
  direction === "outgoing" || state.phase === "connected";
