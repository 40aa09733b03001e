import type { MicrophoneProblem } from "../telephony/call.ts";

/** The part of a document that tells whether the page around it passes the microphone on. */
export interface PolicyHolder {
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
 */
export function microphoneProblem(error: unknown, page: PolicyHolder): MicrophoneProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "missing";
  if (name === "NotReadableError" || name === "AbortError") return "busy";
  return isBlocked(page) ? "blockedByPage" : "refused";
}

function isBlocked({ permissionsPolicy, featurePolicy }: PolicyHolder): boolean {
  const policy = permissionsPolicy ?? featurePolicy;
  return policy !== undefined && !policy.allowsFeature("microphone");
}
