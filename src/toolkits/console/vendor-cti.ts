import type { Callback, Handler, NumberText } from "./vendor-callbacks.ts";

/**
 * The manual's chapter on computer-telephony integration: `sforce.console.cti`.
 *
 * @internal
 */
export interface VendorCti {
  getCallObjectIds(callback?: Callback): void;
  setCallObjectIds(callObjectIds: readonly string[], callback?: Callback): void;
  getCallAttachedData(
    callObjectId: string,
    callback?: Callback,
    additionalParams?: { readonly getCallType?: boolean },
  ): void;
  setCallAttachedData(
    callObjectId: string,
    callData: string,
    callType: string,
    callback?: Callback,
  ): void;
  fireOnCallBegin(
    callObjectId: string,
    callType: string,
    callLabel: string,
    callback?: Callback,
  ): void;
  fireOnCallEnd(
    callObjectId: string,
    callDuration: NumberText,
    callDisposition: string,
    callback?: Callback,
  ): void;
  fireOnCallLogSaved(id: string, callback?: Callback): void;
  sendCTIMessage(msg: string, callback?: Callback): void;
  onCallBegin(eventHandler: Handler): void;
  /** With an id, the end of any other call freezes the browser's tab in 57.0: never pass one. */
  onCallEnd(eventHandler: Handler, callObjectId?: string): void;
  onCallLogSaved(eventHandler: Handler): void;
  onSendCTIMessage(eventHandler: Handler): void;
}
