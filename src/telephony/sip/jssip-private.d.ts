/* eslint-disable no-restricted-syntax -- CommonJS modules whose whole export is one class */
// The parts of JsSIP 3.13.8 that its own types leave out. `checkPrivateNames` looks at start-up whether they are there.

declare module "jssip/lib/Dialog.js" {
  import type { IncomingRequest } from "jssip/lib/SIPMessage";
  import type { InviteResponse } from "jssip/lib/RTCSession.js";

  class Dialog {
    readonly id: { readonly remote_tag: string };
    /** Why it could not be made. */
    readonly error?: unknown;
    readonly uac_pending_reply: boolean;
    constructor(owner: object, response: InviteResponse, side: "UAC");
    sendRequest(method: string): void;
    terminate(): void;
    _checkInDialogRequest(request: IncomingRequest): boolean;
  }
  export default Dialog;
}

declare module "jssip/lib/Dialog/RequestSender.js" {
  class DialogRequestSender {
    /** The request has been sent a second time already. */
    _reattempt: boolean;
    _receiveResponse(response: { readonly status_code: number }): void;
  }
  export default DialogRequestSender;
}

declare module "jssip/lib/RTCSession.js" {
  import type Dialog from "jssip/lib/Dialog.js";

  /** An answer to an INVITE of ours. */
  export interface InviteResponse {
    readonly status_code: number;
    readonly call_id: string;
    readonly from_tag: string;
    readonly to_tag?: string;
    readonly cseq: number;
    body: string;
    getHeader(name: string): string | undefined;
  }
  class RTCSession {
    /** Absent once the call is over. */
    readonly _dialog?: Dialog | null;
    /** Of whoever answered first. */
    readonly _to_tag: string | null;
    /** Whether our ACK is sent. */
    readonly _is_confirmed: boolean;
    readonly _earlyDialogs: Readonly<
      Partial<
        Record<
          string,
          { sendRequest(method: string, options: { extraHeaders: readonly string[] }): void }
        >
      >
    >;
    isEnded(): boolean;
    once(name: "ended", listener: () => void): void;
    _receiveInviteResponse(response: InviteResponse): void;
  }
  export default RTCSession;
}

declare module "jssip/lib/RequestSender.js" {
  /** An answer to any request of ours. */
  export interface AnswerToRequest {
    readonly status_code: number;
    readonly headers: Readonly<Partial<Record<string, { readonly raw: string }[]>>>;
    getHeader(name: string): string | undefined;
  }
  interface Request {
    cseq: number;
    clone(): Request;
    setHeader(name: string, value: string): void;
  }
  class RequestSender {
    readonly _method: string;
    readonly _eventHandlers: { onAuthenticated(request: Request): void };
    _request: Request;
    _auth: object | null;
    _challenged: boolean;
    send(): void;
    _receiveResponse(response: AnswerToRequest): void;
  }
  export default RequestSender;
}

declare module "jssip/lib/Registrator.js" {
  class Registrator {
    unregister(): void;
  }
  export default Registrator;
}

declare module "jssip/lib/Transport.js" {
  class Transport {
    _reconnect(): void;
  }
  export default Transport;
}

declare module "jssip/lib/DigestAuthentication.js" {
  interface Challenge {
    readonly algorithm?: string | null;
    readonly nonce?: string;
    readonly qop?: readonly string[];
  }
  class DigestAuthentication {
    _algorithm: string | null;
    readonly _nonce: string | null;
    _nc: number;
    authenticate(request: object, challenge: Challenge, cnonce?: string | null): boolean;
    /** The value of the header `Authorization`. */
    toString(): string;
  }
  export default DigestAuthentication;
}

declare module "jssip/lib/Subscriber.js" {
  import type { UA } from "jssip";
  import type { Subscriber as Typed } from "jssip/lib/Subscriber";

  const Subscriber: new (
    ua: UA,
    target: string,
    event: string,
    accept: string,
    options: { readonly expires: number },
  ) => Typed;
  export default Subscriber;
}

declare module "jssip/lib/Utils.js" {
  const Utils: { calculateMD5: (text: string) => string; newTag: () => string };
  export default Utils;
}
