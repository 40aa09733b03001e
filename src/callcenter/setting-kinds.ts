/** How one setting is read from the text that Salesforce keeps, and how it is explained to an administrator. */
export interface Setting<Value> {
  /** Shown beside the field in Setup. */
  readonly label: string;
  /** One or two sentences for the administrator's manual. */
  readonly help: string;
  /** What an absent or empty item means. */
  readonly default: Value;
  /** The default as an administrator would write it, where that is not plain. */
  readonly written?: string;
  /** Turns the item's text into its value; `undefined` when the text means nothing. */
  readonly read: (text: string) => Value | undefined;
  /** What a valid text looks like, for the message about an invalid one. */
  readonly expected: string;
}

interface Words {
  readonly label: string;
  readonly help: string;
}

/** Any text. */
export function text(words: Words): Setting<string> {
  return { ...words, default: "", read: (given) => given, expected: "a text" };
}

/** `true` or `false`, also written yes/no, on/off, 1/0. */
export function flag(words: Words & { default: boolean }): Setting<boolean> {
  const read = (given: string) => {
    if (/^(true|yes|on|1)$/i.test(given)) return true;
    return /^(false|no|off|0)$/i.test(given) ? false : undefined;
  };
  return { ...words, read, expected: "true or false" };
}

/** A whole number of seconds. */
export function seconds(
  words: Words & { default: number; from: number; to: number },
): Setting<number> {
  const read = (given: string) => {
    const value = /^\d{1,6}$/.test(given) ? Number(given) : NaN;
    return value >= words.from && value <= words.to ? value : undefined;
  };
  return { ...words, read, expected: `seconds, from ${words.from} to ${words.to}` };
}

/** One word out of a list. */
export function choice<Word extends string>(
  words: Words & { default: NoInfer<Word>; of: readonly Word[] },
): Setting<Word> {
  const read = (given: string) => words.of.find((word) => word === given.toLowerCase());
  return { ...words, read, expected: words.of.join(", ") };
}

/** Digits that are put before a number. */
export function prefix(words: Words): Setting<string> {
  const read = (given: string) => (/^\+?[\d*#]*$/.test(given) ? given : undefined);
  return { ...words, default: "", read, expected: "digits, * and #" };
}

/** WebSocket addresses, separated by blanks or commas; a path such as `/sip` is on the softphone's own host. */
export function socketAddresses(words: Words): Setting<readonly string[]> {
  const read = (given: string) => {
    const addresses = given.split(/[\s,]+/).filter(Boolean);
    return addresses.every((each) => /^(wss?:\/\/[^/@\s]+(\/\S*)?|\/(?!\/)\S*)$/.test(each))
      ? addresses
      : undefined;
  };
  return { ...words, default: [], read, expected: "addresses that begin with wss:// or ws://" };
}

/** A path on the softphone's own host. Nothing else is ever asked for a password. */
export function ownPath(words: Words): Setting<string> {
  const read = (given: string) => (/^\/(?![/\\])/.test(given) ? given : undefined);
  return { ...words, default: "", read, expected: "a path that begins with one /" };
}

/** Several texts, separated by semicolons. */
export function words({
  default: usual = [],
  ...given
}: Words & { default?: readonly string[] }): Setting<readonly string[]> {
  const read = (text: string) =>
    text
      .split(";")
      .map((each) => each.trim())
      .filter(Boolean);
  const expected = "texts separated by semicolons";
  return { ...given, default: usual, written: usual.join("; "), read, expected };
}

/** The Id of a record of one kind, told by its first three characters. */
export function recordId(given: Words & { prefix: string }): Setting<string> {
  const { prefix, ...rest } = given;
  const read = (text: string) =>
    /^[a-z\d]{15}([a-z\d]{3})?$/i.test(text) && text.startsWith(prefix) ? text : undefined;
  return { ...rest, default: "", read, expected: `an Id that begins with ${prefix}` };
}
