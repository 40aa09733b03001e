import type { Stop } from "../../base/emitter.ts";
import { Calls, type OpenCtiOptions } from "./calls.ts";
import { expectAnswer, expectDone, expectJson, expectReply } from "./decode.ts";
import { decodePageInfo, type PageInfo } from "./page-info.ts";
import { encodeParams, wellFormed, type Params } from "./params.ts";
import { expectApexText, expectEvent, expectSaved } from "./results.ts";
import { decodeSearchResults, type SearchResults } from "./search-results.ts";
import type { CallType, Loaded, VendorInteraction } from "./vendor.ts";

/** How to search. */
export interface SearchOptions {
  /**
   * Added to the query of the page that pops: prefilled fields of a new record, such as `con10=5550100`.
   *
   * @defaultValue `""`
   */
  readonly queryParams?: string;
  /**
   * Whose part of the softphone layout to follow. Only `inbound` pops.
   *
   * @defaultValue `"inbound"`
   */
  readonly callType?: CallType;
}

/**
 * `sforce.interaction` as promises: the agent's page, searches, screen pops, logs.
 *
 * Every promise rejects with a `ToolkitError` and nothing else. In standard tabs whatever loads another page
 * takes the softphone with it: the promises of {@link Interaction.screenPop}, {@link Interaction.searchAndScreenPop}
 * and {@link Interaction.refreshPage} may then never settle.
 *
 * @example
 * ```ts
 * const { interaction: vendor } = await connect({ toolkits: ["interaction"], allowedOrigins });
 * const interaction = new Interaction(vendor, { apiVersion: 66 });
 * const { record } = await interaction.getPageInfo();
 * ```
 */
export class Interaction {
  readonly #calls: Calls<VendorInteraction>;
  readonly #popTakesForce: boolean;

  /**
   * @param vendor - `sforce.interaction`, as `connect` found it.
   */
  constructor(vendor: Loaded<VendorInteraction> | undefined, options: OpenCtiOptions = {}) {
    this.#calls = new Calls(vendor, options);
    this.#popTakesForce = !(Number(options.apiVersion) < 28);
  }

  /**
   * Whether the softphone is inside a Classic console app, also when it was dragged out of its window.
   *
   * Needs nothing and changes nothing: good for finding out whether Salesforce answers at all. API version 25.0.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_isinconsole.htm | isInConsole in the guide}
   * @example
   * ```ts
   * const surface = (await interaction.isInConsole()) ? "console" : "tabs";
   * ```
   */
  async isInConsole(): Promise<boolean> {
    const method = "isInConsole";
    return expectAnswer(
      method,
      await this.#calls.ask(method, (api, done) => api.isInConsole(done)),
    );
  }

