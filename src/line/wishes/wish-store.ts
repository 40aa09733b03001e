import type { PresenceSnapshot } from "../protocol.ts";

/** What an agent wants of the phone until they sign out, and not only of the line that has it now. */
export interface Wishes {
  readonly doNotDisturb: boolean;
  readonly presence: PresenceSnapshot;
}

export interface KeptWishes {
  /** Whose they are: org and agent. */
  readonly owner: string;
  readonly wishes: Wishes;
}

/** Hands wishes from one line to the next. */
export interface WishStore {
  /** What the line before this one has left. */
  last(): Promise<KeptWishes | undefined>;
  /** @param kept - `undefined` when nothing is wanted any more. */
  keep(kept: KeptWishes | undefined): unknown;
}

/** A {@link WishStore} that forgets. */
export const noWishes: WishStore = {
  last: () => Promise.resolve(undefined),
  keep: () => undefined,
};
