/* eslint-disable no-restricted-syntax -- CommonJS modules whose whole export is one class */
// The parts of JsSIP 3.13.8 that its own types leave out. `checkPrivateNames` looks at start-up whether they are there.

declare module "jssip/lib/Dialog.js" {
  import type { IncomingRequest } from "jssip/lib/SIPMessage";

  class Dialog {
    readonly uac_pending_reply: boolean;
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
  // Only looked at for its prototype.
  class RTCSession {
    isEnded(): boolean;
  }
  export default RTCSession;
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
  }
  class DigestAuthentication {
    _algorithm: string | null;
    authenticate(request: object, challenge: Challenge, cnonce?: string | null): boolean;
    /** The value of the header `Authorization`. */
    toString(): string;
  }
  export default DigestAuthentication;
}

declare module "jssip/lib/Utils.js" {
  const Utils: { calculateMD5: (text: string) => string };
  export default Utils;
}
