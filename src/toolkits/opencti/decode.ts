import { ToolkitError } from "../toolkit-error.ts";

/** An object whose members have not been looked at yet. */
export type Facts = Readonly<Record<string, unknown>>;

/** For answers that are not what Salesforce's documentation says. */
export function malformed(method: string, reason: string, cause?: unknown): ToolkitError {
  return new ToolkitError("malformed", { method, reason, cause });
}

/** For values that must be an object with named members. */
export function expectObject(method: string, value: unknown): Facts {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    // Any object can be read as one with unknown members.
    return value as Facts;
  }
  throw malformed(method, "Salesforce answered with something that is not an object");
}

/**
 * For texts that may be absent: `""` then.
 *
 * Blanks around them are cut, which the vendor's guide has in an Id.
 */
export function expectText(method: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw malformed(method, "Salesforce put no text where one belongs");
}

/** For flags that may be absent: `false` then. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

/**
 * For any reply: its members, once it is clear that it reports no error.
 *
 * A reply's `error` may be `null` or empty, which is none.
 *
 * @throws `ToolkitError` with code `refused` and Salesforce's own text when it does.
 */
export function expectReply(method: string, reply: unknown): Facts {
  const facts = expectObject(method, reply);
  if (!facts.error) return facts;
  const reason = typeof facts.error === "string" ? facts.error : "Salesforce reported an error";
  throw new ToolkitError("refused", { method, reason });
}

/** For methods whose `result` reports whether Salesforce did as asked. */
export function expectDone(method: string, reply: unknown): void {
  if (!expectAnswer(method, reply)) throw refused(method, "false");
}

/** For methods whose `result` answers a question with yes or no. */
export function expectAnswer(method: string, reply: unknown): boolean {
  const { result } = expectReply(method, reply);
  if (isTrue(result)) return true;
  if (result === false || result === "false") return false;
  throw malformed(method, "Salesforce answered neither true nor false");
}

/** For methods whose `result` is an answer: `false` and nothing mean that Salesforce had none. */
export function expectResult(method: string, reply: unknown): unknown {
  const { result } = expectReply(method, reply);
  if (result === false) throw refused(method, "false");
  if (result === null || result === "") throw refused(method, "nothing");
  return result;
}

/** For methods whose `result` is JSON in a text. */
export function expectJson(method: string, reply: unknown): unknown {
  const result = expectResult(method, reply);
  return typeof result === "string" ? parseJson(method, result) : result;
}

/** Reads JSON. */
export function parseJson(method: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw malformed(method, "Salesforce's answer is not valid JSON", cause);
  }
}

function refused(method: string, answer: string): ToolkitError {
  return new ToolkitError("refused", { method, reason: `Salesforce answered ${answer}` });
}
