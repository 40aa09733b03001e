import { ToolkitError } from "../toolkit-error.ts";
import { expectReply, isTrue, malformed, parseJson } from "./decode.ts";
import { shortId } from "./record-id.ts";

/**
 * The Id of what `saveLog` saved, or `undefined` when Salesforce does not tell.
 *
 * The guide has `result: true` and the Id in `id`; adapters in the field find it in `result`, and no `id`.
 */
export function expectSaved(method: string, reply: unknown): string | undefined {
  const { id, result } = expectReply(method, reply);
  const found = [id, result].find(isId);
  if (found !== undefined || isTrue(result)) return found;
  if (!result && result !== undefined) {
    throw new ToolkitError("refused", { method, reason: "Salesforce saved nothing" });
  }
  // A text that is no Id still means yes, as the adapters in the field read it.
  if (typeof result === "string") return undefined;
  throw malformed(method, "Salesforce answered neither with an Id nor with true");
}

function isId(value: unknown): value is string {
  return typeof value === "string" && shortId(value) !== undefined;
}

/**
 * What an Apex method returned, as it returned it.
 *
 * The script turns exactly `true`, exactly `false` and an empty text into other values; this turns them back.
 */
export function expectApexText(method: string, reply: unknown): string {
  const { result } = expectReply(method, reply);
  if (result === null) return "";
  if (typeof result === "string" || typeof result === "boolean") return String(result);
  throw malformed(method, "Salesforce answered with something that is not text");
}

/**
 * An event's payload, or `undefined` for what is no event: a host that wrongly acknowledges the registration
 * sends `true`, `false` or nothing under the event's name.
 */
export function expectEvent(method: string, reply: unknown): unknown {
  const { result } = expectReply(method, reply);
  if (typeof result === "boolean" || result === null) return undefined;
  return typeof result === "string" ? parseJson(method, result) : (result ?? {});
}
