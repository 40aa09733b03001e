import type { VendorConsole } from "./vendor.ts";

/** Salesforce's `sforce.console` in this page, or undefined when `integration.js` has not loaded. For pages that did not `connect`. */
export function windowConsole(): VendorConsole | undefined {
  // The vendor's script is untyped: vendor.ts says what it holds, and each method is looked for before it is called.
  return (globalThis as { sforce?: { console?: VendorConsole } }).sforce?.console;
}
