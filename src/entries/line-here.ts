import { portChannel } from "../base/channel.ts";
import { pageMemory } from "../base/page-memory.ts";
import { PageJournal } from "../line/journal/page-journal.ts";
import { StoredJournal } from "../line/journal/stored-journal.ts";
import { lineName, orgOf } from "../line/line-name.ts";
import { LostCalls } from "../line/lost-calls.ts";
import { pageWishes } from "../line/wishes/page-wishes.ts";
import { leftLast, noteLeft } from "../line/worker-port.ts";
import { RingAgain } from "../telephony/sip/ring-again.ts";
import { makeLine } from "./make-line.ts";

const known = "switchhook-line-name";

/**
 * Lets the line live in this page, and connects the other end of `port` with it. It goes with the page without a word
 * to the other side: the next page's line takes its calls over.
 */
export function serveLine(port: MessagePort): void {
  const memory = pageMemory(window);
  const leftAt = leftLast(window);
  const journal = new PageJournal({ stored: new StoredJournal(), memory });
  const org = orgOf(lineName(location));
  const wishes = pageWishes(window);
  const line = makeLine({
    ...{
      place: "page",
      org,
      ...{ journal, wishes },
      lostCalls: (options) => new LostCalls({ ...options, leftAt }),
    },
    tab: { name: nameOfTab(memory), ringAgain: new RingAgain() },
    handOver: () => void journal.safe().then(() => location.reload()),
  });
  window.addEventListener("pagehide", () => {
    noteLeft(window);
    journal.leave();
    line.leave();
  });
  line.connect(portChannel(port));
}

/** What the server knows the phone in this tab by, over all its pages. */
function nameOfTab(memory: Pick<Storage, "getItem" | "setItem">): string {
  const name = memory.getItem(known) ?? crypto.randomUUID().replaceAll("-", "");
  memory.setItem(known, name);
  return name;
}
