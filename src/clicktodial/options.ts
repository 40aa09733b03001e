import type { DialOrder, PageRecord, PageRequest, PhoneNews } from "../host/page-events.ts";

/** What `$(table).clickToDial(…)` takes. Everything has a default. */
export interface ClickToDialOptions {
  /** Which elements hold a number. @defaultValue `[data-number], .phone` */
  readonly numbers?: string;
  /** The row around a number, which names its record. @defaultValue `tr, [data-record]` */
  readonly row?: string;
  /**
   * The record of a row. @defaultValue from the row's `data-record`, `data-object` and `data-name`
   */
  readonly record?: (row: Element) => PageRecord | undefined;
  /**
   * Where the phone is served: `https://phone.acme.com`. With it the plug-in speaks to the phone's frame wherever there
   * is no console.
   */
  readonly phoneOrigin?: string;
  /**
   * Finds what `<support:clickToDial>` made beside a number: it is hidden, and clicked in the agent's place. For
   * standard tabs without `phoneOrigin`.
   */
  readonly component?: string;
  /** How the plug-in reaches the phone. @defaultValue the first that is there: console, frame, component */
  readonly way?: PhoneWay;
  /** Numbers that are worked on at a time. @defaultValue 50 */
  readonly slice?: number;
  readonly words?: Partial<ClickToDialWords>;
}

/** How a page speaks to the phone. */
export interface PhoneWay {
  /** Asks for a call. `cell` holds the number. */
  dial(order: DialOrder, cell: Element): void;
  /** Anything else that the phone may be asked. */
  ask?(request: Asking): void;
  /** Hears how the phone is; without it the phone is taken to be ready. Returns what stops it. */
  listen?(hear: Hearing): () => void;
}

/** A request other than for one call. */
export type Asking = Exclude<PageRequest, { readonly event: "dial" }>;

/** What is heard of the phone. */
export type Hearing = (news: PhoneNews) => void;

/** Every word that an agent reads or hears. */
export interface ClickToDialWords {
  /** The link's name. It has to contain the number as it is shown. */
  readonly call: (order: DialOrder) => string;
  readonly calling: (order: DialOrder) => string;
  readonly notReady: string;
}

const named = ({ number, record }: DialOrder) =>
  record?.name ? `${record.name}, ${number}` : number;

export const usualWords: ClickToDialWords = {
  call: (order) => `Call ${named(order)}`,
  calling: (order) => `Calling ${named(order)}`,
  notReady: "The phone is not ready",
};

export const usualOptions = {
  numbers: "[data-number], .phone",
  row: "tr, [data-record]",
  slice: 50,
};
