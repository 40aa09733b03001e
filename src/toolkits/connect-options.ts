import type { VendorConsole } from "./console/vendor.ts";
import type { Loaded, VendorInteraction } from "./opencti/vendor.ts";

/** The toolkits that `connect` knows, named as on the global `sforce`. */
export type ToolkitName = keyof LoadedToolkits;

/** What each toolkit is once its script has loaded. */
export interface LoadedToolkits {
  /** `sforce.interaction`, Open CTI for Classic. */
  readonly interaction: Loaded<VendorInteraction>;
  /** `sforce.console`, the Console Integration Toolkit: for the `vendor` option of a `ConsoleLink`. */
  readonly console: VendorConsole;
}

/** How to connect. */
export interface ConnectOptions<Name extends ToolkitName> {
  /** Which of Salesforce's scripts to load. Ask for both at once rather than one after the other. */
  readonly toolkits: readonly Name[];
  /**
   * Who may embed this page, and where scripts may come from: your org's origins, as
   * `https://acme.my.salesforce.com`, or with a wildcard as `isAllowedOrigin` knows it. Salesforce's own scripts trust
   * whatever origin the page's address names.
   */
  readonly allowedOrigins: readonly string[];
  /**
   * Where to load the scripts from: an allowed origin, or `""` for the page's own, as in a Visualforce page.
   *
   * @defaultValue the origin that embeds this page
   */
  readonly scriptOrigin?: string;
  /**
   * Which version of the scripts to load.
   *
   * @defaultValue 66
   */
  readonly apiVersion?: number;
  /**
   * Milliseconds to wait for the scripts, and again for the first answer.
   *
   * @defaultValue 10,000
   */
  readonly timeout?: number;
  /**
   * In a canvas app: the verified signed request or OAuth context message, as JSON or parsed. It is handed to Salesforce's canvas
   * script, which the page must have loaded, before anything else.
   */
  readonly signedRequest?: unknown;
  /**
   * Called with each toolkit as soon as its own script has run: before the others are there, and before Salesforce has
   * answered. For what should not wait, as making numbers clickable. What it throws, `connect` rejects with.
   */
  readonly onLoaded?: (toolkit: Partial<Pick<LoadedToolkits, Name>>) => void;
}

/** Salesforce's toolkits, loaded and answering. */
export type Connection<Name extends ToolkitName> = Pick<LoadedToolkits, Name> & {
  /** The origin that embeds this page. */
  readonly origin: string;
  /** Of the scripts; hand it on to the toolkits' classes. */
  readonly apiVersion: number;
  /** Whether that is a Classic console, as Open CTI answers; absent when Open CTI was not asked for. */
  readonly inConsole: boolean | undefined;
};
