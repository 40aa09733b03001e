import { withDeadline } from "../base/deadline.ts";
import { pageMemory } from "../base/page-memory.ts";
import { askForPort } from "../line/home-port.ts";
import { serveJournal } from "../line/journal/remote-journal.ts";
import { StoredJournal } from "../line/journal/stored-journal.ts";
import { findWindow, onSign, windowHint } from "../line/window-signs.ts";
import { serveLine } from "./line-here.ts";
import { noteClosed } from "./notes.ts";

/** Milliseconds the phone's own window has to answer: it may be busy, or another page by now. */
const patience = 2_000;

/** Connects `port` with the line in the phone's own window where there is one; else the line lives in this page. */
export async function reachWithoutWorker(port: MessagePort): Promise<void> {
  const home = await findWindow(window);
  const line = home && (await lineIn(home).catch(() => undefined));
  if (line) {
    join(port, line);
    watch(home, line);
  } else {
    windowHint.clear(pageMemory(window));
    serveLine(port);
    onSign(window, ({ name }) => {
      // The next page finds it there, and the line in it takes over what this page's had.
      windowHint.set(pageMemory(window), name);
      location.reload();
    });
  }
}

/** The line, which from now on keeps its journal in this page's storage. */
async function lineIn(home: Window): Promise<MessagePort> {
  const pages = () => [home];
  const asked = { window, pages, pause: 100 };
  const [journal, line] = await withDeadline(
    Promise.all([askForPort({ ...asked, end: "journal" }), askForPort(asked)]),
    patience,
    "the phone's window",
  );
  serveJournal(new StoredJournal(), journal);
  return line;
}

function join(view: MessagePort, line: MessagePort): void {
  view.addEventListener("message", ({ data }) => line.postMessage(data));
  line.addEventListener("message", ({ data }) => view.postMessage(data));
  view.start();
  line.start();
  // What the view says now would not be passed on any more.
  window.addEventListener("pagehide", () => line.postMessage({ type: "detach" }));
}

/** Milliseconds between two looks, where the browser does not tell that a port is closed. */
const lookEvery = 1_000;

/** The window is closed: the line of the next page takes over what it had. */
function watch(home: Window, line: MessagePort): void {
  const closed = () => {
    clearInterval(looking);
    windowHint.clear(pageMemory(window));
    noteClosed();
    location.reload();
  };
  const looking = setInterval(() => {
    if (home.closed) closed();
  }, lookEvery);
  line.addEventListener("close", closed);
}
