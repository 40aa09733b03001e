import { withDeadline } from "../base/deadline.ts";
import { pageMemory, refusesStorage } from "../base/page-memory.ts";
import { askForPort, type AskOptions } from "../line/home-port.ts";
import { lineName, orgOf } from "../line/line-name.ts";
import {
  becomesShared,
  bridgeOf,
  isAwayFor,
  isShared,
  noteAway,
  onMoving,
  sayMoving,
  shareLine,
  useShared,
  type Bridge,
} from "../line/tab-bridge.ts";
import { serveJournal } from "../line/journal/remote-journal.ts";
import { StoredJournal } from "../line/journal/stored-journal.ts";
import { findWindow, onSign, windowHint } from "../line/window-signs.ts";
import { serveWishes } from "../line/wishes/remote-wishes.ts";
import { pageWishes } from "../line/wishes/page-wishes.ts";
import { serveLine } from "./line-here.ts";
import { noteClosed, sharedHint } from "./notes.ts";

/** Milliseconds the phone's own window has to answer: it may be busy, or another page by now. */
const patience = 2_000;

/** Milliseconds another tab has to come back from one page to the next, and for the page of another tab to go. */
const [absence, farewell] = [3_000, 300];

/** Connects `port` with the line in the phone's own window where there is one; else the line lives in this page. */
export async function reachWithoutWorker(port: MessagePort): Promise<void> {
  const hadWindow = hasWindow();
  const home = await findWindow(window);
  const line = home && (await lineIn(home).catch(() => undefined));
  const bridge = refusesStorage(window) ? undefined : bridgeOf(orgOf(lineName(location)));
  if (line) {
    join(port, line);
    watch(home, line);
    if (bridge) share(bridge, home);
  } else if (bridge && (await isInOtherTab(bridge, hadWindow))) {
    sharedHint.note();
    await useShared(bridge, port, absence);
    startOver();
  } else serveHere(port, bridge);
}

/** The page before this one had it, or this one has. */
const hasWindow = () => windowHint.get(pageMemory(window)) !== undefined;

/** What pages before this one left matters only while the tab with the window is between two pages: not in that tab. */
async function isInOtherTab(bridge: Bridge, hadWindow: boolean): Promise<boolean> {
  if (await isShared(bridge)) return true;
  const mayComeBack = sharedHint.take() || (!hadWindow && isAwayFor(bridge, absence));
  return mayComeBack && becomesShared(bridge, absence);
}

function share(bridge: Bridge, home: Window): void {
  shareLine(bridge, () => portOf(home));
  window.addEventListener("pagehide", () => {
    // Where it is closed no next page will have it.
    if (hasWindow()) noteAway(bridge);
  });
}

function serveHere(port: MessagePort, bridge: Bridge | undefined): void {
  windowHint.clear(pageMemory(window));
  serveLine(port);
  onSign(window, ({ name }) => {
    // The next page finds it there, and the line in it takes over what this page's had.
    windowHint.set(pageMemory(window), name);
    if (bridge) sayMoving(bridge);
    setTimeout(() => location.reload(), bridge ? farewell : 0);
  });
  if (bridge)
    onMoving(bridge, () => {
      sharedHint.note();
      location.reload();
    });
}

/** The tab with the window is gone: this one has to do without. */
function startOver(): void {
  sharedHint.take();
  location.reload();
}

/** The line, which from now on keeps its journal, and what the agent wants, in this page's storage. */
async function lineIn(home: Window): Promise<MessagePort> {
  const ours = Promise.all([portOf(home, "journal"), portOf(home)]);
  const store = pageWishes(window);
  // Its line waits for them by itself. A page that does not get it has a line of its own, which keeps them.
  Promise.all([portOf(home, "wishes"), ours])
    .then(([port]) => serveWishes(store, port))
    .catch(() => undefined);
  const [journal, line] = await ours;
  serveJournal(new StoredJournal(), journal);
  return line;
}

function portOf(home: Window, end?: AskOptions["end"]): Promise<MessagePort> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const asked = { window, pages: () => [home], pause: 100, signal, ...(end && { end }) };
  return withDeadline(askForPort(asked), patience, "the phone's window").finally(() =>
    waiting.abort(),
  );
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
