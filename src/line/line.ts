import type { Channel } from "../base/channel.ts";
import type { Stop } from "../base/emitter.ts";
import { logFor } from "../base/log.ts";
import type { Call } from "../telephony/call.ts";
import type { MediaReport } from "../telephony/media-port.ts";
import type { Account, Phone } from "../telephony/phone.ts";
import { CallRecord } from "./call-record.ts";
import { Carriers } from "./carriers.ts";
import { carryOut } from "./carry-out.ts";
import { Dialling } from "./dialling.ts";
import { Linger, schedule, type Schedule } from "./linger.ts";
import type { MediaRouter } from "./media-router.ts";
import type {
  CallSnapshot,
  LinePlace,
  LineSnapshot,
  RecordRef,
  ToLine,
  ToView,
} from "./protocol.ts";
import { sameAccount } from "./same-account.ts";
import { Sounds } from "./sounds.ts";
import { View } from "./view.ts";
import { Views } from "./views.ts";

const log = logFor("line");

export interface LineOptions {
  readonly phone: Phone;
  readonly media: MediaRouter;
  /** Told to the views. */
  readonly place?: LinePlace;
  /** Tells when a view's Web Lock is released; left out where there are no locks. */
  readonly whenReleased?: (lock: string) => Promise<void>;
  /** Milliseconds a running call outlives the last view. @defaultValue 60000 */
  readonly lingerInCall?: number;
  /** Milliseconds an idle line outlives the last view. @defaultValue 10000 */
  readonly lingerIdle?: number;
  /** Milliseconds a number waits for the line to be ready. @defaultValue 20000 */
  readonly dialPatience?: number;
  /** @defaultValue timers */
  readonly schedule?: Schedule;
  /** Called once the line has signed out because nobody looks at it any more. */
  readonly onClosed?: () => void;
}

type CallCommand = Extract<ToLine, { call: string }>;
type ViewCommand = Exclude<ToLine, CallCommand | { type: "attach" | "held" | "detach" }>;

