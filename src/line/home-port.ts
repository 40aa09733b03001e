import type { Stop } from "../base/emitter.ts";
import { otherRelease } from "./line-name.ts";
import { protocolVersion } from "./protocol.ts";

// How the phone's own window gets to the line. Window and page are of the same origin, but of different partitions:
// the window cannot reach the worker itself, but it can be handed a port of it.

/** What a port leads to: the line itself, or what is kept for it in the page's storage. */
type End = "line" | "journal" | "wishes";

const ask = (end: End) => `${question} ${protocolVersion} ${end}`;
const here = (end: End) => `switchhook: a port of release ${protocolVersion}, to the ${end}`;
/** Begins every question, in every release. */
const question = "switchhook: a port, please, of release";

export interface AnswerOptions {
  /** Makes a new one. */
  readonly openPort: () => MessagePort;
  /** @defaultValue the line */
  readonly end?: End;
  /** Somebody of another release has asked, and was told so. */
  readonly onOther?: (release: number) => void;
}

/** Gives every window of ours that asks a port of the line, unless it is of another release. */
export function answerHomes(
  page: Window,
  { openPort, end = "line", onOther }: AnswerOptions,
): Stop {
  const hear = (event: MessageEvent<unknown>) => {
    if (event.origin !== page.location.origin || !event.source) return;
    const release = askedFor(event.data, end);
    if (release === undefined) return;
    if (release !== protocolVersion) {
      event.source.postMessage(otherRelease, { targetOrigin: page.location.origin });
      onOther?.(release);
      return;
    }
    const port = openPort();
    // Not the sender's origin but our own: whoever else sits there now gets nothing.
    event.source.postMessage(here(end), { targetOrigin: page.location.origin, transfer: [port] });
  };
  page.addEventListener("message", hear);
  return () => page.removeEventListener("message", hear);
}

/** Of which release a port of that end is asked for, if it is. */
function askedFor(data: unknown, end: End): number | undefined {
  if (typeof data !== "string" || !data.startsWith(question)) return undefined;
  const [release, asked] = data.slice(question.length + 1).split(" ");
  return asked === end ? Number(release) : undefined;
}

export interface AskOptions {
  /** The phone's own window. */
  readonly window: Window;
  /** The windows in which a page of ours may be; looked up anew for each round. */
  readonly pages: () => readonly Window[];
  /** Milliseconds between two rounds. @defaultValue 300 */
  readonly pause?: number;
  /** @defaultValue the line */
  readonly end?: End;
  /** Whoever was asked is of another release. */
  readonly onOther?: () => void;
  /** Ends the asking: nobody waits for the port any more. */
  readonly signal?: AbortSignal;
}

/** Asks every page of ours that can be found for a port of the line, again until one answers. */
export function askForPort({
  window,
  pages,
  pause = 300,
  end = "line",
  onOther,
  signal,
}: AskOptions): Promise<MessagePort> {
  const { origin } = window.location;
  return new Promise((resolve) => {
    const hear = (event: MessageEvent<unknown>) => {
      const [port] = event.ports;
      if (event.origin !== origin) return;
      if (event.data === otherRelease) onOther?.();
      if (event.data !== here(end) || !port) return;
      stop();
      resolve(port);
    };
    // Salesforce's own frames never see it: it goes to our origin only.
    const knock = () => {
      for (const page of pages()) page.postMessage(ask(end), origin);
    };
    const stop = () => {
      window.removeEventListener("message", hear);
      clearInterval(timer);
    };
    window.addEventListener("message", hear);
    signal?.addEventListener("abort", stop);
    const timer = setInterval(knock, pause);
    knock();
  });
}

/** A window and the frames in it. Those of other sites can be counted and written to, no more. */
export function framesOf(top: Window, depth = 3): readonly Window[] {
  if (depth === 0) return [top];
  // Every frame has a window: the index is below their number.
  const frames = Array.from({ length: top.length }, (_, at) => top[at] as unknown as Window);
  return [top, ...frames.flatMap((frame) => framesOf(frame, depth - 1))];
}
