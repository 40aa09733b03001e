import type { Stop } from "../../base/emitter.ts";
import type { Answer } from "./answer.ts";
import { json, malformed, maybeText, name, text, texts } from "./answer.ts";
import { asText, callback } from "./argument.ts";
import { Caller } from "./caller.ts";
import type { ConsoleLink } from "./console-link.ts";
import type { VendorCti } from "./vendor.ts";

/** Which way a call goes. */
export type CallType = "internal" | "inbound" | "outbound";

/** What a call is announced with. */
export interface CallBeginning {
  readonly callType: CallType;
  /** Shown in the interaction log's menu of calls. */
  readonly callLabel: string;
}

/** How a call ended. */
export interface CallEnding {
  /** Seconds. */
  readonly callDuration: number;
  /** Such as `Answered`. */
  readonly callDisposition: string;
}

/** What is known of a call beside its Id. */
export interface CallAttachedData {
  /** Parsed from JSON text; undefined when nothing is attached. Whoever attached it says what it is: check it before use. */
  readonly data: unknown;
  /** Undefined when it was not asked for, or the console does not say. */
  readonly type: CallType | undefined;
}

/** A call began, or a call's log was saved. */
export interface IdEvent {
  readonly id: string;
}

/** A call ended. */
export interface CallEnded {
  readonly id: string;
  /** Seconds; undefined when whoever ended the call sent no number. */
  readonly duration: number | undefined;
  readonly disposition: string | undefined;
}

/** A page of the console sent text to the softphone. */
export interface CtiMessage {
  /** From whichever page of the console: check it before use. */
  readonly message: string;
}

/**
 * Tells the console's pages about calls, and hears what they tell the softphone.
 *
 * Every promise rejects with `ToolkitError` only: `unavailable`, `refused`, `timeout`, or `malformed`.
 * A call object's Id is any text that the softphone chooses.
 */
export class Cti {
  readonly #cti: Caller<VendorCti>;

  constructor(link: ConsoleLink) {
    this.#cti = new Caller(link, ({ cti }) => cti);
  }

  /**
   * Lists the calls that the console knows of, in the order of their arrival. Since API 24.0.
   *
   * @returns An empty list when there are none, however the console writes that.
   * @example
   * ```ts
   * const [oldest] = await cti.getCallObjectIds();
   * ```
   */
  getCallObjectIds(): Promise<string[]> {
    return this.#cti.get("getCallObjectIds", [callback], callObjectIds);
  }

  /**
   * Tells the console which calls there are. Since API 31.0.
   *
   * @param ids - Oldest first.
   * @example
   * ```ts
   * await cti.setCallObjectIds(["call.1", "call.2"]);
   * ```
   */
  setCallObjectIds(ids: readonly string[]): Promise<void> {
    return this.#cti.do("setCallObjectIds", [ids, callback]);
  }

  /**
   * Reads what is attached to a call. Since API 24.0; the call's type since 29.0.
   *
   * The callback goes second and the options third, as in the script, not as in the manual's syntax line; and never null.
   *
   * @param options - With `getCallType: false`, the type is not asked for, as a script before 29.0 needs it.
   * @example
   * ```ts
   * const { data, type } = await cti.getCallAttachedData("call.1");
   * ```
   */
  getCallAttachedData(
    callObjectId: string,
    { getCallType = true }: { readonly getCallType?: boolean } = {},
  ): Promise<CallAttachedData> {
    const params = getCallType ? { getCallType } : undefined;
    return this.#cti.get("getCallAttachedData", [callObjectId, callback, params], callAttachedData);
  }

