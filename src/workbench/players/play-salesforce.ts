import type { PlayedSalesforce } from "../console/state.ts";
import type { SalesforceOptions } from "./options.ts";

/** Salesforce's side of the softphone, for one browser window. */
export function playSalesforce(options: SalesforceOptions): PlayedSalesforce {
  throw new Error(`${options.mode} mode is not played yet`);
}
