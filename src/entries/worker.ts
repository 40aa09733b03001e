import { portChannel } from "../base/channel.ts";
import { Line } from "../line/line.ts";
import { MediaRouter } from "../line/media-router.ts";
import { installFacade } from "../telephony/sip/install-facade.ts";
import { SipPhone } from "../telephony/sip/sip-phone.ts";

/** What a shared worker's global object has, and TypeScript's DOM library leaves out. */
interface WorkerScope {
  onconnect: ((event: MessageEvent) => void) | null;
  close(): void;
}

// This file only ever runs in a shared worker.
const scope = globalThis as unknown as WorkerScope;

installFacade();
const media = new MediaRouter();
const line = new Line({
  phone: new SipPhone({ media }),
  media,
  whenReleased: (lock) => navigator.locks.request(lock, () => undefined),
  onClosed: () => scope.close(),
});

scope.onconnect = ({ ports: [port] }) => {
  if (port) line.connect(portChannel(port));
};
