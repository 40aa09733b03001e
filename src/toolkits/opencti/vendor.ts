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
  isInConsole(callback?: VendorCallback): void;
  /** Up to API version 27.0 the second argument is the callback; from 28.0 on it is `force`. */
  screenPop(url: string, force?: boolean | VendorCallback, callback?: VendorCallback): void;
  searchAndScreenPop(
    searchParams: string,
    queryParams: string,
    callType: CallType,
    callback?: VendorCallback,
  ): void;
  searchAndGetScreenPopUrl(
    searchParams: string,
    queryParams: string,
    callType: CallType,
    callback?: VendorCallback,
  ): void;
  getPageInfo(callback?: VendorCallback): void;
  /** Keeps `listener` for the life of the page, and adds one more at each call. */
  onFocus(listener: VendorCallback): void;
  /** `saveParams` is `name=value` pairs joined with `&`; the script encodes it as one text. */
  saveLog(object: string, saveParams: string, callback?: VendorCallback): void;
  runApex(
    apexClass: string,
    methodName: string,
    methodParams: string,
    callback?: VendorCallback,
  ): void;
  setVisible(value: boolean, callback?: VendorCallback): void;
  isVisible(callback?: VendorCallback): void;
  refreshPage(callback?: VendorCallback): void;
  refreshRelatedList(listName: string, callback?: VendorCallback): void;
  readonly cti: VendorCti;
  readonly entityFeed: VendorEntityFeed;
}

/** `sforce.interaction.cti` as Salesforce's `interaction.js` exposes it. */
export interface VendorCti {
  getCallCenterSettings(callback?: VendorCallback): void;
  getSoftphoneLayout(callback?: VendorCallback): void;
  setSoftphoneHeight(height: number, callback?: VendorCallback): void;
  setSoftphoneWidth(width: number, callback?: VendorCallback): void;
  enableClickToDial(callback?: VendorCallback): void;
  disableClickToDial(callback?: VendorCallback): void;
  /** Keeps `listener` for the life of the page, and adds one more at each call. */
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
