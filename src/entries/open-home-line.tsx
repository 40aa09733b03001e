import { portChannel, type Channel } from "../base/channel.ts";
import { answerHomes, framesOf } from "../line/home-port.ts";
import type { LineOptions } from "../line/line-options.ts";
import { LostCalls } from "../line/lost-calls.ts";
import { RemoteJournal } from "../line/journal/remote-journal.ts";
import { StoredJournal } from "../line/journal/stored-journal.ts";
import { protocolVersion, type LineSnapshot, type ToLine, type ToView } from "../line/protocol.ts";
import { Turn } from "../line/turn.ts";
import { giveSigns } from "../line/window-signs.ts";
import { RemoteWishes } from "../line/wishes/remote-wishes.ts";
import { makeLine } from "./make-line.ts";
import { microphoneAllowed, noticed, type HomeOpening } from "./open-home.tsx";
import { openSoftphone } from "./open-softphone.tsx";

/**
 * The phone's own window where the browser keeps no worker: the whole line lives in it, and page loads touch neither
 * calls nor registration.
 */
export async function openHomeLine(
  { root, opener }: HomeOpening,
  { org }: { readonly org: string },
): Promise<void> {
  const [notice, phone] = [document.createElement("div"), document.createElement("div")];
  root.append(notice, phone);
  // The opener dies with its page; the page around it stays the same window.
  const top = opener.top ?? opener;
  await microphoneAllowed(notice);
  const journal = new RemoteJournal(new StoredJournal());
  const lostCalls: LineOptions["lostCalls"] = (options) => new LostCalls(options);
  // A page of a newer release cannot talk to this line, but asks for it: it gets the phone once that is idle.
  const turn = new Turn({ version: protocolVersion, org, locks: navigator.locks });
  const wishes = new RemoteWishes();
  const made = makeLine({ place: "window", org, journal, lostCalls, wishes, turn });
  const connect = () => {
    const { port1, port2 } = new MessageChannel();
    // A page of another partition holds no lock that could be seen here: its port tells that it is gone.
    port2.addEventListener("close", made.connect(portChannel(port2)));
    return port1;
  };
  answerHomes(window, { openPort: () => portOf((port) => void journal.use(port)), end: "journal" });
  answerHomes(window, { openPort: () => portOf((port) => wishes.use(port)), end: "wishes" });
  answerHomes(window, { openPort: connect, onOther: (release) => turn.wantedBy(release) });
  const line = portChannel<ToView, ToLine>(connect());
  openSoftphone({
    root: phone,
    ...{ allowed: [], inSalesforce: false, home: true },
    reach: () => noticed(line, notice, "isLine"),
  });
  closeWhenAlone(top, line);
  giveSigns(window, () => framesOf(top));
}

/** The other end of a new port, of which `use` gets this one. */
function portOf(use: (port: MessagePort) => void): MessagePort {
  const { port1, port2 } = new MessageChannel();
  use(port2);
  return port1;
}

/** Milliseconds between two looks at the tab that opened the window. */
const pause = 2_000;

/**
 * Once the tab that opened it is closed, no page ever finds this window again: with its last call it signs out, and
 * closes itself.
 */
function closeWhenAlone(top: Window, line: Channel<ToView, ToLine>): void {
  let last: LineSnapshot | undefined;
  line.listen((message) => {
    if (message.type === "snapshot") last = message.snapshot;
  });
  setInterval(() => {
    const isIdle = last?.calls.every(({ state }) => state.phase === "ended") ?? true;
    if (!top.closed || !isIdle) return;
    if (last?.registration.phase === "signedOut") window.close();
    else line.send({ type: "signOut" });
  }, pause);
}
