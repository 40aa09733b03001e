import { StoredJournal } from "../line/journal/stored-journal.ts";
import { StoredLists } from "../line/calling-list/stored-lists.ts";
import { NumberKeeper } from "../line/kept/number-keeper.ts";
import { storedNumbers } from "../line/kept/number-store.ts";
import { Line } from "../line/line.ts";
import type { LineOptions } from "../line/line-options.ts";
import { MediaRouter } from "../line/media-router.ts";
import { protocolVersion } from "../line/protocol.ts";
import { Turn } from "../line/turn.ts";
import { installFacade } from "../telephony/sip/install-facade.ts";
import { SipPhone } from "../telephony/sip/sip-phone.ts";

/** The line over SIP, wherever it is to live. */
export function makeLine(
  options: Pick<LineOptions, "place" | "org" | "successor" | "journal" | "lifeLock" | "onClosed">,
): Line {
  installFacade();
  const media = new MediaRouter();
  const { org = "", place } = options;
  return new Line({
    phone: new SipPhone({ media }),
    media,
    journal: new StoredJournal(),
    ...(place !== "window" && besideOthers(org)),
    lists: new StoredLists(),
    numbers: new NumberKeeper(storedNumbers()),
    ...options,
  });
}

/** Locks and turns are for lines and views of one partition; the phone's own window has one for itself. */
function besideOthers(org: string): Pick<LineOptions, "whenReleased" | "turn"> {
  const { locks } = navigator;
  return {
    whenReleased: (lock) => locks.request(lock, () => undefined),
    turn: new Turn({ version: protocolVersion, org, locks }),
  };
}
