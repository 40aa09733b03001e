import type { ConsoleFeatures } from "../console/features.ts";
import type { ConsoleState } from "../console/state.ts";
import type { RecordStore } from "../records/store.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import type { SoftphoneLayout } from "./softphone-layout.ts";

/** Plays a web-service method of an Apex class: parameters by name in, text out. */
export type ApexFunction = (params: Readonly<Record<string, string>>) => string | Promise<string>;

/** One row of the call center's directory. A row without a call center is in every directory. */
export interface DirectoryNumber {
  readonly callCenterName?: string;
  readonly name: string;
  readonly phone: string;
  readonly description?: string;
}

/** All that is needed to play Salesforce in one browser window. */
export interface SalesforceOptions {
  readonly mode: "console" | "tabs";
  readonly store: RecordStore;
  /** The call center's definition, by `/section/item`. */
  readonly settings: Readonly<Record<string, string>>;
  /** Replaces `/reqGeneralInfo/reqAdapterUrl` of the settings. */
  readonly adapterUrl?: string;
  readonly layout?: SoftphoneLayout;
  /** By `Class.method`. */
  readonly apexFunctions?: Readonly<Record<string, ApexFunction>>;
  readonly directory?: readonly DirectoryNumber[];
  readonly scenario?: Scenario;
  readonly features?: ConsoleFeatures;
  /** The lists of the console's navigation tab; the first is selected. */
  readonly navigation?: ConsoleState["navigation"]["items"];
  /** Standard tabs: the address of the page in front, relative to the org. */
  readonly currentUrl?: string;
  /** Standard tabs: the record in front, when `currentUrl` does not name it. */
  readonly currentRecordId?: string;
  /** Opens a new browser window, for pops that ask for one. */
  readonly openWindow?: (url: string) => void;
}
