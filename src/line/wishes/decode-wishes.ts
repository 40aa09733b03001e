import { fieldsOf } from "../../base/fields.ts";
import type { Availability, PresenceSnapshot } from "../protocol.ts";
import type { KeptWishes } from "./wish-store.ts";

/** Milliseconds for which they count once no line has them any more: a break, and no night. */
const lifetime = 8 * 3_600_000;

/** How they are written down. */
export const dated = (kept: KeptWishes) => ({ ...kept, at: Date.now() });

/** Left by ourselves as a rule, perhaps by another release; whatever else it is counts for nothing. */
export function decodeWishes(value: unknown): KeptWishes | undefined {
  const { owner, at, wishes } = fieldsOf(value);
  const { doNotDisturb, presence } = fieldsOf(wishes);
  if (typeof owner !== "string" || typeof at !== "number" || !isPresence(presence))
    return undefined;
  if (Date.now() - at > lifetime) return undefined;
  return { owner, wishes: { doNotDisturb: doNotDisturb === true, presence } };
}

function isPresence(value: unknown): value is PresenceSnapshot {
  const { phase, since, chosen, until, calls } = fieldsOf(value);
  if (typeof since !== "number" || !isAvailability(chosen)) return false;
  if (phase !== "wrapUp") return ["ready", "notReady", "onCall"].includes(String(phase));
  const areCalls = Array.isArray(calls) && calls.every((call) => typeof call === "string");
  return areCalls && typeof until === "number";
}

function isAvailability(value: unknown): value is Availability {
  const { ready, reason, by } = fieldsOf(value);
  const isReason = reason === undefined || typeof reason === "string";
  return typeof ready === "boolean" && isReason && (by === "agent" || by === "work");
}
