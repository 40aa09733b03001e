import { portChannel } from "../base/channel.ts";
import { StoredJournal } from "../line/journal/stored-journal.ts";
import { Line } from "../line/line.ts";
import { orgOf } from "../line/line-name.ts";
import { MediaRouter } from "../line/media-router.ts";
import { protocolVersion } from "../line/protocol.ts";
import { Turn } from "../line/turn.ts";
import { installFacade } from "../telephony/sip/install-facade.ts";
import { SipPhone } from "../telephony/sip/sip-phone.ts";

/** What a shared worker's global object has, and TypeScript's DOM library leaves out. */
interface WorkerScope {
  onconnect: ((event: MessageEvent) => void) | null;
  /** Says for which org the line is; see `workerPort`. */
  readonly name: string;
  close(): void;
}

// This file only ever runs in a shared worker.
const scope = globalThis as unknown as WorkerScope;

installFacade();
const org = orgOf(scope.name);
// Never given back: the browser does that when the worker is no more.
const lifeLock = `switchhook-line-${crypto.randomUUID()}`;
navigator.locks.request(lifeLock, () => new Promise(() => undefined)).catch(() => undefined);
const media = new MediaRouter();
const line = new Line({
  phone: new SipPhone({ media }),
  media,
  whenReleased: (lock) => navigator.locks.request(lock, () => undefined),
  journal: new StoredJournal(),
  org,
  lifeLock,
  turn: new Turn({ version: protocolVersion, org, locks: navigator.locks }),
  onClosed: () => scope.close(),
});

scope.onconnect = ({ ports: [port] }) => {
  if (port) line.connect(portChannel(port));
};
