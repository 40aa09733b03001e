import type { Channel } from "../base/channel.ts";
import type { Stop } from "../base/emitter.ts";
import type { Call } from "../telephony/call.ts";
import type { Phone } from "../telephony/phone.ts";
import { Agent } from "./agent.ts";
import { AudioRoom, isAboutAudio } from "./audio-room.ts";
import { CallBook, isForTheBook } from "./call-book.ts";
import { CallRecord } from "./call-record.ts";
import { LateListDesk } from "./calling-list/late-list-desk.ts";
import { Carriers } from "./carriers.ts";
import { carryOut, type Hands } from "./carry-out.ts";
import type { CallCommand, PhoneCommand, ViewCommand } from "./commands.ts";
import { Dialling } from "./dialling.ts";
import { Ending } from "./ending.ts";
import type { JournalEntry } from "./journal/journal.ts";
import { isAboutKept } from "./kept/late-number-keeper.ts";
import { complete, type CompleteOptions, type LineOptions } from "./line-options.ts";
import { lineSnapshot } from "./line-snapshot.ts";
import type { LostCalls } from "./lost-calls.ts";
import type { MediaRouter } from "./media-router.ts";
import { isAboutPresence, Presence } from "./presence.ts";
import type { LineSnapshot, ToLine, ToView } from "./protocol.ts";
import { isAboutSurroundings, Surroundings } from "./surroundings.ts";
import { isAboutSigning, SignDesk, type SignCommand } from "./sign-desk.ts";
import { Switchboard } from "./switchboard.ts";
import { View } from "./view.ts";
import { whenGone, whenStillborn } from "./when-gone.ts";
import { Views } from "./views.ts";
import { CarriedWishes } from "./wishes/carried-wishes.ts";

/** The part of the softphone that outlives pages: one truth, sent whole to every attached view at each change. */
export class Line {
  readonly #phone: Phone;
  readonly #media: MediaRouter;
  readonly #options: CompleteOptions;
  readonly #views = new Views();
  readonly #records = new Map<string, CallRecord>();
  readonly #agent: Agent;
  readonly #book: CallBook;
  readonly #ending: Ending;
  readonly #audio: AudioRoom;
  readonly #carriers: Carriers;
  readonly #dialling: Dialling;
  readonly #presence: Presence;
  readonly #lostCalls: LostCalls | undefined;
  readonly #lists: LateListDesk;
  readonly #signing: SignDesk;
  readonly #surroundings: Surroundings;
  readonly #wishes: CarriedWishes;
  readonly #switchboard: Switchboard;
  readonly #hands: Hands;
  #announcing = false;

