/** One thing that happened at the exchange's outer door. */
export type ExchangeLogEntry = {
  readonly direction: "in" | "out" | "note";
  /** Which connection. */
  readonly connection: string;
  /** The message, with the proofs of passwords taken out; or what is to be noted. */
  readonly text: string;
};

export type ExchangeLog = (entry: ExchangeLogEntry) => void;

/** Takes out what could help to guess a password. */
export function redacted(text: string): string {
  return text.replace(/^((?:proxy-)?authorization):.*(?:\r?\n[ \t].*)*/gim, "$1: (redacted)");
}
