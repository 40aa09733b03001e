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

/** How a setting is explained. */
export interface Words {
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

/** A small whole number. */
export function count(
  words: Words & { default: number; from: number; to: number },
): Setting<number> {
  const read = (given: string) => {
    const value = /^\d{1,6}$/.test(given) ? Number(given) : NaN;
    return value >= words.from && value <= words.to ? value : undefined;
  };
  return { ...words, read, expected: `a number from ${words.from} to ${words.to}` };
}

/** How often something is done. */
export function times(words: Words & { default: number; to: number }): Setting<number> {
  const read = (given: string) =>
    /^\d{1,3}$/.test(given) && Number(given) <= words.to ? Number(given) : undefined;
  return { ...words, read, expected: `a number from 0 to ${words.to}` };
}

/** A method of an Apex class, with its namespace if it has one. */
export function apexMethod(words: Words): Setting<string> {
  const read = (given: string) => (/^(\w+\.){1,2}\w+$/.test(given) ? given : undefined);
  return { ...words, default: "", read, expected: "Class.method" };
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

/** A country by its two letters. */
export function country(words: Words): Setting<string> {
  const read = (given: string) => (/^[a-z]{2}$/i.test(given) ? given.toUpperCase() : undefined);
  return { ...words, default: "", read, expected: "two letters, such as US" };
}

/** How many digits. */
export function digitCount(words: Words & { default: number }): Setting<number> {
  const read = (given: string) => (/^\d$/.test(given) ? Number(given) : undefined);
  return { ...words, read, expected: "a number from 0 to 9" };
}

/** Short numbers, separated by blanks or commas. */
export function shortNumbers(words: Words): Setting<readonly string[]> {
  const read = (given: string) => {
    const numbers = given.split(/[\s,;]+/).filter(Boolean);
    return numbers.every((each) => /^\d{2,6}$/.test(each)) ? numbers : undefined;
  };
  return { ...words, default: [], read, expected: "short numbers, separated by blanks" };
}

/** A name and whom to call for it. */
export interface NamedNumber {
  readonly name: string;
  readonly number: string;
}

/** `Reception: 100; Support: +1 415 555 0199` */
export function namedNumbers(words: Words): Setting<readonly NamedNumber[]> {
  const read = (given: string) => {
    const entries = given.split(/[;\n]/).filter((each) => each.trim() !== "");
    const named = entries.map((each) => /^\s*([^:]+?)\s*:\s*(.*\S)\s*$/.exec(each));
    const all = named.flatMap((found) => {
      const [, name, number] = found ?? [];
      return name === undefined || number === undefined ? [] : [{ name, number }];
    });
    return all.length === entries.length ? all : undefined;
  };
  return { ...words, default: [], read, expected: "names and numbers: Reception: 100; Help: 101" };
}

/** STUN and TURN servers as browsers write them, separated by blanks or commas. */
export function iceAddresses(words: Words): Setting<readonly string[]> {
  const address = /^(stuns?:[^\s?/@]+|turns?:[^\s?/@]+(\?transport=(udp|tcp))?)$/i;
  const read = (given: string) => {
    const addresses = given.split(/[\s,]+/).filter(Boolean);
    return addresses.every((each) => address.test(each)) ? addresses : undefined;
  };
  return {
    ...words,
    default: [],
    read,
    expected: "addresses such as stun:stun.example.com turns:turn.example.com?transport=tcp",
  };
}

/** Whether a SIP header field may be read; those that prove a password never are. */
export function isHeaderName(text: string): boolean {
  return /^(?!.*authori[sz]ation)[a-z0-9-]{1,60}$/i.test(text);
}

/** Names of SIP header fields, separated by blanks or commas. */
export function headerNames(words: Words): Setting<readonly string[]> {
  const read = (given: string) => {
    const names = given.split(/[\s,]+/).filter(Boolean);
    return names.every(isHeaderName) ? names : undefined;
  };
  return { ...words, default: [], read, expected: "names of header fields, separated by blanks" };
}