  constructor(given: LineOptions) {
    const options = complete(given);
    const { phone, journal, org, turn, schedule, handOver } = options;
    this.#options = options;
    this.#phone = phone;
    this.#media = options.media;
    const changed = () => this.#announce();
    this.#audio = new AudioRoom({ media: this.#media, views: this.#views, changed });
    this.#book = new CallBook({
      ...{ journal, kept: options.numbers },
      ...{ records: this.#records, heartbeat: options.heartbeat },
      takeOver: (entry, past) => this.#lostCalls?.takeOver(entry, past),
      standing: (call) => this.#switchboard.standing(call),
      onRecovered: (past) => this.#goOn(past),
    });
    this.#lostCalls = options.lostCalls?.({ phone, patience: options.lingerInCall });
    const records = this.#records;
    const presence = (this.#presence = new Presence({ schedule, changed }));
    this.#lists = new LateListDesk({ options, records, presence, changed });
    const ownDay = { phone, presence };
    const wishes = (this.#wishes = new CarriedWishes({ ...ownDay, store: options.wishes }));
    this.#agent = new Agent({ ...ownDay, book: this.#book, lists: this.#lists, org, turn, wishes });
    journal.on("problemChanged", changed);
    this.#ending = new Ending({
      ...{ options, agent: this.#agent, book: this.#book, views: this.#views },
      endCalls: () => this.#switchboard.abandonAll(),
    });
    this.#carriers = new Carriers(this.#media, this.#views);
    this.#switchboard = new Switchboard({ phone, media: this.#media, schedule, changed });
    this.#hands = { carriers: this.#carriers, switchboard: this.#switchboard };
    this.#dialling = new Dialling({
      ...{ phone, ...this.#hands, views: this.#views, lists: this.#lists },
      ...{ schedule, changed, patience: options.dialPatience },
      remember: (call, dial) => this.#book.relate(call, dial),
    });
    const [carriers, views] = [this.#carriers, this.#views];
    const signing = { agent: this.#agent, turn, dialling: this.#dialling, presence, wishes };
    this.#signing = new SignDesk({ ...options, ...signing });
    this.#surroundings = new Surroundings({ phone, carriers, views, schedule, changed });
    this.#phone.on("registrationChanged", () => this.#dialling.look());
    this.#phone.on("callStarted", ({ call }) => {
      if (!this.#lostCalls?.taking) this.#begin(call);
    });
    const isIdle = () => this.#phone.calls.length === 0 && this.#book.isIdle;
    turn?.follow({ isIdle, yield: () => this.#ending.yield().then(changed), changed, handOver });
  }

  get snapshot(): LineSnapshot {
    const [presence, audio, switchboard] = [this.#presence, this.#audio, this.#switchboard];
    const parts = { agent: this.#agent, book: this.#book, dialling: this.#dialling, audio };
    const [options, views, surroundings] = [this.#options, this.#views, this.#surroundings];
    const rest = { lists: this.#lists, presence, surroundings, switchboard, options, views };
    const signing = this.#signing;
    return lineSnapshot({ ...parts, ...rest, signing });
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
    return () => view && this.#leave(view);
  }

  /**
   * The line goes with its page, now. Calls that ring at the other side are given up, as nobody could hear of their
   * answer; for all others there is the next page.
   */
  leave(): void {
    this.#switchboard.giveUpRinging();
  }

  #attach(channel: Channel<ToLine, ToView>, message: Extract<ToLine, { type: "attach" }>): View {
    for (const old of this.#views.all.filter(({ id }) => id === message.view)) this.#detach(old);
    const activeSince = this.#views.turn(message.active);
    const view = new View(channel, { id: message.view, activeSince, home: message.home ?? false });
    this.#views.add(view);
    if (!view.home) void whenStillborn(view, this.#options).then(() => this.#detach(view));
    void this.#options.lifeLock?.then((lock) => view.tellAlive(lock));
    this.#ending.cancel();
    this.#signing.welcome();
    this.#settle();
    this.#surroundings.look();
    view.show(this.snapshot);
    return view;
  }

  /** It said so itself, or its channel is closed: nothing of what it had to say is still on its way. */
  #leave(view: View): void {
    this.#book.leftBy(view.id);
    this.#detach(view);
  }

  #detach(view: View): void {
    view.die();
    this.#audio.sounds.lose(view.id);
    if (!this.#views.remove(view)) return;
    this.#settle();
    this.#ending.look();
  }

  #hear(view: View, message: Exclude<ToLine, { type: "attach" }>): void {
    if (message.type === "detach") this.#leave(view);
    else if (message.type === "held")
      void whenGone(view, this.#options.whenReleased).then(() => this.#detach(view));
    else if (!view.alive) return;
    else if ("call" in message) this.#obeyCall(view, message);
    else this.#obey(view, message);
  }

  #obey(view: View, command: ViewCommand): void {
    if (command.type === "mediaReply") view.hear(command.reply);
    else if (isAboutAudio(command)) this.#audio.obey(view, command);
    else if (command.type === "focus") {
      view.activeSince = this.#views.turn(command.active);
      this.#settle();
    } else if (isAboutPresence(command)) {
      this.#presence.obey(command);
      this.#announce();
    } else if (isAboutSurroundings(command)) this.#surroundings.obey(command);
    else if (isAboutKept(command)) this.#options.numbers.obey(view, command);
    else this.#use(view, command);
  }

  /** Somebody uses the phone as a whole. */
  #use(view: View, command: PhoneCommand): void {
    if (isAboutSigning(command)) this.#signing.obey(command);
    else this.#operate(view, command);
    this.#announce();
  }

  #operate(view: View, command: Exclude<PhoneCommand, SignCommand>): void {
    switch (command.type) {
      case "configure":
        this.#ending.keepCallFor = command.keepCallFor;
        this.#presence.configure(command);
        break;
      case "dial":
        this.#dialling.dial(view.id, command);
        break;
      case "list":
        this.#lists.obey(command);
        break;
      case "cancelDial":
        this.#dialling.cancel();
    }
  }

  #obeyCall(view: View, command: CallCommand): void {
    const record = this.#records.get(command.call);
    if (!record) return;
    if (isForTheBook(command))
      void this.#book.obey(view.id, record, command)?.then(() => this.#announce());
    else carryOut(this.#hands, { view, call: record.call, command });
    this.#announce();
  }

  #begin(call: Call): void {
    const record = new CallRecord(call);
    this.#book.add(record);
    this.#follow(record);
  }

  /** Calls of a line that is gone: those that are up were taken over. */
  #goOn(past: readonly JournalEntry[]): void {
    for (const entry of past) {
      const record = this.#records.get(entry.id);
      if (!record?.isUp) continue;
      this.#follow(record);
      if (entry.state.phase === "connected")
        this.#audio.sounds.lost(entry.id, this.#lostCalls?.lostAt(entry) ?? entry.seenAt);
    }
    this.#switchboard.goOn(past);
    this.#settle();
  }

  #follow(record: CallRecord): void {
    const { call } = record;
    record.keepBy(this.#views.focused?.id);
    record.succeed(this.#records.get(call.replaces ?? ""));
    this.#audio.sounds.follow(call, record.quality);
    this.#switchboard.follow(call);
    this.#carriers.succeed(call);
    call.on("mutedChanged", () => this.#announce());
    call.on("stateChanged", ({ to }) => {
      if (to.phase === "ended") this.#ended(call);
      this.#settle();
    });
    this.#presence.follow(call);
    this.#surroundings.follow(call);
    // Without a view the line may be about to end itself.
    this.#ending.look();
    this.#announce();
  }

  #ended(call: Call): void {
    this.#media.forget(call.id);
    this.#audio.sounds.forget(call.id);
    // The telephone lists the call until all have heard of its end.
    queueMicrotask(() => this.#ending.look());
  }

  /**
   * Sees to it that every call is kept by the view in focus, as far as no other view is at a deed for it, and that
   * every call that had audio has a document for it.
   */
  #settle(): void {
    const { focused } = this.#views;
    for (const record of this.#records.values()) {
      record.lease(focused, this.#views.has(record.keeper));
      this.#carriers.settle(record.call);
    }
    this.#announce();
  }

  #announce(): void {
    if (this.#announcing) return;
    this.#announcing = true;
    queueMicrotask(() => {
      this.#announcing = false;
      this.#lists.look();
      this.#wishes.look();
      this.#book.keepUp();
      this.#options.turn?.look();
      const { snapshot } = this;
      for (const view of this.#views.all) view.show(snapshot);
    });
  }
}
