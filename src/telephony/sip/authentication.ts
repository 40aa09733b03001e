import DigestAuthentication from "jssip/lib/DigestAuthentication.js";
import RequestSender, { type AnswerToRequest } from "jssip/lib/RequestSender.js";
import Utils from "jssip/lib/Utils.js";
import { sha256 } from "./sha-256.ts";

/** Lets JsSIP answer what servers ask for a password, beyond the one MD5 challenge that it knows. */
export function answerChallenges(): void {
  answerSha256();
  answerEachRealm();
}

/**
 * All but the hash of SHA-256 (RFC 8760) is as with MD5. A new nonce is counted from one; and where the server leaves
 * the choice, the body is not part of the proof: what stands in between changes bodies.
 */
function answerSha256(): void {
  const prototype = DigestAuthentication.prototype;
  // Called with its own `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const answer = prototype.authenticate;
  prototype.authenticate = function (request, given, cnonce) {
    if (given.nonce !== this._nonce) this._nc = 0;
    const challenge = given.qop?.includes("auth") ? { ...given, qop: ["auth"] } : given;
    if (challenge.algorithm?.toUpperCase() !== "SHA-256")
      return answer.call(this, request, challenge, cnonce);
    const md5 = Utils.calculateMD5;
    Utils.calculateMD5 = sha256;
    try {
      return answer.call(this, request, { ...challenge, algorithm: "MD5" }, cnonce);
    } finally {
      Utils.calculateMD5 = md5;
      this._algorithm = "SHA-256";
    }
  };
}

/** Which challenges a request has answered already. */
const answered = new WeakMap<RequestSender, Set<string>>();

/** Lets JsSIP, which reads the first of several challenges and answers once, choose the best, and answer each asker. */
function answerEachRealm(): void {
  const prototype = RequestSender.prototype;
  // Called with its own `this` below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const receive = prototype._receiveResponse;
  prototype._receiveResponse = function (response) {
    const best = putBestFirst(response);
    if (best !== undefined) {
      const before = answered.get(this) ?? new Set();
      answered.set(this, before);
      const asker = `${response.status_code} ${realmOf(best)}`;
      // Another proxy on the way asks for itself. The same one asks again only when the password is wrong.
      if (this._challenged && !before.has(asker)) {
        this._challenged = false;
        this._auth = null;
      }
      before.add(asker);
    }
    receive.call(this, response);
  };
}

/** JsSIP answers the challenge that stands first: it shall be the strongest that we know. */
function putBestFirst({ status_code: status, headers }: AnswerToRequest): string | undefined {
  if (status !== 401 && status !== 407) return undefined;
  const challenges = headers[status === 401 ? "WWW-Authenticate" : "Proxy-Authenticate"];
  challenges?.sort((one, other) => strength(other.raw) - strength(one.raw));
  return challenges?.[0]?.raw;
}

function strength(challenge: string): number {
  if (!/^\s*digest\s/i.test(challenge)) return 0;
  const algorithm = /[\s,]algorithm\s*=\s*"?([\w-]+)/i.exec(challenge)?.[1]?.toUpperCase();
  return { "SHA-256": 3, MD5: 2 }[algorithm ?? "MD5"] ?? 1;
}

const realmOf = (challenge: string) => /[\s,]realm\s*=\s*"([^"]*)"/i.exec(challenge)?.[1] ?? "";
