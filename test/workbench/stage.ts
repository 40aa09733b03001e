import type { SalesforceOptions } from "../../src/workbench/players/options.ts";
import { playSalesforce } from "../../src/workbench/players/play-salesforce.ts";
import { standInConsole } from "../../src/workbench/stand-in/integration.ts";
import { standInInteraction } from "../../src/workbench/stand-in/interaction.ts";
import type { StandInScope } from "../../src/workbench/stand-in/scope.ts";
import type { VendorConsole } from "../../src/toolkits/console/vendor.ts";
import type { Loaded, VendorInteraction } from "../../src/toolkits/opencti/vendor.ts";
import { FakeStore } from "./fake-store.ts";

type Method = (...args: unknown[]) => unknown;
export type Reply = Readonly<Record<string, unknown>>;

const nonce = "n0nce";

/** What differs from an ordinary softphone. */
export interface SoftphoneOptions {
  readonly version?: number;
  readonly consoleVersion?: number;
  /** What stands in its address instead of origin and nonce. */
  readonly search?: string;
  readonly entityFeedNonce?: string;
  readonly tabId?: string;
}

/** A played Salesforce and an iframe in its page with both stand-ins in it. */
export class Stage {
  readonly store = new FakeStore();
  readonly salesforce;
  readonly complaints: string[] = [];
  readonly #frames: HTMLIFrameElement[] = [];
  readonly #stops: (() => void)[] = [];

  constructor(options: Partial<SalesforceOptions> = {}) {
    const settings = { "/reqGeneralInfo/reqInternalName": "Demo" };
    this.salesforce = playSalesforce({ mode: "console", store: this.store, settings, ...options });
  }

  /** The page of a frame in Salesforce's page, from which a test speaks. */
  frame(options: SoftphoneOptions = {}): StandInScope {
    const element = document.createElement("iframe");
    element.name = "sfdcSoftphone";
    document.body.append(element);
    this.#frames.push(element);
    const { origin } = location;
    const { entityFeedNonce, tabId } = options;
    const feed = entityFeedNonce === undefined ? {} : { entityFeedNonce };
    const details = { nonce, origin, ...feed, ...(tabId === undefined ? {} : { tabId }) };
    this.#stops.push(this.salesforce.connectFrame(element, details));
    const way = `&sfdcIFrameOrigin=${encodeURIComponent(origin)}&nonce=${nonce}`;
    const feedWay = entityFeedNonce === undefined ? "" : `&entityFeedNonce=${entityFeedNonce}`;
    const search = options.search ?? `?isdtp=vw${way}${feedWay}`;
    return this.#scope(element, { search, version: options.version ?? 31 });
  }

  softphone(options: SoftphoneOptions = {}): Softphone {
    const scope = this.frame(options);
    const version = options.consoleVersion ?? 57;
    return new Softphone(standInInteraction(scope), standInConsole({ ...scope, version }));
  }

  [Symbol.dispose](): void {
    for (const stop of this.#stops) stop();
    for (const frame of this.#frames) frame.remove();
  }

  #scope(element: HTMLIFrameElement, of: { search: string; version: number }): StandInScope {
    const self = element.contentWindow;
    if (self === null) throw new Error("The frame is not in the page");
    // A function of the frame's own, so that its messages have the frame as their source.
    const { Function: make } = self as unknown as { Function: (...code: string[]) => Method };
    const post = make("target", "message", "origin", "target.postMessage(message, origin)");
    return {
      self,
      parent: window,
      top: window,
      address: { search: of.search, origin: location.origin, href: `${location.origin}/softphone` },
      version: of.version,
      post: (target, message, origin) => void post(target, message, origin),
      complain: (text) => this.complaints.push(text),
    };
  }
}

/** The two toolkits as a softphone has them, called by name. */
export class Softphone {
  readonly interaction: Loaded<VendorInteraction>;
  readonly console: VendorConsole;

  constructor(interaction: Softphone["interaction"], toolkit: Softphone["console"]) {
    this.interaction = interaction;
    this.console = toolkit;
  }

  /** Calls an Open CTI method whose last argument is a callback: `ask("cti.enableClickToDial")`. */
  ask(path: string, ...args: readonly unknown[]): Promise<Reply> {
    return answered((callback) => find(this.interaction, path)(...args, callback));
  }

  /** Calls a console method, with the callback where `at` says, else last. */
  askConsole(path: string, args: readonly unknown[] = [], at = args.length): Promise<Reply> {
    return answered((callback) =>
      find(this.console, path)(...args.slice(0, at), callback, ...args.slice(at)),
    );
  }

  /** Calls a method as it is. */
  call(path: string, ...args: readonly unknown[]): unknown {
    return find({ interaction: this.interaction, console: this.console }, path)(...args);
  }
}

function answered(send: (callback: (reply: Reply) => void) => void): Promise<Reply> {
  return new Promise((resolve) => {
    send(resolve);
  });
}

/** Everything heard so far, and the next of it. */
export class Heard {
  readonly all: Reply[] = [];
  #waiting: ((reply: Reply) => void)[] = [];

  readonly listener = (reply: Reply): void => {
    this.all.push(reply);
    for (const resolve of this.#waiting.splice(0)) resolve(reply);
  };

  next(): Promise<Reply> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}

function find(object: object, path: string): Method {
  let found: unknown = object;
  // Whatever is not there is undefined, and said below.
  for (const name of path.split("."))
    found = (found as Record<string, unknown> | undefined)?.[name];
  if (typeof found !== "function") throw new Error(`No method ${path}`);
  return found as Method;
}
