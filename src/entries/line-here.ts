import { portChannel } from "../base/channel.ts";
import { pageMemory } from "../base/page-memory.ts";
import { PageJournal } from "../line/journal/page-journal.ts";
import { StoredJournal } from "../line/journal/stored-journal.ts";
import { lineName, orgOf } from "../line/line-name.ts";
import { makeLine } from "./make-line.ts";

const left = "switchhook-line-left";

/**
 * Lets the line live in this page, and connects the other end of `port` with it. It goes with the page without a word
 * to the other side: the next page's line takes its calls over.
 */
export function serveLine(port: MessagePort): void {
  const memory = pageMemory(window);
  const leftAt = Number(memory.getItem(left) ?? 0);
  const journal = new PageJournal({ stored: new StoredJournal(), memory });
  window.addEventListener("pagehide", () => {
    memory.setItem(left, String(Date.now()));
    journal.leave();
  });
  const org = orgOf(lineName(location));
  makeLine({ place: "page", org, journal, successor: { leftAt } }).connect(portChannel(port));
}
