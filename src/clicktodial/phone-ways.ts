import {
  decodeNews,
  decodeWireEvent,
  encodeRequest,
  pageEvents,
  type PageRequest,
} from "../host/page-events.ts";
import type { ClickToDialOptions, PhoneWay } from "./options.ts";

/** What the plug-in uses of Salesforce's `integration.js`. */
export interface ConsoleEvents {
  isInConsole(): boolean;
  fireEvent(name: string, message: string, callback?: () => void): void;
  addEventListener(name: string, listener: (event: { message?: unknown }) => void): void;
  removeEventListener?(name: string, listener: (event: { message?: unknown }) => void): void;
}

/** Milliseconds between two questions to a phone that has not answered, and how often it is asked. */
const [pause, patience] = [1_000, 120];

/** The first way to the phone that is there. */
export function findWay(page: Window, options: ClickToDialOptions): PhoneWay {
  const { way, phoneOrigin, component } = options;
  if (way) return way;
  // Salesforce's script, if the page has loaded it.
  const { sforce } = page as { sforce?: { console?: ConsoleEvents } };
  if (sforce?.console && isInConsole(sforce.console)) return consoleWay(sforce.console);
  if (phoneOrigin !== undefined) return frameWay(page, new URL(phoneOrigin).origin);
  if (component !== undefined) return componentWay(component);
  throw new Error("clickToDial: outside the console it takes phoneOrigin or component.");
}

/** Salesforce's script throws where the page's address does not name Salesforce. */
function isInConsole(console: ConsoleEvents): boolean {
  try {
    return console.isInConsole();
  } catch {
    return false;
  }
}

/** By console events, which the phone in the console's footer hears. */
function consoleWay(console: ConsoleEvents): PhoneWay {
  const ask = (request: PageRequest) => {
    const { event, message } = encodeRequest(request);
    console.fireEvent(event, message);
  };
  return {
    dial: (order) => ask({ event: "dial", order }),
    ask,
    listen(hear) {
      const listeners = [pageEvents.state, pageEvents.listTaken].map((event) => {
        const listener = ({ message }: { message?: unknown }) => {
          const news = typeof message === "string" ? decodeNews({ event, message }) : undefined;
          if (!news) return;
          stop();
          hear(news);
        };
        console.addEventListener(event, listener);
        return () => console.removeEventListener?.(event, listener);
      });
      const stop = askUntilAnswered(() => ask({ event: "hello" }));
      return () => [stop, ...listeners].forEach((end) => end());
    },
  };
}

/** By messages to the phone's frame, which is beside this page or around it. */
function frameWay(page: Window, origin: string): PhoneWay {
  const ask = (request: PageRequest) => {
    for (const frame of phoneFrames(page, origin))
      frame.postMessage(encodeRequest(request), origin);
  };
  return {
    dial: (order) => ask({ event: "dial", order }),
    ask,
    listen(hear) {
      const listener = (message: MessageEvent<unknown>) => {
        if (message.origin !== origin) return;
        const event = decodeWireEvent(message.data);
        const news = event && decodeNews(event);
        if (!news) return;
        stop();
        hear(news);
      };
      page.addEventListener("message", listener);
      const stop = askUntilAnswered(() => ask({ event: "hello" }));
      return () => {
        stop();
        page.removeEventListener("message", listener);
      };
    },
  };
}

/** By Salesforce's own component, which says nothing of the phone. */
function componentWay(selector: string): PhoneWay {
  return {
    dial(_order, cell) {
      const component = cell.querySelector<HTMLElement>(selector);
      component?.click();
    },
  };
}

/** Where the phone may be; what is posted reaches its origin alone. */
function phoneFrames(page: Window, origin: string): readonly Window[] {
  const own = [...page.document.querySelectorAll("iframe")]
    .filter(({ src }) => URL.canParse(src) && new URL(src).origin === origin)
    .flatMap(({ contentWindow }) => contentWindow ?? []);
  return own.length > 0 ? own : framesOf(page.top ?? page, 2);
}

/** The frames in a window. Those of other sites can be counted and written to, no more. */
function framesOf(window: Window, depth: number): readonly Window[] {
  // Every frame has a window: the index is below their number.
  const frames = Array.from({ length: window.length }, (_, at) => window[at] as unknown as Window);
  return depth === 1 ? frames : frames.flatMap((frame) => [frame, ...framesOf(frame, depth - 1)]);
}

/** The phone may load later than this page. */
function askUntilAnswered(ask: () => void): () => void {
  let left = patience;
  const timer = setInterval(() => {
    if (left-- > 0) ask();
    else clearInterval(timer);
  }, pause);
  ask();
  return () => clearInterval(timer);
}
