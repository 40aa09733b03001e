import { signal, type Signal } from "@preact/signals";
import { Emitter, type Stop } from "../../../src/base/emitter.ts";
import { withNews } from "../../../src/line/deeds.ts";
import type { CallSnapshot, LineSnapshot } from "../../../src/line/protocol.ts";
import type { LineCommand, LineLink, LineLinkEvents } from "../../../src/softphone/line-link.ts";

export const registered: LineSnapshot["registration"] = { phase: "registered", since: 0 };

/** A line of which a test says what it answers. It does with deeds, notes and records what the real one does. */
export class FakeLink implements LineLink {
  readonly view = "view-1";
  readonly snapshot: Signal<LineSnapshot | undefined>;
  readonly sent: LineCommand[] = [];
  readonly events = new Emitter<LineLinkEvents>();
  /** Whether the line lets a deed begin as soon as it is asked; else with {@link FakeLink.allow}. */
  allows = true;

  constructor(news: Partial<LineSnapshot> = {}) {
    this.snapshot = signal({ registration: registered, calls: [], views: 1, ...news });
  }

  on<Name extends keyof LineLinkEvents>(
    name: Name,
    listener: (event: LineLinkEvents[Name]) => void,
  ): Stop {
    return this.events.on(name, listener);
  }

  send(command: LineCommand): void {
    this.sent.push(command);
    if (command.type === "deed") this.#remember(command);
    if (command.type === "setNotes") this.change(command.call, { notes: command.notes });
    if (command.type === "setRecord" && command.record) {
      this.change(command.call, { record: command.record });
    }
    if (command.type === "dismiss") {
      this.say({ calls: this.#calls.filter(({ id }) => id !== command.call) });
    }
  }

  /** The line announces something new. */
  say(news: Partial<LineSnapshot>): void {
    const last = this.snapshot.peek() ?? { registration: registered, calls: [], views: 1 };
    this.snapshot.value = { ...last, ...news };
  }

  change(id: string, news: Partial<CallSnapshot>): void {
    this.say({ calls: this.#calls.map((call) => (call.id === id ? { ...call, ...news } : call)) });
  }

  /** Commands of one kind, in order. */
  sentOf<Type extends LineCommand["type"]>(type: Type) {
    return this.sent.filter(
      (command): command is Extract<LineCommand, { type: Type }> => command.type === type,
    );
  }

  call(id = "call-1"): CallSnapshot | undefined {
    return this.#calls.find((call) => call.id === id);
  }

  get #calls(): readonly CallSnapshot[] {
    return this.snapshot.peek()?.calls ?? [];
  }

  /** The line has written down the deed that was asked for last. */
  allow(): void {
    this.allows = true;
    const asked = this.sentOf("deed").at(-1);
    if (asked) this.#remember(asked);
  }

  #remember(deed: Extract<LineCommand, { type: "deed" }>): void {
    if (deed.state === "sent" || (deed.state === "doing" && !this.allows)) return;
    const deeds = this.call(deed.call)?.deeds ?? { pop: "none", log: "none" };
    this.change(deed.call, { deeds: withNews(deeds, { ...deed, state: deed.state }) });
  }
}

/** A call that this view keeps: incoming and ringing unless told otherwise. */
export function aCall(news: Partial<CallSnapshot> = {}): CallSnapshot {
  return {
    id: "call-1",
    direction: "incoming",
    remote: { number: "+14155550101", name: "Ann Lee" },
    state: { phase: "ringing", since: 0 },
    muted: false,
    startedAt: Date.UTC(2026, 10, 22, 12),
    notes: "",
    keeper: "view-1",
    deeds: { pop: "none", log: "none" },
    ...news,
  };
}

export const connected: CallSnapshot["state"] = { phase: "connected", since: 1000 };

/** A conversation of 12 seconds that the other side ended. */
export const ended: CallSnapshot["state"] = {
  phase: "ended",
  at: 13_000,
  connectedAt: 1000,
  reason: { kind: "hungUp", by: "them" },
};
