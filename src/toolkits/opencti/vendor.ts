/**
 * What Salesforce's script hands an answer or an event to: one object, such as `{ method, result, error, id }`.
 *
 * It comes from another window, so nothing is known about it before a decoder has looked.
 */
export type VendorCallback = (reply: unknown) => void;

/** Whose softphone layout a search follows. Lower case, as the script sends it. */
export type CallType = "inbound" | "outbound" | "internal";

/** `sforce.interaction` as Salesforce's `interaction.js` exposes it. Scripts of older API versions have fewer methods. */
export interface VendorInteraction {
  /** `result`: boolean. */
  isInConsole(callback?: VendorCallback): void;
  /** Up to API version 27.0 the second argument is the callback; from 28.0 on it is `force`. */
  screenPop(url: string, force?: boolean | VendorCallback, callback?: VendorCallback): void;
  /** `result`: JSON, records by Id. */
  searchAndScreenPop(
    searchParams: string,
    queryParams: string,
    callType: CallType,
    callback?: VendorCallback,
  ): void;
  /** `result`: JSON, records by Id and `screenPopUrl`. From 28.0 on. */
  searchAndGetScreenPopUrl(
    searchParams: string,
    queryParams: string,
    callType: CallType,
    callback?: VendorCallback,
  ): void;
  /** `result`: JSON, the page. */
  getPageInfo(callback?: VendorCallback): void;
  /** Keeps `listener` for the life of the page, and adds one more at each call. Each `result`: JSON, the page. */
  onFocus(listener: VendorCallback): void;
  /** `saveParams` is `name=value` pairs joined with `&`; the script encodes it as one text. */
  saveLog(object: string, saveParams: string, callback?: VendorCallback): void;
  /** `result`: text, but for exactly `true`, `false` and none. */
  runApex(
    apexClass: string,
    methodName: string,
    methodParams: string,
    callback?: VendorCallback,
  ): void;
  /** `result`: boolean. */
  setVisible(value: boolean, callback?: VendorCallback): void;
  /** `result`: boolean. */
  isVisible(callback?: VendorCallback): void;
  /** `result`: boolean. From 28.0 on. */
  refreshPage(callback?: VendorCallback): void;
  /** `result`: boolean. From 28.0 on. */
  refreshRelatedList(listName: string, callback?: VendorCallback): void;
  /** The part for call centers. */
  readonly cti: VendorCti;
  /** The part for feed-based pages. */
  readonly entityFeed: VendorEntityFeed;
}

/** `sforce.interaction.cti` as Salesforce's `interaction.js` exposes it. */
export interface VendorCti {
  /** `result`: JSON, values by `/section/item`. */
  getCallCenterSettings(callback?: VendorCallback): void;
  /** `result`: JSON, a block for each type of call. From 27.0 on. */
  getSoftphoneLayout(callback?: VendorCallback): void;
  /** `result`: boolean. */
  setSoftphoneHeight(height: number, callback?: VendorCallback): void;
  /** `result`: boolean. */
  setSoftphoneWidth(width: number, callback?: VendorCallback): void;
  /** `result`: boolean. */
  enableClickToDial(callback?: VendorCallback): void;
  /** `result`: boolean. */
  disableClickToDial(callback?: VendorCallback): void;
  /** Keeps `listener` for the life of the page, and adds one more at each call. Each `result`: JSON, the number. */
  onClickToDial(listener: VendorCallback): void;
  /** The callback comes third, before the page; 0 is left out of the message. */
  getDirectoryNumbers(
    isGlobal: boolean,
    callCenterName: string,
    callback: VendorCallback | undefined,
    resultSetPage?: number,
    resultSetPageSize?: number,
  ): void;
  /** Nobody ever answers. */
  notifyInitializationComplete(): void;
}

/** `sforce.interaction.entityFeed` as Salesforce's `interaction.js` exposes it. */
export interface VendorEntityFeed {
  /** `result`: boolean. */
  refreshObject(
    objectId: string,
    refreshFields: boolean,
    refreshRelatedLists: boolean,
    refreshFeed: boolean,
    callback?: VendorCallback,
  ): void;
  /** Keeps `listener` for the life of the page. */
  onObjectUpdate(listener: VendorCallback): void;
  /** Nobody ever answers. Absent from scripts before 34.0. */
  reloadFrame(): void;
}

/**
 * A vendor object as it may really be found: the script of an old API version lacks methods.
 *
 * What is passed on as `sforce.interaction` fits, whichever version was loaded.
 */
export type Loaded<Vendor> = { readonly [Name in keyof Vendor]?: Vendor[Name] | undefined };
