/** What a stand-in may touch of the page it is loaded into. */
export interface StandInScope {
  /** The page's own window. */
  readonly self: Window;
  /** The page around it. */
  readonly parent: Window;
  /** The outermost page. */
  readonly top: Window;
  /** The page's own address. */
  readonly address: Pick<Location, "search" | "origin" | "href">;
  /** Which version of Salesforce's script to be like: `31`. */
  readonly version: number;
  readonly post: (target: Window, message: string, origin: string) => void;
  /** Says what Salesforce's script would say in the browser's console. */
  readonly complain: (text: string) => void;
}

/** A function of the page's own: what it takes and does is its business. */
export function isCallback(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === "function";
}

/** Where a page may send, and by what it is known there. */
export interface Way {
  readonly origin: string;
  readonly nonce: string;
  /** Set in the Canvas variant: whether the outermost page is meant. */
  readonly servedFromCanvas?: boolean;
}

/** The values of a query: names as they are, values decoded up to a second `=`, none for an empty one. */
export function readQuery(search: string): Readonly<Record<string, string | null>> {
  const pairs = search.replace(/^\?/, "").split("&");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = "", value = ""] = pair.split("=");
      return [key, value === "" ? null : decodeURIComponent(value)];
    }),
  );
}

/** What a Canvas app was told of its surroundings; absent outside Canvas. */
export interface CanvasEnvironment {
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** The client of Salesforce's Canvas library, if the page has it. */
export function canvasClient(self: Window): { signedrequest?: () => unknown } | undefined {
  // The library puts itself there; nothing of it is believed without a look.
  const { Sfdc } = self as { Sfdc?: { canvas?: { client?: { signedrequest?: () => unknown } } } };
  return Sfdc?.canvas?.client;
}

/** Where a signed request says the page is; `context` is Canvas's own, `payload` that of OAuth. */
export function canvasEnvironment(self: Window): CanvasEnvironment | undefined {
  const signed: unknown = canvasClient(self)?.signedrequest?.();
  const request: unknown = typeof signed === "string" ? JSON.parse(signed) : signed;
  // Every level of what was signed may be missing.
  const { context, payload } = (request ?? {}) as Record<
    "context" | "payload",
    { environment?: CanvasEnvironment } | undefined
  >;
  return (context ?? payload)?.environment;
}

/** The way that a signed request shows. */
export function canvasWay(self: Window): Way | undefined {
  const parameters = canvasEnvironment(self)?.parameters;
  const [origin, nonce] = [parameters?.sfdcIframeOrigin, parameters?.nonce];
  if (typeof origin !== "string" || typeof nonce !== "string") return undefined;
  return { origin, nonce, servedFromCanvas: Boolean(parameters?.servedFromCanvas) };
}

/** The version that a script's address names, `/support/api/57.0/…`, unless the page's own address names another. */
export function versionOf(script: string | undefined, search: string, otherwise: number): number {
  const asked = /[?&]toolkitVersion=([\d.]+)/.exec(search)?.[1];
  const served = /\/(?:api|console)\/(\d+)\.\d+\//.exec(script ?? "")?.[1];
  const version = Number.parseInt(asked ?? served ?? "", 10);
  return Number.isNaN(version) ? otherwise : version;
}
