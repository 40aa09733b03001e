/** What one value of a message can be. Flat messages carry text only; lists exist in typed ones. */
export type WireValue = string | boolean | readonly string[];

/** The named values of one message, in the order in which they are written. */
export type Payload = Readonly<Record<string, WireValue>>;
