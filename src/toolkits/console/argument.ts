import type { Callback, Handler } from "./vendor-callbacks.ts";

/** Stands in a list of arguments where the vendor takes its callback or handler. */
export const callback: unique symbol = Symbol("callback");

/** What may be given for one parameter of the vendor's: the value, or a function that makes it when the call is made. */
type Argument<Parameter> =
  NonNullable<Parameter> extends Callback | Handler | (() => void)
    ? typeof callback
    : Parameter | (() => Parameter);

/** The arguments of a vendor's method, each callback replaced by {@link callback}. */
export type Arguments<Method> = Method extends (...parameters: infer Parameters) => unknown
  ? { [Index in keyof Parameters]: Argument<Parameters[Index]> }
  : never;

/**
 * An argument in the only forms the vendor's encoding carries: text, boolean, list, or nothing.
 *
 * Numbers become text here rather than somewhere in the script; null, which would travel as the text `null`, is left out;
 * half of a surrogate pair, on which the script throws, becomes the replacement character.
 *
 * @throws TypeError for a number that is not finite: it would travel as the text `NaN`.
 */
export function carried(value: unknown): unknown {
  if (typeof value === "function") return carried((value as () => unknown)());
  if (typeof value === "string") return value.replace(/\p{Cs}/gu, "\uFFFD");
  if (typeof value === "number") return numberText(value);
  if (Array.isArray(value)) return value.map((item) => carried(item) ?? "");
  return carriedObject(value);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be sent`);
  return String(value);
}

function carriedObject(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const entries = Object.entries(value).map(([key, item]) => [key, carried(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/**
 * Text for the places where the vendor takes only text: an object becomes JSON, where the script would send `[object Object]`.
 * It is written when the call is made, so that an object which has no JSON form rejects the call and does not throw beside it.
 */
export function asText(message: string | object): () => string {
  return () => (typeof message === "string" ? message : JSON.stringify(message));
}
