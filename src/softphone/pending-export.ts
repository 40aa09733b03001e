import type { CallSnapshot } from "../line/protocol.ts";
import { logOf } from "./call-log.ts";

/** Calls that are not logged as a table for a spreadsheet, with all that would have been logged. */
export function asCsv(calls: readonly CallSnapshot[]): string {
  const rows = calls
    .flatMap((call) => logOf(call) ?? [])
    .map((log) => [
      new Date(log.startedAt).toISOString(),
      log.subject,
      log.direction,
      log.seconds,
      log.disposition,
      log.record?.id ?? "",
      log.callId,
      log.notes,
    ]);
  const names = ["Start", "Subject", "Direction", "Seconds", "Result", "Record", "Call", "Notes"];
  return [names, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** What others wrote must not become a formula in the agent's spreadsheet. */
function cell(value: string | number): string {
  const text = String(value).replace(/^(?=[=+\-@\t\r])/, "'");
  return `"${text.replaceAll('"', '""')}"`;
}
