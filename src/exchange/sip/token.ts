import { randomBytes } from "node:crypto";

/** Nobody can guess it: for tags, call identifiers and nonces. */
export function randomToken(bytes = 8): string {
  return randomBytes(bytes).toString("hex");
}

/** A new transaction's mark; the first seven letters are RFC 3261's. */
export function newBranch(): string {
  return `z9hG4bK${randomToken()}`;
}
