import { StoredJournal } from "../line/journal/stored-journal.ts";
import type { WishStore } from "../line/wishes/wish-store.ts";
import { LateNumberKeeper } from "../line/kept/late-number-keeper.ts";
import { Line } from "../line/line.ts";
import type { LineOptions } from "../line/line-options.ts";
import { MediaRouter } from "../line/media-router.ts";
import { protocolVersion } from "../line/protocol.ts";
import { Turn } from "../line/turn.ts";
import { installFacade } from "../telephony/sip/install-facade.ts";
import { SipPhone, type SipPhoneOptions } from "../telephony/sip/sip-phone.ts";

type Given =
  | "place"
  | "org"
  | "lostCalls"
  | "wishes"
  | "journal"
  | "lifeLock"
  | "onClosed"
  | "handOver"
  | "turn";

/** The line over SIP, wherever it is to live. */
export function makeLine({
  tab,
  ...options
}: Pick<LineOptions, Given> & Pick<SipPhoneOptions, "tab">): Line {
  installFacade();
  const media = new MediaRouter();
  const { org = "", place } = options;
  return new Line({
    phone: new SipPhone({ media, ...(tab && { tab }) }),
    media,
    journal: new StoredJournal(),
    ...(place !== "window" && besideOthers(org)),
    lists: storedLists,
    wishes: storedWishes(org),
    numbers: new LateNumberKeeper(storedNumbers),
    ...options,
  });
}

/** Locks and turns are for lines and views of one partition; the phone's own window has one for itself. */
function besideOthers(org: string): Pick<LineOptions, "whenReleased" | "isLocked" | "turn"> {
  const { locks } = navigator;
  return {
    whenReleased: (lock) => locks.request(lock, () => undefined),
    isLocked: async (lock) => {
      const { held = [], pending = [] } = await locks.query();
      return [...held, ...pending].some(({ name }) => name === lock);
    },
    turn: new Turn({ version: protocolVersion, org, locks }),
  };
}

// What a line can ring without is loaded beside it: the first sign-in asks for all of it.

const late = () => import("../line/late.ts");

const storedLists = async () => new (await late()).StoredLists();
const storedNumbers = async () => (await late()).storedNumbers();

function storedWishes(org: string): WishStore {
  const none = () => undefined;
  const store = late().then(({ DiskWishes }) => new DiskWishes(org), none);
  return {
    last: async () => (await store)?.last(),
    keep: async (kept) => (await store)?.keep(kept),
  };
}
