import { render } from "preact";
import type { Channel } from "../base/channel.ts";
import { askForPort, framesOf } from "../line/home-port.ts";
import { whenLineGone, windowChannel } from "../line/port-life.ts";
import type { ToLine, ToView } from "../line/protocol.ts";
import { HomeNotice } from "../ui/window/HomeNotice.tsx";
import { openSoftphone } from "./open-softphone.tsx";

/** Where the phone's own window opens. */
export interface HomeOpening {
  readonly root: HTMLElement;
  /** The page that opened it. */
  readonly opener: Window;
}

/** The phone's own window: carries the audio of every call, whatever becomes of the pages. */
export async function openHome({ root, opener }: HomeOpening): Promise<void> {
  const [notice, phone] = [document.createElement("div"), document.createElement("div")];
  root.append(notice, phone);
  // The opener dies with its page; the page around it stays the same window.
  const top = opener.top ?? opener;
  await microphoneAllowed(notice);
  for (;;) {
    render(<HomeNotice state="connecting" />, notice);
    const port = await askForPort({
      ...{ window, pages: () => framesOf(top) },
      onOther: () => render(<HomeNotice state="newRelease" />, notice),
    });
    const close = openSoftphone({
      root: phone,
      ...{ allowed: [], inSalesforce: false, home: true },
      reach: () => noticed(windowChannel(port), notice),
    });
    await whenLineGone(port);
    close();
  }
}

/** Says in the window what the line makes of it. */
export function noticed(
  line: Channel<ToView, ToLine>,
  notice: Element,
  asUsual: "isHome" | "isLine" = "isHome",
): Channel<ToView, ToLine> {
  let self = "";
  line.listen((message) => {
    if (message.type !== "snapshot") return;
    const { otherRelease, home } = message.snapshot;
    const isOther = home !== undefined && home !== self;
    const state = otherRelease === "newer" ? "newRelease" : isOther ? "otherHome" : asUsual;
    render(<HomeNotice state={state} />, notice);
  });
  return {
    ...line,
    send(message) {
      if (message.type === "attach") self = message.view;
      line.send(message);
    },
  };
}

/** Resolves once the microphone may be used; a window has to be allowed it apart from Salesforce's pages. */
export async function microphoneAllowed(notice: Element): Promise<void> {
  render(<HomeNotice state="microphone" />, notice);
  for (;;) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      for (const track of stream.getTracks()) track.stop();
      return;
    } catch {
      await new Promise<void>((resolve) => {
        render(<HomeNotice state="microphone" onTryAgain={resolve} />, notice);
      });
    }
  }
}
