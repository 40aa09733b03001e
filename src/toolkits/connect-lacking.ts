import { ToolkitError, type MissingPart } from "./toolkit-error.ts";

/** What `connect` rejects with. */
export function lacking(missing: MissingPart, reason: string, cause?: unknown): ToolkitError {
  return new ToolkitError("unavailable", { method: "connect", reason, missing, cause });
}
