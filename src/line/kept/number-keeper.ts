import type { CallState } from "../../telephony/call.ts";
import type { CallRecord } from "../call-record.ts";
import type { KeptCommand, KeptNumbers, RecentCall } from "../protocol-kept.ts";
import { decodeKept } from "./decode-kept.ts";
import { noStore, type ValueStore } from "../value-store.ts";

const mostRecents = 100;
const mostFavourites = 50;
const nothing: KeptNumbers = { recents: [], favourites: [] };

/** A view that wants to know. */
interface Listener {
  readonly alive: boolean;
  tellKept(kept: KeptNumbers): void;
}

/** Keeps an agent's recent calls and favourite numbers, and tells the views that want to know. */
export class NumberKeeper {
  readonly #store: ValueStore;
  readonly #listeners = new Set<Listener>();
  #owner: string | undefined;
  #kept = nothing;

  constructor(store: ValueStore = noStore) {
    this.#store = store;
  }

  /** From now on the numbers are this agent's. */
  async belongTo(owner: string | undefined): Promise<void> {
    if (owner === this.#owner) return;
    this.#owner = owner;
    this.#show(nothing);
    if (owner === undefined) return;
    const stored = decodeKept(await this.#store.read(owner));
    if (owner !== this.#owner) return; // another agent came meanwhile
    const { recents, favourites } = this.#kept;
    const all = new Map([...stored.recents, ...recents].map((call) => [call.id, call]));
    this.#show({
      recents: newestFirst([...all.values()]),
      favourites: favourites.length > 0 ? favourites : stored.favourites,
    });
  }

  /** Looks at the agent's calls: those that are over are recent ones. */
  note(records: readonly CallRecord[]): void {
    const known = new Map(this.#kept.recents.map((call) => [call.id, call]));
    const news = records.flatMap((record) => recentOf(record) ?? []);
    const changed = news.filter((call) => !isSame(call, known.get(call.id)));
    if (changed.length === 0 || this.#owner === undefined) return;
    for (const call of changed) known.set(call.id, call);
    this.#change({ ...this.#kept, recents: newestFirst([...known.values()]) });
  }

  /** The agent leaves: whoever comes next is not to see whom they talked with. */
  forgetRecents(): void {
    if (this.#owner !== undefined) this.#change({ ...this.#kept, recents: [] });
  }

  obey(view: Listener, command: KeptCommand): void {
    if (command.type === "askKept") {
      this.#listeners.add(view);
      view.tellKept(this.#kept);
      return;
    }
    const { favourite, on } = command;
    const others = this.#kept.favourites.filter(({ number }) => number !== favourite.number);
    const favourites = on ? [...others, favourite].slice(-mostFavourites) : others;
    this.#change({ ...this.#kept, favourites });
  }

  #change(kept: KeptNumbers): void {
    this.#show(kept);
    if (this.#owner !== undefined) void this.#store.write(this.#owner, kept);
  }

  #show(kept: KeptNumbers): void {
    this.#kept = kept;
    for (const view of this.#listeners) {
      if (view.alive) view.tellKept(kept);
      else this.#listeners.delete(view);
    }
  }
}

function newestFirst(calls: readonly RecentCall[]): readonly RecentCall[] {
  return [...calls].sort((one, other) => other.startedAt - one.startedAt).slice(0, mostRecents);
}

function isSame(one: RecentCall, other: RecentCall | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** `undefined` while it is up, and for a call that a colleague took. */
function recentOf(ended: CallRecord): RecentCall | undefined {
  const { id, direction, remote, state } = ended.call;
  if (state.phase !== "ended" || state.reason.kind === "answeredElsewhere") return undefined;
  const { startedAt, written = remote.number } = ended;
  const missed = direction === "incoming" && isMissed(state);
  return { id, direction, startedAt, number: written, missed, ...whoOf(ended), ...lengthOf(state) };
}

type Ended = Extract<CallState, { readonly phase: "ended" }>;

function whoOf({ call, record }: CallRecord): Pick<RecentCall, "name" | "record"> {
  const name = record?.name ?? call.remote.name;
  return { ...(name !== undefined && { name }), ...(record && { record }) };
}

function lengthOf({ connectedAt, at }: Ended): Pick<RecentCall, "length"> {
  return connectedAt === undefined ? {} : { length: at - connectedAt };
}

function isMissed({ connectedAt, reason }: Ended): boolean {
  return connectedAt === undefined && reason.kind !== "declined";
}
