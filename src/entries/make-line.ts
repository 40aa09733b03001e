import { Line, type LineOptions } from "../line/line.ts";
import { MediaRouter } from "../line/media-router.ts";
import { installFacade } from "../telephony/sip/install-facade.ts";
import { SipPhone } from "../telephony/sip/sip-phone.ts";

/** The line over SIP, wherever it is to live. */
export function makeLine(options: Pick<LineOptions, "place" | "onClosed">): Line {
  installFacade();
  const media = new MediaRouter();
  return new Line({
    phone: new SipPhone({ media }),
    media,
    whenReleased: (lock) => navigator.locks.request(lock, () => undefined),
    ...options,
  });
}
