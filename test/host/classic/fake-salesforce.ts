import { ClassicHost } from "../../../src/host/classic/classic-host.ts";
import { ClassicNumbers } from "../../../src/host/classic/classic-numbers.ts";
import type { ConsoleParts } from "../../../src/host/classic/toolkits.ts";
import {
  BrowserTitle,
  ComponentButton,
  ComponentWindow,
  ConsoleLink,
  type VendorConsole,
} from "../../../src/toolkits/console/index.ts";
import { Cti, Interaction } from "../../../src/toolkits/opencti/index.ts";

/** The one origin whose pages may speak to the phone. */
export const allowedPage = "https://acme--c.vf.force.test";

type Answer = unknown;
type Callback = (reply: unknown) => void;

/** How the vendor's script answers: by method, perhaps by its first argument; `"silence"` for never. What is not named is done. */
export type Answers = Readonly<Record<string, Answer>>;

interface FakeSalesforceOptions {
  readonly answers?: Answers;
  readonly inConsole?: boolean;
  /** Answers nothing at all. */
  readonly silent?: boolean;
}

/** Salesforce's two scripts as a test wants them to answer, and the host on top of the real wrappers. */
export class FakeSalesforce {
  /** What was called, with its arguments: `saveLog Task Subject=…`. */
  readonly calls: string[] = [];
  readonly host: ClassicHost;
  readonly numbers: ClassicNumbers;
  readonly #answers: Answers;
  readonly #silent: boolean;
  readonly #listeners = new Map<string, Callback>();
  readonly #pages = new Map<string, (message: string) => void>();
  /** The phone's window, in place of the real one. */
  readonly window = new EventTarget() as Pick<Window, "addEventListener">; // all that is used of it
  #logOut: () => void = () => undefined;

  constructor({ answers = {}, inConsole = true, silent = false }: FakeSalesforceOptions = {}) {
    this.#answers = { isVisible: { result: true }, ...answers };
    this.#silent = silent;
    const timeout = 50;
    const vendor = this.#vendor({ result: true });
    const interaction = new Interaction(vendor, { timeout });
    const cti = new Cti(vendor, { timeout });
    this.numbers = new ClassicNumbers(cti);
    this.host = new ClassicHost({
      ...{ interaction, logs: interaction, cti },
      pages: {
        console: inConsole
          ? {
              hear: (event, listener) => this.#pages.set(event, listener),
              fire: (event, message) => {
                this.calls.push(`fireEvent ${event} ${message}`);
                return Promise.resolve();
              },
            }
          : undefined,
        window: this.window,
        allowedOrigins: [allowedPage],
      },
      ...(inConsole && { console: this.#console(timeout) }),
    });
  }

  /** Salesforce tells of something. */
  tell(event: string, payload: unknown): void {
    this.#listeners.get(event)?.(payload);
  }

  /** A page of the console fires an event. */
  fire(event: string, message: string): void {
    this.#pages.get(event)?.(message);
  }

  logOut(): void {
    this.#logOut();
  }

  called(method: string): string[] {
    return this.calls.filter((call) => call.split(" ")[0] === method);
  }

  #console(timeout: number): ConsoleParts {
    // Every method that the chapters call exists on it.
    const vendor = this.#vendor({ success: true }) as unknown as VendorConsole;
    const link = new ConsoleLink(() => undefined, { timeout, vendor: () => vendor });
    return {
      link,
      button: new ComponentButton(link),
      window: new ComponentWindow(link),
      title: new BrowserTitle(link),
      onLogout: (listener) => (this.#logOut = listener),
    };
  }

  #vendor(done: unknown): object {
    const method =
      (name: string) =>
      (...given: unknown[]) => {
        const callback = given.find((each): each is Callback => typeof each === "function");
        this.calls.push([name, ...given.filter((each) => each !== callback)].join(" "));
        if (name === "addEventListener")
          this.#listeners.set(String(given[0]), callback ?? (() => undefined));
        else if (/^on[A-Z]/.test(name)) this.#listeners.set(name, callback ?? (() => undefined));
        else if (!this.#silent && this.#answers[name] !== "silence")
          callback?.(answerOf(this.#answers[name], given[0]) ?? done);
      };
    const isChapter = (name: string) => name === "presence" || name === "cti";
    const get = (_target: unknown, name: string): unknown =>
      isChapter(name) ? this.#vendor(done) : method(name);
    return new Proxy({}, { get: (target, name) => get(target, String(name)) });
  }
}

function answerOf(answer: Answer, first: unknown): Answer {
  return typeof answer === "function" ? (answer as (first: unknown) => Answer)(first) : answer; // by its type
}
