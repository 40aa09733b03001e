import type { SoftphoneLayout } from "../players/softphone-layout.ts";
import type { PhonebookEntry } from "../records/phonebook.ts";

/** What `GET /crm/workbench.json` tells the page: all that a person who starts the server can choose. */
export interface WorkbenchConfig {
  /** Where the softphone is: an absolute address, without the parameters that Salesforce adds. */
  readonly adapterUrl: string;
  /** The call center's definition, by `/section/item`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The toolkits' version, such as `57.0`. */
  readonly apiVersion: string;
  /** The softphone layout; absent: the usual one. */
  readonly layout?: SoftphoneLayout;
  readonly phonebook: readonly PhonebookEntry[];
  /** The exchange's user whom customers call. */
  readonly agent: string;
}

/** Checks that the server's answer is a {@link WorkbenchConfig}, as far as a page would stumble. */
export function decodeConfig(json: unknown): WorkbenchConfig {
  // Server and page are of one build: it is enough to tell it from an error page.
  const config = json as Partial<WorkbenchConfig> | null;
  if (typeof config?.adapterUrl !== "string" || typeof config.settings !== "object") {
    throw new TypeError("/crm/workbench.json does not name the softphone's address and settings");
  }
  return {
    ...config,
    adapterUrl: config.adapterUrl,
    settings: config.settings,
    apiVersion: config.apiVersion ?? "57.0",
    phonebook: config.phonebook ?? [],
    agent: config.agent ?? "agent",
  };
}
