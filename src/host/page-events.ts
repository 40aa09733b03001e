/**
 * What other pages of the CRM and the phone tell each other: the names of the events, and what each carries.
 *
 * In a console they travel as console events; elsewhere a page posts `{ event, message }` to the phone's frame. The
 * message is always JSON text. The version is part of the name: a later one adds names, and leaves these alone.
 *
 * A page of the CRM's may use them without this file; `src/clicktodial` is one that does use it, and so this file
 * imports nothing.
 */
export const pageEvents = {
  /** A page asks how the phone is; the phone answers with {@link pageEvents.state}. */
  hello: "switchhook.v1.hello",
  /** A page asks for a call: {@link DialOrder}. */
  dial: "switchhook.v1.dial",
  /** A page hands over numbers to be called one after the other: {@link ListOrder}. */
  list: "switchhook.v1.list",
  /** A page asks the phone to come forward. */
  show: "switchhook.v1.show",
  /** A call began, here or there: {@link CallBegan}. */
  callBegan: "switchhook.v1.callBegan",
  /** More is known of a call that is up: {@link CallBegan}. Told to a page that says hello, too. */
  callChanged: "switchhook.v1.callChanged",
  /** It is over: {@link CallEnded}. */
  callEnded: "switchhook.v1.callEnded",
  /** The phone tells how it is: {@link PhoneState}. */
  state: "switchhook.v1.state",
  /** The phone tells what became of a list: {@link ListAnswer}. */
  listTaken: "switchhook.v1.listTaken",
} as const;

/** Record of the CRM that a number belongs to. */
export interface PageRecord {
  /** 15 or 18 characters. */
  readonly id: string;
  /** API name of the object: `Contact`. */
  readonly object: string;
  readonly name: string;
}

export interface DialOrder {
  /** As the page shows it. */
  readonly number: string;
  readonly record?: PageRecord;
}

/** A row of a {@link ListOrder}. */
export interface ListOrderRow extends DialOrder {
  /** The record says that it must not be called. */
  readonly doNotCall?: boolean;
}

export interface ListOrder {
  readonly name: string;
  readonly rows: readonly ListOrderRow[];
}

/**
 * What became of a list that was handed over.
 *
 * - `busy`: there is an unfinished list already.
 * - `refused`: the administrator does not want it.
 * - `empty`: no number in it.
 * - `signedOut`: nobody is signed in to the phone.
 */
export type ListAnswer =
  | { readonly taken: number }
  | { readonly taken: 0; readonly reason: "busy" | "refused" | "empty" | "signedOut" };

export interface PhoneState {
  /** Whether the phone takes a number now. */
  readonly ready: boolean;
  /** Outgoing calls that are up. */
  readonly calls: readonly PageCall[];
}

export interface PageCall {
  /** As it was dialled. */
  readonly number: string;
  readonly recordId?: string;
}

/** A call, from its first ring on. All texts are strangers': to be shown, never to be interpreted. */
export interface CallBegan {
  /** The same over page loads; in a console also the Id that `sforce.console.cti` knows it by. */
  readonly id: string;
  readonly direction: "incoming" | "outgoing" | "internal";
  readonly number: string;
  readonly name?: string;
  /** The record that the call is about, where that is known already. */
  readonly record?: PageRecord;
  /** What the telephone system sent along, by name. */
  readonly attached?: Readonly<Record<string, string>>;
}

export interface CallEnded {
  readonly id: string;
  /** Whole seconds of conversation; 0 when there was none. */
  readonly seconds: number;
  /** In a word or two, in English: `Answered`, `Busy`. */
  readonly disposition: string;
}

/** What a page asks of the phone. */
export type PageRequest =
  | { readonly event: "hello" }
  | { readonly event: "show" }
  | { readonly event: "dial"; readonly order: DialOrder }
  | { readonly event: "list"; readonly order: ListOrder };

/** What the phone tells the pages. */
export type PhoneNews =
  | { readonly event: "state"; readonly state: PhoneState }
  | { readonly event: "callBegan" | "callChanged"; readonly call: CallBegan }
  | { readonly event: "callEnded"; readonly call: CallEnded }
  | { readonly event: "listTaken"; readonly answer: ListAnswer };

/** An event as it travels. */
export interface WireEvent {
  readonly event: string;
  readonly message: string;
}

/** Rows that a list may have; what is more is left out. */
const mostRows = 2_000;
const longestMessage = 2_000_000;

