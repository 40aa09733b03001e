import { ToolkitError } from "../toolkit-error.ts";

/** An object that came from Salesforce, and the method that brought it, for the error when a field is not as documented. */
export interface Answer {
  readonly method: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Makes the error for an answer that the vendor's documentation does not describe. */
export function malformed(method: string, reason: string, cause?: unknown): ToolkitError {
  return new ToolkitError("malformed", { method, reason, cause });
}

/** Takes whatever Salesforce handed over for an object with fields. */
export function answerOf(method: string, value: unknown): Answer {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw malformed(method, "the answer is no object");
  }
  // Any object can be read by key; what each field holds is unknown until it is decoded.
  return { method, fields: value as Record<string, unknown> };
}

/** For methods that only report whether the console did as asked. */
export function done(answer: Answer): void {
  if (maybeFlag(answer, "success") === true) return;
  throwIfRefused(answer);
  throw malformed(answer.method, "success is missing");
}

/** For the methods whose answer may lack `success`. */
export function throwIfRefused(answer: Answer): void {
  if (maybeFlag(answer, "success") !== false) return;
  const { error, cause, message } = answer.fields;
  const reason = [error, cause, message].find((text) => typeof text === "string" && text !== "");
  throw new ToolkitError("refused", {
    method: answer.method,
    reason: typeof reason === "string" ? reason : "Salesforce answered no",
  });
}

/** Text that the answer must have. */
export function text(answer: Answer, key: string): string {
  const value = answer.fields[key];
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw malformed(answer.method, `${key} is no text`);
}

/** Text that may be missing: null and undefined, and the three ways in which the wire spells them, all mean missing. */
export function maybeText(answer: Answer, key: string): string | undefined {
  const value = answer.fields[key];
  if (value === null || value === undefined) return undefined;
  const found = text(answer, key);
  return ["", "null", "undefined"].includes(found) ? undefined : found;
}

/** An Id, or other text that is worth nothing when empty, which the answer must have. */
export function name(answer: Answer, key: string): string {
  return required(answer, key, maybeText(answer, key));
}

/** A boolean that may be missing. */
export function maybeFlag(answer: Answer, key: string): boolean | undefined {
  const value = answer.fields[key];
  if (typeof value === "boolean") return value;
  const found = maybeText(answer, key);
  if (found === undefined) return undefined;
  if (found === "true" || found === "false") return found === "true";
  throw malformed(answer.method, `${key} is neither true nor false`);
}

/** A boolean that the answer must have. */
export function flag(answer: Answer, key: string): boolean {
  return required(answer, key, maybeFlag(answer, key));
}

/** A number that may be missing; it travels as text. */
export function maybeNumber(answer: Answer, key: string): number | undefined {
  const found = maybeText(answer, key);
  if (found === undefined) return undefined;
  const value = Number(found);
  if (found.trim() !== "" && Number.isFinite(value)) return value;
  throw malformed(answer.method, `${key} is no number`);
}

/** A number that the answer must have. */
export function number(answer: Answer, key: string): number {
  return required(answer, key, maybeNumber(answer, key));
}

/** A list of texts. The wire turns an empty list into a list of one empty text; both are empty here. */
export function texts(answer: Answer, key: string): string[] {
  const value = answer.fields[key];
  if (!Array.isArray(value)) {
    if (maybeText(answer, key) === undefined) return [];
    throw malformed(answer.method, `${key} is no list`);
  }
  return value.flatMap(
    (item) => maybeText({ ...answer, fields: { [key]: item as unknown } }, key) ?? [],
  );
}

/** What a field holds as JSON text; undefined when it is missing. A page of Salesforce's own gets the value itself. */
export function json(answer: Answer, key: string): unknown {
  const value = answer.fields[key];
  if (typeof value === "object" && value !== null) return value;
  const found = maybeText(answer, key);
  if (found === undefined) return undefined;
  try {
    return JSON.parse(found) as unknown;
  } catch (cause) {
    throw malformed(answer.method, `${key} is no JSON`, cause);
  }
}

/** A list of objects, as JSON text. */
export function records(answer: Answer, key: string): Answer[] {
  const value = json(answer, key) ?? [];
  if (!Array.isArray(value)) throw malformed(answer.method, `${key} is no list`);
  return value.map((item) => answerOf(answer.method, item));
}

function required<Value>(answer: Answer, key: string, value: Value | undefined): Value {
  if (value === undefined) throw malformed(answer.method, `${key} is missing`);
  return value;
}
