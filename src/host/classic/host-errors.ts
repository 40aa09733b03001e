import { HostError, type HostErrorCode } from "../host.ts";
import {
  ToolkitError,
  type MissingPart,
  type ToolkitErrorCode,
} from "../../toolkits/toolkit-error.ts";

const codes: Record<ToolkitErrorCode, HostErrorCode> = {
  unavailable: "unsupported",
  refused: "refused",
  timeout: "silent",
  malformed: "failed",
};

const missingParts: Record<MissingPart, HostErrorCode> = {
  origin: "noAddress",
  nonce: "noAddress",
  script: "noScript",
  answer: "silent",
};

/** Lets a toolkit's answer through, and puts its failure into the host's terms. */
export async function inOurTerms<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (cause) {
    throw hostErrorOf(cause);
  }
}

function hostErrorOf(cause: unknown): HostError {
  if (!(cause instanceof ToolkitError)) {
    return new HostError("failed", "Salesforce's toolkit failed", { cause });
  }
  const { code, missing, reason } = cause;
  return new HostError(missing ? missingParts[missing] : codes[code], reason, { cause });
}