export function encodeRequest(request: PageRequest): WireEvent {
  const content = "order" in request ? request.order : {};
  return { event: pageEvents[request.event], message: JSON.stringify(content) };
}

export function encodeNews(news: PhoneNews): WireEvent {
  return { event: pageEvents[news.event], message: JSON.stringify(contentOf(news)) };
}

function contentOf(news: PhoneNews): object {
  if (news.event === "state") return news.state;
  return news.event === "listTaken" ? news.answer : news.call;
}

/** Reads what a page sent, whoever it is; `undefined` for what is no request. */
export function decodeRequest({ event, message }: WireEvent): PageRequest | undefined {
  const content = parsed(message);
  const bare = (["hello", "show"] as const).find((name) => event === pageEvents[name]);
  if (bare) return { event: bare };
  if (event === pageEvents.dial) {
    const order = dialOrder(content);
    return order && { event: "dial", order };
  }
  if (event !== pageEvents.list || !Array.isArray(content?.rows)) return undefined;
  const rows = content.rows.slice(0, mostRows).flatMap((row) => listRow(row) ?? []);
  return { event: "list", order: { name: line(content.name, 80) ?? "", rows } };
}

/** Reads what the phone told; `undefined` for what is no news. */
export function decodeNews({ event, message }: WireEvent): PhoneNews | undefined {
  const content = parsed(message);
  if (!content) return undefined;
  if (event === pageEvents.state && Array.isArray(content.calls)) {
    const calls = content.calls.flatMap((call) => pageCall(call) ?? []);
    return { event: "state", state: { ready: content.ready === true, calls } };
  }
  if (event !== pageEvents.listTaken || typeof content.taken !== "number") return undefined;
  return { event: "listTaken", answer: content as ListAnswer }; // by the phone's own hand
}

/** Reads an event out of a posted message; `undefined` for what is none. */
export function decodeWireEvent(data: unknown): WireEvent | undefined {
  const { event, message } = fields(data) ?? {};
  return typeof event === "string" && typeof message === "string" ? { event, message } : undefined;
}

/** Whether a call is the one that a number in a page stands for: by the record and the number's last digits. */
export function isCallTo(call: PageCall, { number, record }: DialOrder): boolean {
  if (call.recordId !== undefined && record && !sameRecord(call.recordId, record.id)) return false;
  const [called, shown] = [digitsOf(call.number), digitsOf(number)];
  const length = Math.min(called.length, shown.length, 9);
  return length > 0 && called.slice(-length) === shown.slice(-length);
}

/** The long form of an Id has three more characters than the short one. */
function sameRecord(one: string, other: string): boolean {
  return one.slice(0, 15) === other.slice(0, 15);
}

/** An extension is not dialled with the number. */
function digitsOf(number: string): string {
  return number.replace(/(x|ext\.?|extension)\s*\d+.*$/i, "").replace(/\D/g, "");
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(message: string): Fields | undefined {
  if (message.length > longestMessage) return undefined;
  try {
    return fields(JSON.parse(message));
  } catch {
    return undefined;
  }
}

function fields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null ? (value as Fields) : undefined; // any member is unknown
}

function dialOrder(value: unknown): DialOrder | undefined {
  const given = fields(value);
  const number = line(given?.number, 80);
  if (number === undefined || !/\d/.test(number)) return undefined;
  const record = pageRecord(given?.record);
  return { number, ...(record && { record }) };
}

function listRow(value: unknown): ListOrderRow | undefined {
  const order = dialOrder(value);
  const { doNotCall } = fields(value) ?? {};
  return order && { ...order, ...(doNotCall === true && { doNotCall }) };
}

function pageRecord(value: unknown): PageRecord | undefined {
  const { id, object, name } = fields(value) ?? {};
  if (typeof id !== "string" || !/^[a-z\d]{15}([a-z\d]{3})?$/i.test(id)) return undefined;
  if (typeof object !== "string" || !/^\w{1,80}$/.test(object)) return undefined;
  return { id, object, name: line(name, 255) ?? "" };
}

function pageCall(value: unknown): PageCall | undefined {
  const { number, recordId } = fields(value) ?? {};
  if (typeof number !== "string") return undefined;
  return { number, ...(typeof recordId === "string" && { recordId }) };
}

/** A text without line breaks, cut to a length. */
function line(value: unknown, longest: number): string | undefined {
  return typeof value === "string"
    ? value.replace(/\s+/g, " ").trim().slice(0, longest)
    : undefined;
}
