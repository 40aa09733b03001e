import type { Stop } from "../base/emitter.ts";
import { protocolVersion, type ToLine } from "./protocol.ts";

// Where the line lives in the phone's own window, only the tab that opened it can reach it. That tab's page passes on
// what the pages of other tabs and the line say to each other: without it they would have lines of their own.

/** What pages of several tabs say to each other; a message of a port is between view and line. */
type Word =
  /** The line goes into a window: pages of other tabs leave theirs, and wait. */
  | { readonly says: "moving" }
  /** This page reaches the line. */
  | { readonly says: "here" }
  | { readonly says: "toLine" | "toView"; readonly tab: string; readonly message: unknown };

/** What reaches the other tabs of one org. */
export interface Bridge {
  /** Named after release and org: channel, and lock of the page that reaches the line. */
  readonly name: string;
  readonly channel: BroadcastChannel;
  readonly locks: LockManager;
  /** What every tab of the same site sees. */
  readonly notes: Pick<Storage, "getItem" | "setItem">;
}

/** The same for all pages of one release and org. */
export function bridgeOf(org: string): Bridge {
  const name = `switchhook-window-v${protocolVersion} ${org}`;
  const channel = new BroadcastChannel(name);
  return { name, channel, locks: navigator.locks, notes: localStorage };
}

function hear({ channel }: Pick<Bridge, "channel">, listener: (word: Word) => void): Stop {
  const listen = ({ data }: MessageEvent<Word>) => listener(data); // of this file on both ends
  channel.addEventListener("message", listen);
  return () => channel.removeEventListener("message", listen);
}

function say({ channel }: Bridge, word: Word): void {
  channel.postMessage(word);
}

/** The line goes into the phone's own window. */
export function sayMoving(bridge: Bridge): void {
  say(bridge, { says: "moving" });
}

/** Tells that the line goes from another tab into the phone's own window. */
export function onMoving(bridge: Bridge, moving: () => void): Stop {
  return hear(bridge, ({ says }) => says === "moving" && moving());
}

/**
 * Lets the pages of other tabs use the line, for as long as this page lives.
 *
 * @param openPort - Makes a new port of the line.
 */
export function shareLine(bridge: Bridge, openPort: () => Promise<MessagePort>): void {
  const ports = new Map<string, Promise<MessagePort>>();
  let opening: Promise<unknown> = Promise.resolve();
  /** One after the other: two that ask at once would be handed the same. */
  const next = () => {
    const port = opening.then(openPort);
    opening = port.catch(() => undefined);
    return port;
  };
  const open = async (tab: string) => {
    const port = await next();
    port.addEventListener("message", ({ data: message }: MessageEvent<unknown>) =>
      say(bridge, { says: "toView", tab, message }),
    );
    port.start();
    // The tab holds a lock of its name: it is ours when the tab's page is gone.
    void bridge.locks.request(tab, () => {
      ports.delete(tab);
      port.postMessage({ type: "detach" } satisfies ToLine);
      port.close();
    });
    return port;
  };
  hear(bridge, (word) => {
    if (word.says !== "toLine") return;
    const port = ports.get(word.tab) ?? open(word.tab);
    ports.set(word.tab, port);
    port.then((each) => each.postMessage(word.message)).catch(() => ports.delete(word.tab));
  });
  void bridge.locks.request(bridge.name, () => {
    say(bridge, { says: "here" });
    return new Promise(() => undefined);
  });
}

/** Whether the page of another tab reaches the line now. */
export async function isShared({ name, locks }: Bridge): Promise<boolean> {
  const { held = [] } = await locks.query();
  return held.some((lock) => lock.name === name);
}

/** The page that reaches the line goes, and the next one of its tab may come. */
export function noteAway({ name, notes }: Bridge): void {
  try {
    notes.setItem(name, String(Date.now()));
  } catch {
    // The storage is full: a tab that is opened just now does not wait for the next page.
  }
}

/** Whether the tab that reaches the line has been between two pages for no longer than that: it may come back. */
export function isAwayFor({ name, notes }: Bridge, milliseconds: number): boolean {
  return Math.abs(Date.now() - Number(notes.getItem(name))) < milliseconds;
}

/** Whether the page of another tab reaches the line within that time. */
export async function becomesShared(bridge: Bridge, milliseconds: number): Promise<boolean> {
  // Heard first: it may be said while the locks are looked at.
  const heard = isHere(bridge, milliseconds);
  return (await isShared(bridge)) || heard;
}

/**
 * Connects this page's view with the line by way of the page of another tab, and again by each next page of that tab.
 *
 * @returns when no such page comes within `patience` milliseconds.
 */
export async function useShared(
  bridge: Bridge,
  view: MessagePort,
  patience: number,
): Promise<void> {
  const tab = await named(bridge);
  let attach: ToLine | undefined;
  /** What waits for the next page of that tab. */
  const waiting: ToLine[] = [];
  let isAway = false;
  const away = () => isAway; // it changes while we wait
  const send = (message: ToLine) => {
    if (isAway) waiting.push(message);
    else say(bridge, { says: "toLine", tab, message });
  };
  view.addEventListener("message", ({ data }: MessageEvent<ToLine>) => {
    if (data.type === "attach") attach = data;
    send(data);
  });
  view.start();
  hear(bridge, (word) => {
    if (word.says === "toView" && word.tab === tab) view.postMessage(word.message);
    if (word.says !== "here") return;
    isAway = false;
    // The line does not know us by the port that the next page has opened.
    for (const message of [attach, ...waiting.splice(0)]) if (message) send(message);
  });
  do {
    // While we have the lock nobody else can say that he is here.
    await bridge.locks.request(bridge.name, () => void (isAway = true));
    if (away()) await isHere(bridge, patience);
  } while (!away());
}

/** Whether a page says within that time that it reaches the line. */
function isHere(bridge: Bridge, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (is: boolean) => {
      stop();
      clearTimeout(timer);
      resolve(is);
    };
    const stop = hear(bridge, ({ says }) => says === "here" && end(true));
    const timer = setTimeout(() => end(false), milliseconds);
  });
}

/** A name for this page, which is a lock as well: released when the page is gone. */
function named({ locks }: Bridge): Promise<string> {
  const tab = crypto.randomUUID();
  return new Promise((resolve) => {
    void locks.request(tab, () => {
      resolve(tab);
      return new Promise(() => undefined);
    });
  });
}
