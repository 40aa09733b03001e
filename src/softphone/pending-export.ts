import type { Settings } from "../callcenter/schema.ts";
import type { CallLog } from "../host/host.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import { logOf } from "./call-log.ts";
import { furtherFields } from "./log-fields.ts";

type Cell = string | number | undefined;
/** `log`: absent where there is none to save, and only the follow-up is due. */
type Columns = Readonly<Record<string, (call: CallSnapshot, log: CallLog | undefined) => Cell>>;

const columns: Columns = {
  Start: ({ startedAt }) => new Date(startedAt).toISOString(),
  Subject: (_call, log) => log?.subject,
  Direction: ({ direction }, log) => log?.direction ?? direction,
  Number: ({ remote }) => remote.number,
  Seconds: (_call, log) => log?.seconds,
  Result: (_call, log) => log?.disposition,
  Type: (_call, log) => log?.type,
  Record: ({ record }) => record?.id,
  Call: ({ id }) => id,
  Notes: ({ notes }) => notes,
  "Saved as": ({ deeds }) => deeds.logId,
  "Follow-up": ({ draft }) => draft?.followUp?.subject,
  "Follow-up on": ({ draft }) => draft?.followUp?.on,
  "Follow-up saved as": ({ deeds }) => deeds.followUp?.id,
};

/** Calls that are not saved as a table for a spreadsheet, with all that would have been. */
export function asCsv(calls: readonly CallSnapshot[], settings?: Pick<Settings, "log">): string {
  const over = calls.filter(({ state }) => state.phase === "ended");
  const further = over.map((call) =>
    settings ? Object.fromEntries(furtherFields(call, settings.log)) : {},
  );
  const fields = [...new Set(further.flatMap((each) => Object.keys(each)))];
  const rows = over.map((call, at) => [
    ...Object.values(columns).map((of) => of(call, logOf(call))),
    ...fields.map((name) => further[at]?.[name]),
  ]);
  const table: readonly (readonly Cell[])[] = [[...Object.keys(columns), ...fields], ...rows];
  return table.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** What others wrote must not become a formula in the agent's spreadsheet. */
function cell(value: Cell): string {
  const text = String(value ?? "").replace(/^(?=[=+\-@\t\r])/, "'");
  return `"${text.replaceAll('"', '""')}"`;
}
