import type { Talk } from "../talk.ts";

/** Something a call can be or do, and what of it has to be there after the page changed. */
export interface Ability {
  readonly name: string;
  /** What the administrator chose, beyond the playground's settings; such a call has a demo of its own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Before the page changes. */
  readonly begin: (talk: Talk) => Promise<void>;
  /** After the page changed. */
  readonly survived: (talk: Talk) => Promise<void>;
}
