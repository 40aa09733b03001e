/** What `connect` needs of the page it is in. */
export interface ConnectingPage {
  /** The page's own origin. */
  readonly origin: string;
  /** Origins of the pages around this one, from the parent outwards. Absent where the browser does not tell. */
  readonly ancestorOrigins: readonly string[] | undefined;
  /** The query string with which the page was loaded, whatever a router made of it since. */
  readonly searchAtLoad: string;
  /** The query string now. */
  readonly search: string;
  /** Puts another query string in the page's address, without loading anything. Returns what puts the old one back. */
  rewriteSearch(search: string): () => void;
  /** Loads a script and waits until it has run. Rejects when it cannot be had. */
  loadScript(url: string): Promise<void>;
  /** What Salesforce's scripts have put on the global `sforce`. */
  readonly sforce: Readonly<Partial<Record<"interaction" | "console", unknown>>> | undefined;
  /** Salesforce's canvas script, when the page has loaded it. */
  readonly canvas: CanvasClient | undefined;
}

/** `Sfdc.canvas.client`, as far as it is used here. */
export interface CanvasClient {
  /** Keeps the request for scripts that load later. */
  signedrequest(request: unknown): unknown;
}

// Taken while modules load, before a router of the application's can take the query away.
const searchAtLoad = typeof location === "undefined" ? "" : location.search;

/** The page this code runs in. Reads the globals `sforce` and `Sfdc`; but for this, only `window-console.ts` does. */
export const thisPage: ConnectingPage = {
  get origin() {
    return location.origin;
  },
  get ancestorOrigins() {
    // Not every browser has it, whatever the types say.
    const origins = location.ancestorOrigins as DOMStringList | undefined;
    return origins && [...origins];
  },
  searchAtLoad,
  get search() {
    return location.search;
  },
  rewriteSearch(search) {
    const before = location.search;
    putSearch(search);
    return () => {
      // If somebody else has changed it meanwhile, theirs stays.
      if (location.search === search) putSearch(before);
    };
  },
  loadScript(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(`${url} did not load`));
      document.head.append(script);
    });
  },
  get sforce() {
    return vendorGlobals.sforce;
  },
  get canvas() {
    return vendorGlobals.Sfdc?.canvas?.client;
  },
};

// The vendor's scripts are untyped; what they hold is looked at before it is used.
const vendorGlobals = globalThis as {
  readonly sforce?: ConnectingPage["sforce"];
  readonly Sfdc?: { readonly canvas?: { readonly client?: CanvasClient } };
};

function putSearch(search: string): void {
  history.replaceState(history.state, "", location.pathname + search + location.hash);
}
