import type { UA } from "jssip";
import Subscriber from "jssip/lib/Subscriber.js";
import type { Stop } from "../../base/emitter.ts";
import type { Schedule } from "../../base/schedule.ts";
import type { Lamp, Mailbox, PhoneWishes } from "../phone.ts";
import { lampOf, readDialogInfo, type Dialogs } from "./dialog-info.ts";
import { readMessageSummary } from "./message-summary.ts";

export interface SubscriptionsOptions {
  readonly ua: UA;
  /** `sip:agent@example.com`. */
  readonly ownAddress: string;
  /** The address of a number of ours. */
  readonly addressOf: (number: string) => string;
  readonly schedule: Schedule;
  readonly onMailbox: (mailbox: Mailbox) => void;
  readonly onLamp: (number: string, lamp: Lamp) => void;
}

/** Milliseconds until a subscription that ended is asked for again. */
const pause = 30_000;
/** What JsSIP calls an answer that was no success. Its enum does not exist at run time. */
const refused = 2;

/** What the server tells us of, unasked or asked for: the mailbox, and colleagues' telephones. */
export class Subscriptions {
  readonly #options: SubscriptionsOptions;
  readonly #running = new Map<string, Stop>();
  #wishes: Pick<PhoneWishes, "watch" | "mailbox"> = { watch: [], mailbox: false };

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    // Many servers tell of the mailbox without being asked.
    options.ua.on("sipEvent", (given: object) => {
      const news = given as SipEvent; // whose type JsSIP leaves open
      if (news.event.event === "message-summary") this.#mailbox(news.request.body);
    });
    options.ua.on("registered", () => this.#begin());
  }

  /** From now on this is to be known. */
  wish(wishes: Pick<PhoneWishes, "watch" | "mailbox">): void {
    this.#wishes = wishes;
    if (this.#options.ua.isRegistered()) this.#begin();
  }

  stop(): void {
    for (const stop of this.#running.values()) stop();
    this.#running.clear();
  }

  /** Asks anew for all: on another connection, what was agreed before is forgotten. */
  #begin(): void {
    this.stop();
    const { watch, mailbox } = this.#wishes;
    if (mailbox) this.#askMailbox();
    for (const number of watch) this.#askLamp(number);
  }

  #askMailbox(): void {
    const { ownAddress } = this.#options;
    this.#ask(ownAddress, {
      event: "message-summary",
      accept: "application/simple-message-summary",
      hear: (body) => this.#mailbox(body),
    });
  }

  #askLamp(number: string): void {
    const { addressOf, onLamp } = this.#options;
    let dialogs: Dialogs | undefined;
    this.#ask(addressOf(number), {
      event: "dialog",
      accept: "application/dialog-info+xml",
      hear: (body) => {
        const news = readDialogInfo(body, dialogs);
        if (!news) return;
        dialogs = news;
        onLamp(number, lampOf(news));
      },
      lost: () => onLamp(number, "unknown"),
    });
  }

  #mailbox(body: string): void {
    const mailbox = readMessageSummary(body);
    if (mailbox) this.#options.onMailbox(mailbox);
  }

  #ask(target: string, question: Question): void {
    const { ua, schedule } = this.#options;
    const subscriber = new Subscriber(ua, target, question.event, question.accept, {
      expires: 600,
    });
    const key = `${question.event} ${target}`;
    let stopped = false;
    subscriber.on("notify", (_final, _request, body) => {
      if (!stopped && body) question.hear(body);
    });
    subscriber.on("terminated", (code: number) => {
      if (stopped) return;
      question.lost?.();
      // A refusal is an answer: it is not asked again before the next registration.
      if (code === refused) return;
      this.#running.set(
        key,
        schedule(() => this.#ask(target, question), pause),
      );
    });
    this.#running.set(key, () => {
      stopped = true;
      if (ua.isConnected()) subscriber.terminate();
    });
    subscriber.subscribe();
  }
}

interface Question {
  readonly event: string;
  readonly accept: string;
  readonly hear: (body: string) => void;
  readonly lost?: () => void;
}

interface SipEvent {
  readonly event: { readonly event: string };
  readonly request: { readonly body: string };
}