/** The part of the softphone that outlives pages: one truth, sent whole to every attached view at each change. */
export class Line {
  readonly #phone: Phone;
  readonly #media: MediaRouter;
  readonly #options: LineOptions;
  readonly #views = new Views();
  readonly #records = new Map<string, CallRecord>();
  readonly #linger: Linger;
  readonly #sounds = new Sounds(() => this.#announce());
  readonly #carriers: Carriers;
  readonly #dialling: Dialling;
  #account: Account | undefined;
  #announcing = false;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#phone = options.phone;
    this.#media = options.media;
    this.#linger = new Linger({
      inCall: options.lingerInCall ?? 60_000,
      idle: options.lingerIdle ?? 10_000,
      schedule: options.schedule ?? schedule,
      hasCalls: () => this.#phone.calls.length > 0,
      endCalls: () => this.#hangUpAll(),
      close: () => void this.#close(),
    });
    this.#carriers = new Carriers(this.#media, this.#views);
    this.#dialling = new Dialling({
      ...{ phone: this.#phone, carriers: this.#carriers, views: this.#views },
      patience: options.dialPatience ?? 20_000,
      schedule: options.schedule ?? schedule,
      remember: (call, record) => this.#rememberRecord(call, record),
      changed: () => this.#announce(),
    });
    this.#phone.on("registrationChanged", () => this.#registrationChanged());
    this.#phone.on("callStarted", ({ call }) => this.#begin(call));
    this.#media.on("moved", ({ call }) => {
      this.#sounds.move(call, this.#media.current(call)?.id ?? "");
      this.#announce();
    });
  }

  get snapshot(): LineSnapshot {
    const { user, domain } = this.#account ?? {};
    const waiting = this.#dialling.snapshot;
    return {
      registration: this.#phone.registration,
      ...(this.#options.place && { place: this.#options.place }),
      calls: [...this.#records.values()].map((record) => this.#snapshotOf(record)),
      views: this.#views.all.length,
      ...(user && domain && { identity: `${user}@${domain}` }),
      ...(waiting && { waiting }),
      ...(this.#views.home && { home: this.#views.home.id }),
    };
  }

  #snapshotOf(record: CallRecord): CallSnapshot {
    const { id } = record.call;
    const sound = record.isUp ? this.#sounds.of(id) : undefined;
    return { ...record.snapshot(this.#media.current(id)?.id), ...(sound && { sound }) };
  }

  /**
   * Hears a view from its first message on. A channel may attach again after it detached (back and forward).
   * Returns what takes the view for gone, for when its channel is seen to be closed.
   */
  connect(channel: Channel<ToLine, ToView>): Stop {
    let view: View | undefined;
    channel.listen((message) => {
      if (message.type === "attach") view = this.#attach(channel, message);
      else if (view) this.#hear(view, message);
    });
    return () => view && this.#detach(view);
  }

  #attach(channel: Channel<ToLine, ToView>, message: Extract<ToLine, { type: "attach" }>): View {
    const before = this.#views.all.find(({ id }) => id === message.view);
    if (before) this.#detach(before);
    const activeSince = this.#views.turn(message.active);
    const view = new View(channel, { id: message.view, activeSince, home: message.home ?? false });
    this.#views.add(view);
    this.#linger.cancel();
    this.#settle();
    view.show(this.snapshot);
    return view;
  }

  #detach(view: View): void {
    view.die();
    this.#sounds.lose(view.id);
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
      case "mediaReport":
        this.#hearSound(view, command.report);
        return;
      case "focus":
        view.activeSince = this.#views.turn(command.active);
        return;
      case "signIn":
        this.#signIn(command.account);
        break;
      case "signOut":
        this.#account = undefined;
        this.#dialling.cancel();
        void this.#phone.signOut();
        break;
      case "dial":
        this.#dialling.dial(view.id, command);
        break;
      case "cancelDial":
        this.#dialling.cancel();
        break;
    }
    this.#announce();
  }

  #obeyCall(view: View, command: CallCommand): void {
    const record = this.#records.get(command.call);
    if (!record) return;
    if (command.type === "dismiss") this.#dismiss(record);
    else if (command.type === "setNotes" || command.type === "setRecord") record.remember(command);
    else if (command.type === "deed") record.rememberFrom(view.id, command);
    else {
      if (command.type === "answer") this.#carriers.answer(record.call, view);
      if (command.type === "carry") this.#carriers.carry(record.call, view);
      else carryOut(record.call, command);
    }
    this.#announce();
  }

  /** Every page load signs in again; only another account, or a line that failed, makes a difference. */
  #signIn(account: Account): void {
    const { phase } = this.#phone.registration;
    const same = this.#account && sameAccount(this.#account, account);
    const stuck = phase === "failed" || phase === "signedOut";
    if (same && (!stuck || this.#phone.calls.length > 0)) return;
    this.#account = account;
    this.#phone.signIn(account);
  }

  #hearSound(view: View, report: MediaReport): void {
    this.#sounds.hear(report, this.#media.current(report.call)?.id, view.id);
  }

  #rememberRecord(call: string, clicked: RecordRef | undefined): void {
    const kept = this.#records.get(call);
    if (kept) kept.record = clicked;
  }

  #registrationChanged(): void {
    this.#dialling.look();
    this.#announce();
  }

  #begin(call: Call): void {
    const record = new CallRecord(call);
    this.#records.set(call.id, record);
    record.keepBy(this.#views.focused?.id);
    this.#sounds.follow(call);
    call.on("mutedChanged", () => this.#announce());
    call.on("stateChanged", ({ to }) => {
      if (to.phase === "ended") this.#ended(call);
      this.#announce();
    });
    this.#announce();
  }

  #ended(call: Call): void {
    this.#media.forget(call.id);
    this.#sounds.forget(call.id);
    // The telephone lists the call until all have heard of its end.
    if (this.#views.all.length === 0) queueMicrotask(() => this.#lingerOn());
  }

  #lingerOn(): void {
    if (this.#views.all.length === 0) this.#linger.start();
  }

  #dismiss({ isUp, call }: CallRecord): void {
    if (!isUp) this.#records.delete(call.id);
  }

  /** Sees to it that every call has a living keeper, and every call that had audio a document for it. */
  #settle(): void {
    const { focused } = this.#views;
    for (const record of this.#records.values()) {
      if (!this.#views.has(record.keeper)) record.keepBy(focused?.id);
      this.#carriers.settle(record.call);
    }
    this.#announce();
  }

  #announce(): void {
    if (this.#announcing) return;
    this.#announcing = true;
    queueMicrotask(() => {
      this.#announcing = false;
      const { snapshot } = this;
      for (const view of this.#views.all) view.show(snapshot);
    });
  }

  #hangUpAll(): void {
    for (const call of this.#phone.calls) call.hangUp();
  }

  async #close(): Promise<void> {
    this.#account = undefined;
    await this.#phone.signOut();
    if (this.#views.all.length === 0) this.#options.onClosed?.();
  }
}