  /**
   * Attaches data to a call, for the console's other pages. Since API 31.0.
   *
   * @param callData - An object is sent as JSON text, where the script would send `[object Object]`; text must be JSON already.
   * @example
   * ```ts
   * await cti.setCallAttachedData("call.1", { ANI: "+14155550101" }, "inbound");
   * ```
   */
  setCallAttachedData(
    callObjectId: string,
    callData: string | object,
    callType: CallType,
  ): Promise<void> {
    return this.#cti.do("setCallAttachedData", [
      callObjectId,
      asText(callData),
      callType,
      callback,
    ]);
  }

  /**
   * Announces a call to interaction logs and other components. Since API 31.0.
   *
   * @example
   * ```ts
   * await cti.fireOnCallBegin("call.1", { callType: "inbound", callLabel: "Call from Ada Sample" });
   * ```
   */
  fireOnCallBegin(callObjectId: string, { callType, callLabel }: CallBeginning): Promise<void> {
    return this.#cti.do("fireOnCallBegin", [callObjectId, callType, callLabel, callback]);
  }

  /**
   * Announces that a call is over. Since API 31.0. Has no effect unless `fireOnCallBegin` came first.
   *
   * @example
   * ```ts
   * await cti.fireOnCallEnd("call.1", { callDuration: 60, callDisposition: "Answered" });
   * ```
   */
  fireOnCallEnd(
    callObjectId: string,
    { callDuration, callDisposition }: CallEnding,
  ): Promise<void> {
    return this.#cti.do("fireOnCallEnd", [callObjectId, callDuration, callDisposition, callback]);
  }

  /**
   * Announces that a call's log was saved, where an interaction log of your own saved it. Since API 31.0.
   *
   * @param id - Record Id of the log.
   * @example
   * ```ts
   * await cti.fireOnCallLogSaved("00Tx00000012345");
   * ```
   */
  fireOnCallLogSaved(id: string): Promise<void> {
    return this.#cti.do("fireOnCallLogSaved", [id, callback]);
  }

  /**
   * Sends text from a page of the console to the softphone. Since API 24.0.
   *
   * @param msg - An object is sent as JSON text.
   * @example
   * ```ts
   * await cti.sendCTIMessage("/dial?num=14155550101");
   * ```
   */
  sendCTIMessage(msg: string | object): Promise<void> {
    return this.#cti.do("sendCTIMessage", [asText(msg), callback]);
  }

  /**
   * Calls `listener` when a call begins. Since API 24.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = cti.onCallBegin(({ id }) => show(id));
   * ```
   */
  onCallBegin(listener: (event: IdEvent) => void): Stop {
    return this.#cti.listen("onCallBegin", [callback], { decode: idEvent, listener });
  }

  /**
   * Calls `listener` when a call ends, or when one certain call does. Since API 24.0.
   *
   * The Id never reaches the script, whose own filter freezes the browser's tab when any other call ends.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = cti.onCallEnd(({ duration }) => note(duration), "call.1");
   * ```
   */
  onCallEnd(listener: (event: CallEnded) => void, callObjectId?: string): Stop {
    const concerned = (event: CallEnded) => {
      if (callObjectId === undefined || event.id === callObjectId) listener(event);
    };
    return this.#cti.listen("onCallEnd", [callback], { decode: callEnded, listener: concerned });
  }

  /**
   * Calls `listener` when a call's log was saved, by the standard interaction log or with `fireOnCallLogSaved`. Since API 31.0.
   *
   * @returns Stops this listener. The event's `id` is the saved Task's.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = cti.onCallLogSaved(({ id }) => link(id));
   * ```
   */
  onCallLogSaved(listener: (event: IdEvent) => void): Stop {
    return this.#cti.listen("onCallLogSaved", [callback], { decode: idEvent, listener });
  }

  /**
   * Calls `listener` when a page of the console sends text with `sendCTIMessage`. Since API 31.0.
   *
   * @returns Stops this listener.
   * @throws `ToolkitError` with code `unavailable` when the console cannot be told.
   * @example
   * ```ts
   * const stop = cti.onSendCTIMessage(({ message }) => offer(message));
   * ```
   */
  onSendCTIMessage(listener: (event: CtiMessage) => void): Stop {
    return this.#cti.listen("onSendCTIMessage", [callback], { decode: ctiMessage, listener });
  }
}

const callTypes: readonly CallType[] = ["internal", "inbound", "outbound"];

function callObjectIds(answer: Answer): string[] {
  return texts(answer, "ids");
}

/** `data` holds JSON text; `type` comes in capitals. */
function callAttachedData(answer: Answer): CallAttachedData {
  const given = maybeText(answer, "type")?.toLowerCase();
  const type = callTypes.find((known) => known === given);
  if (given !== type) throw malformed(answer.method, "type is no type of call");
  return { data: json(answer, "data"), type };
}

function idEvent(answer: Answer): IdEvent {
  return { id: name(answer, "id") };
}

/** Other pages can end calls too, so a `duration` that is no number must not hide the end. */
function callEnded(answer: Answer): CallEnded {
  const duration = Number(maybeText(answer, "duration") ?? NaN);
  return {
    id: name(answer, "id"),
    duration: Number.isFinite(duration) ? duration : undefined,
    disposition: maybeText(answer, "disposition"),
  };
}

function ctiMessage(answer: Answer): CtiMessage {
  return { message: text(answer, "message") };
}
