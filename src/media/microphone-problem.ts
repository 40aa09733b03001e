import type { MicrophoneProblem } from "../telephony/call.ts";

/** What Chromium's `document` has, under a new name and an old one, and TypeScript's does not. */
interface PolicyHolder {
  readonly permissionsPolicy?: FeaturePolicy;
  readonly featurePolicy?: FeaturePolicy;
}

interface FeaturePolicy {
  allowsFeature(feature: string): boolean;
}

/**
 * Tells why `getUserMedia` failed, so that somebody can do something about it.
 *
 * The permission's own state is no help: it may say "granted" where the page around blocks the microphone.
 *
 * @param page - The document that asked.
 */
export function microphoneProblem(error: unknown, page: object): MicrophoneProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "missing";
  if (name === "NotReadableError" || name === "AbortError") return "busy";
  return isBlocked(page) ? "blockedByPage" : "refused";
}

function isBlocked(page: object): boolean {
  // Looked at with care: both members may be missing.
  const { permissionsPolicy, featurePolicy } = page as PolicyHolder;
  const policy = permissionsPolicy ?? featurePolicy;
  return policy !== undefined && !policy.allowsFeature("microphone");
}
