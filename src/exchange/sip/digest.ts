import { createHash, timingSafeEqual } from "node:crypto";

/** MD5 is what every telephone speaks, SHA-256 is RFC 8760's. */
export type DigestAlgorithm = "MD5" | "SHA-256";

/** All that goes into a digest response, besides the password. */
export type DigestInput = {
  readonly algorithm: DigestAlgorithm;
  readonly username: string;
  readonly realm: string;
  readonly method: string;
  readonly uri: string;
  readonly nonce: string;
  /** Absent for clients of RFC 2069. */
  readonly qop?: { readonly name: string; readonly count: string; readonly clientNonce: string };
};

/** The proof that one knows the password, without sending it (RFC 7616). */
export function digestResponse(input: DigestInput, password: string): string {
  const hash = (text: string) =>
    createHash(input.algorithm === "MD5" ? "md5" : "sha256")
      .update(text)
      .digest("hex");
  const who = hash(`${input.username}:${input.realm}:${password}`);
  const what = hash(`${input.method}:${input.uri}`);
  const { nonce, qop } = input;
  const middle = qop ? `${nonce}:${qop.count}:${qop.clientNonce}:${qop.name}` : nonce;
  return hash(`${who}:${middle}:${what}`);
}

/** The parameters of an `Authorization` field; `undefined` when it speaks of another scheme. */
export function parseCredentials(value: string): ReadonlyMap<string, string> | undefined {
  const [, list] = /^\s*Digest\s+(.*)$/is.exec(value) ?? [];
  if (list === undefined) return undefined;
  const found = list.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^,\s]*))/g);
  return new Map(
    [...found].map(([, name = "", quoted, plain = ""]) => [name.toLowerCase(), quoted ?? plain]),
  );
}

/** Compares without telling by its time how much was right. */
export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
