import type { StandInScope } from "../../../src/workbench/stand-in/scope.ts";

export const salesforce = "https://acme.my.salesforce.com";

/** The page of a softphone without a browser around it: remembers what is posted, hears what a test says. */
export class FakePage extends EventTarget {
  readonly name: string;
  readonly document = { readyState: "complete" };
  readonly posted: {
    readonly target: Window;
    readonly message: string;
    readonly origin: string;
  }[] = [];
  readonly complaints: string[] = [];
  readonly parent = {} as Window; // Never used but to be told from the top.
  readonly top = {} as Window;

  constructor(name = "sfdcSoftphone") {
    super();
    this.name = name;
  }

  scope(version: number, search = FakePage.search()): StandInScope {
    return {
      self: this as unknown as Window, // As much of a window as a stand-in uses.
      parent: this.parent,
      top: this.top,
      address: {
        search,
        origin: "https://phone.example.com",
        href: "https://phone.example.com/softphone",
      },
      version,
      post: (target, message, origin) => this.posted.push({ target, message, origin }),
      complain: (text) => this.complaints.push(text),
    };
  }

  /** The frame is the top's own child, as Salesforce arranges it. */
  directScope(version: number, search = FakePage.search()): StandInScope {
    return { ...this.scope(version, search), parent: this.top };
  }

  static search(extra = ""): string {
    return `?isdtp=vw&sfdcIFrameOrigin=${encodeURIComponent(salesforce)}&nonce=n0nce${extra}`;
  }

  get messages(): readonly string[] {
    return this.posted.map(({ message }) => message);
  }

  hear(data: unknown, origin = salesforce): void {
    this.dispatchEvent(new MessageEvent("message", { data, origin }));
  }
}

/** A stand-in's method by its path. */
export function methodAt(
  root: object,
  path: string,
): ((...args: unknown[]) => unknown) | undefined {
  let found: unknown = root;
  for (const name of path.split(".")) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Record<string, unknown>)[name]; // What is not there is undefined.
  }
  return typeof found === "function" ? (found as (...args: unknown[]) => unknown) : undefined;
}

/** Calls a stand-in's method. */
export function call(root: object, path: string, ...args: readonly unknown[]): unknown {
  const method = methodAt(root, path);
  if (method === undefined) throw new Error(`No method ${path}`);
  return method(...args);
}
