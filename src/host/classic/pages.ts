import { logFor } from "../../base/log.ts";
import { isAllowedOrigin } from "../../toolkits/allowed-origins.ts";
import {
  decodeRequest,
  decodeWireEvent,
  encodeNews,
  pageEvents,
  type PageRequest,
  type PhoneNews,
  type WireEvent,
} from "../page-events.ts";

const log = logFor("host/classic");

/** How pages of the console are spoken to. */
export interface ConsolePages {
  hear(event: string, listener: (message: string) => void): void;
  fire(event: string, message: string): Promise<void>;
}

/** What {@link Pages} needs. */
export interface PagesOptions {
  readonly console: ConsolePages | undefined;
  /** The phone's own window, which pages post to. */
  readonly window: Pick<Window, "addEventListener">;
  /** Pages that may. */
  readonly allowedOrigins: readonly string[];
}

interface Page {
  readonly source: Window;
  readonly origin: string;
}

/** Pages that are told how the phone is; of more the oldest are left out. */
const mostPages = 20;

/** The pages of the org beside the phone: hears what they ask, and tells those that asked how the phone is. */
export class Pages {
  readonly #options: PagesOptions;
  readonly #hear: (request: PageRequest) => void;
  #pages: readonly Page[] = [];

  constructor(options: PagesOptions, hear: (request: PageRequest) => void) {
    this.#options = options;
    this.#hear = hear;
    options.window.addEventListener("message", (event) => this.#posted(event));
    for (const event of [pageEvents.hello, pageEvents.dial, pageEvents.list, pageEvents.show]) {
      options.console?.hear(event, (message) => this.#received({ event, message }));
    }
  }

  tell(news: PhoneNews): void {
    const event = encodeNews(news);
    this.#options.console
      ?.fire(event.event, event.message)
      .catch((error: unknown) => log.warn(`The pages were not told: ${String(error)}`));
    this.#pages = this.#pages.filter(({ source }) => !source.closed);
    for (const { source, origin } of this.#pages) source.postMessage(event, origin);
  }

  #posted({ data, origin, source }: MessageEvent<unknown>): void {
    if (!isAllowedOrigin(origin, this.#options.allowedOrigins)) return;
    const event = decodeWireEvent(data);
    const request = event && decodeRequest(event);
    // A worker or a port has no page to answer to.
    if (!request || !source || !("closed" in source)) return;
    const others = this.#pages.filter((page) => page.source !== source);
    this.#pages = [...others, { source, origin }].slice(-mostPages);
    this.#hear(request);
  }

  #received(event: WireEvent): void {
    const request = decodeRequest(event);
    if (request) this.#hear(request);
  }
}