  /**
   * Opens a Salesforce page in the agent's window; in a console, opens a tab or goes to the one that shows it.
   *
   * API version 25.0; `force` from 28.0 on, scripts before always behave as they please.
   *
   * @param url - Path relative to the org with its leading slash, such as `/003x0000004TmiQ`.
   * @param options - With `force: false`, a page that is being edited stays.
   * @throws `ToolkitError` with code `refused` when the page does not open.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_screenpop.htm | screenPop in the guide}
   * @example
   * ```ts
   * await interaction.screenPop(`/${record.objectId}`);
   * ```
   */
  async screenPop(url: string, { force = true } = {}): Promise<void> {
    const method = "screenPop";
    const path = wellFormed(url);
    const reply = await this.#calls.ask(method, (api, done) => {
      if (this.#popTakesForce) api.screenPop(path, force, done);
      else api.screenPop(path, done);
    });
    expectDone(method, reply);
  }

  /**
   * Searches for records and pops what the softphone layout says for none, one or several matches.
   *
   * A search page that pops lists every match in the org, the result only the layout's kinds of records.
   * API version 25.0. Not established: what is answered when nothing matches; nothing at all is read as no match.
   *
   * @param searchParams - Text to search for. Several are joined with ` OR `.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_searchandscreenpop.htm | searchAndScreenPop in the guide}
   * @example
   * ```ts
   * const { records } = await interaction.searchAndScreenPop("4155551212");
   * ```
   */
  async searchAndScreenPop(searchParams: string, options?: SearchOptions): Promise<SearchResults> {
    const method = "searchAndScreenPop";
    const search = searchArguments(searchParams, options);
    const reply = await this.#calls.ask(method, (api, done) =>
      api.searchAndScreenPop(...search, done),
    );
    return decodeSearchReply(method, reply);
  }

  /**
   * Searches like {@link Interaction.searchAndScreenPop}, but pops nothing: tells what would pop.
   *
   * API version 28.0. Not established: `screenPopUrl` when nothing would pop; empty and absent both read as absent.
   *
   * @param searchParams - Text to search for. Several are joined with ` OR `.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_searchandgetscreenpopurl.htm | searchAndGetScreenPopUrl in the guide}
   * @example
   * ```ts
   * const { screenPopUrl } = await interaction.searchAndGetScreenPopUrl("4155551212");
   * if (screenPopUrl) await interaction.screenPop(screenPopUrl);
   * ```
   */
  async searchAndGetScreenPopUrl(
    searchParams: string,
    options?: SearchOptions,
  ): Promise<SearchResults> {
    const method = "searchAndGetScreenPopUrl";
    const search = searchArguments(searchParams, options);
    const reply = await this.#calls.ask(method, (api, done) =>
      api.searchAndGetScreenPopUrl(...search, done),
    );
    return decodeSearchReply(method, reply);
  }

  /**
   * The page on the agent's screen; in a console, the one in the tab in front.
   *
   * API version 25.0; `displayName` from 33.0, person accounts from 31.0 on.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_getpageinfo.htm | getPageInfo in the guide}
   * @example
   * ```ts
   * const { url, record } = await interaction.getPageInfo();
   * ```
   */
  async getPageInfo(): Promise<PageInfo> {
    const method = "getPageInfo";
    const reply = await this.#calls.ask(method, (api, done) => api.getPageInfo(done));
    return decodePageInfo(method, expectJson(method, reply));
  }

  /**
   * Hears when the agent goes to another page: in a console to another tab, in standard tabs when
   * the browser's window comes to the front.
   *
   * Tells of later changes only, so ask {@link Interaction.getPageInfo} first. The same page may be told of
   * repeatedly. API version 25.0. Not established: whether subtabs are told of.
   *
   * @returns What stops it.
   * @throws `ToolkitError` with code `unavailable` when the script cannot be listened to.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_onfocus.htm | onFocus in the guide}
   * @example
   * ```ts
   * const stop = interaction.onFocus(({ record }) => show(record?.objectName));
   * ```
   */
  onFocus(listener: (page: PageInfo) => void): Stop {
    const method = "onFocus";
    return this.#calls.listen(
      method,
      (api, callback) => api.onFocus(callback),
      (event) => {
        const payload = expectEvent(method, event);
        if (payload !== undefined) listener(decodePageInfo(method, payload));
      },
    );
  }

  /**
   * Creates a record, or with an `Id` among the fields changes it.
   *
   * Any kind that the agent may create; without `RecordTypeId` it is of the profile's default record type.
   * The page on the screen does not show it before {@link Interaction.refreshRelatedList} or a reload. API version 25.0.
   * Not established: whether Salesforce decodes each value; only `%`, `&`, `=` and `+` are sent encoded.
   *
   * @param object - API name of the kind of record: `Task`.
   * @param fields - By API name. Dates as `yyyy-MM-dd`.
   * @returns The Id, or `undefined` when Salesforce saved but does not tell it.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_savelog.htm | saveLog in the guide}
   * @example
   * ```ts
   * const id = await interaction.saveLog("Task", { Subject: "Call", CallDurationInSeconds: 61 });
   * ```
   */
  async saveLog(object: string, fields: Params): Promise<string | undefined> {
    const method = "saveLog";
    const saveParams = encodeParams(fields);
    const reply = await this.#calls.ask(method, (api, done) =>
      api.saveLog(wellFormed(object), saveParams, done),
    );
    return expectSaved(method, reply);
  }

  /**
   * Calls a `webService static` method of a global Apex class.
   *
   * What it returns arrives as it is. The script turns exactly `true`, `false` and an empty text into
   * a boolean and `null`; they are turned back, so `null` from Apex may read as `""`. API version 25.0.
   *
   * @param apexClass - With its namespace when it belongs to a package: `NS.CallNotes`.
   * @param methodParams - The method's arguments by name.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_runapex.htm | runApex in the guide}
   * @example
   * ```ts
   * const notes: unknown = JSON.parse(await interaction.runApex("CallNotes", "latest", { phone }));
   * ```
   */
  async runApex(apexClass: string, methodName: string, methodParams: Params = {}): Promise<string> {
    const method = "runApex";
    const encoded = encodeParams(methodParams);
    const reply = await this.#calls.ask(method, (api, done) =>
      api.runApex(wellFormed(apexClass), wellFormed(methodName), encoded, done),
    );
    return expectApexText(method, reply);
  }

  /**
   * Shows or hides the softphone in a console's footer. Hidden, it goes on running.
   *
   * API version 25.0. Refused when the console has multi-monitor components on. Not established: the answer in standard tabs.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_setvisible.htm | setVisible in the guide}
   * @example
   * ```ts
   * await interaction.setVisible(true);
   * ```
   */
  async setVisible(value: boolean): Promise<void> {
    const method = "setVisible";
    expectDone(method, await this.#calls.ask(method, (api, done) => api.setVisible(value, done)));
  }

  /**
   * Whether the softphone is on the screen. API version 25.0. Not established: the answer in standard tabs.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_isvisible.htm | isVisible in the guide}
   * @example
   * ```ts
   * if (!(await interaction.isVisible())) await interaction.setVisible(true);
   * ```
   */
  async isVisible(): Promise<boolean> {
    const method = "isVisible";
    return expectAnswer(method, await this.#calls.ask(method, (api, done) => api.isVisible(done)));
  }

  /**
   * Loads the agent's page again; in a console, the tab in front. API version 28.0.
   *
   * In standard tabs that ends the softphone's page too: prefer {@link Interaction.refreshRelatedList}.
   *
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_refreshpage.htm | refreshPage in the guide}
   * @example
   * ```ts
   * await interaction.refreshPage();
   * ```
   */
  async refreshPage(): Promise<void> {
    const method = "refreshPage";
    expectDone(method, await this.#calls.ask(method, (api, done) => api.refreshPage(done)));
  }

  /**
   * Loads one related list on the agent's page again. API version 28.0.
   *
   * In a console only the page in front is looked at; lists made with `apex:relatedList` cannot be found.
   *
   * @param listName - `Activity` (open activities), `History` (activity history), `Contact`; for a custom lookup field, that field's Id.
   * @throws `ToolkitError` with code `refused` when there is no such list on the page.
   * @see {@link https://developer.salesforce.com/docs/atlas.en-us.api_cti.meta/api_cti/sforce_api_cti_refreshrelatedlist.htm | refreshRelatedList in the guide}
   * @example
   * ```ts
   * await interaction.refreshRelatedList("History");
   * ```
   */
  async refreshRelatedList(listName: string): Promise<void> {
    const method = "refreshRelatedList";
    const reply = await this.#calls.ask(method, (api, done) =>
      api.refreshRelatedList(wellFormed(listName), done),
    );
    expectDone(method, reply);
  }
}

/** Always texts: the script would send `null` as the word "null". */
function searchArguments(
  searchParams: string,
  { queryParams = "", callType = "inbound" }: SearchOptions = {},
): [string, string, CallType] {
  return [wellFormed(searchParams), wellFormed(queryParams), callType];
}

function decodeSearchReply(method: string, reply: unknown): SearchResults {
  const { result } = expectReply(method, reply);
  return decodeSearchResults(
    method,
    result === null || result === "" ? {} : expectJson(method, reply),
  );
}
