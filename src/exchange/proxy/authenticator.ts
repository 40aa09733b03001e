import { parseAddress } from "../sip/address.ts";
import {
  type DigestAlgorithm,
  type DigestInput,
  digestResponse,
  parseCredentials,
  sameSecret,
} from "../sip/digest.ts";
import { required, type SipRequest, type SipResponse } from "../sip/message.ts";
import { replyTo } from "../sip/reply.ts";
import { parseUri } from "../sip/uri.ts";
import { Nonces } from "./nonces.ts";

export type AuthenticatorOptions = {
  readonly realm: string;
  readonly passwords: ReadonlyMap<string, string>;
  readonly algorithm: DigestAlgorithm;
  readonly nonceLifetime: number;
};

/** `401` from the registrar, `407` from the proxy: the same questions under other names. */
type Asker = {
  readonly status: number;
  readonly challenge: string;
  readonly credentials: string;
  /** The field that names who must be the one that has the password. */
  readonly identity: "from" | "to";
};

const registrar: Asker = {
  status: 401,
  challenge: "www-authenticate",
  credentials: "authorization",
  identity: "to",
};
const proxy: Asker = {
  status: 407,
  challenge: "proxy-authenticate",
  credentials: "proxy-authorization",
  identity: "from",
};

type Verdict = "right" | "stale" | "wrong" | "notTheirs";

/** Asks for the password, by digest, and judges the answer. */
export class Authenticator {
  readonly #options: AuthenticatorOptions;
  readonly #nonces: Nonces;

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
    this.#nonces = new Nonces(options.nonceLifetime);
  }

  /** What to answer a request whose sender has not proven who they are; `undefined` for one who has. */
  objection(request: SipRequest): SipResponse | undefined {
    const asker = request.method === "REGISTER" ? registrar : proxy;
    const credentials = parseCredentials(request.headers.get(asker.credentials) ?? "");
    if (!credentials) return this.#challenge(request, asker, false);
    const verdict = this.#judge(request, asker, credentials);
    if (verdict === "right") return undefined;
    if (verdict === "notTheirs") return replyTo(request, 403);
    return this.#challenge(request, asker, verdict === "stale");
  }

  #challenge(request: SipRequest, asker: Asker, stale: boolean): SipResponse {
    const parts = [
      `realm="${this.#options.realm}"`,
      `nonce="${this.#nonces.give()}"`,
      `algorithm=${this.#options.algorithm}`,
      `qop="auth"`,
      ...(stale ? ["stale=true"] : []),
    ];
    const field = [asker.challenge, `Digest ${parts.join(", ")}`] as const;
    return replyTo(request, asker.status, { headers: [field] });
  }

  #judge(request: SipRequest, asker: Asker, given: ReadonlyMap<string, string>): Verdict {
    const input = this.#inputOf(request, given);
    const password = this.#options.passwords.get(input.username);
    if (password === undefined || input.realm !== this.#options.realm) return "wrong";
    const expected = digestResponse(input, password);
    if (!sameSecret(expected, given.get("response") ?? "")) return "wrong";
    if (!this.#nonces.isFresh(input.nonce)) return "stale";
    const identity = parseUri(parseAddress(required(request, asker.identity)).uri);
    return identity?.user === input.username ? "right" : "notTheirs";
  }

  #inputOf(request: SipRequest, given: ReadonlyMap<string, string>): DigestInput {
    const text = (name: string) => given.get(name) ?? "";
    const input: DigestInput = {
      algorithm: this.#options.algorithm,
      username: text("username"),
      realm: text("realm"),
      method: request.method,
      uri: text("uri"),
      nonce: text("nonce"),
    };
    if (!given.has("qop")) return input;
    const qop = { name: text("qop"), count: text("nc"), clientNonce: text("cnonce") };
    return { ...input, qop };
  }
}
