import { fieldOf } from "../records/layouts.ts";
import type { WorkbenchRecord } from "../records/store.ts";
import { Link } from "./Link.tsx";
import { PhoneNumber } from "./PhoneNumber.tsx";

type FieldValueProps = { record: WorkbenchRecord; api: string; linked?: boolean };

const nameFields = new Set(["Name", "CaseNumber", "Subject"]);

/** One field of a record as Classic shows it; with `linked`, its name leads to it. */
export function FieldValue({ record, api, linked = false }: FieldValueProps) {
  const field = fieldOf(record.object, api);
  const value = record.fields[api] ?? "";
  if (linked && isName(record, api)) return <Named record={record} />;
  if (field.kind === "reference") return <Reference record={record} api={field.api} />;
  if (value === "") return <></>;
  if (field.kind === "phone") return <PhoneNumber number={value} recordId={record.Id} />;
  return <>{worded(field.kind, api, value)}</>;
}

/** A case has a subject too, but is named by its number. */
function isName({ fields, name }: WorkbenchRecord, api: string): boolean {
  return nameFields.has(api) && (fields[api] ?? "") === name;
}

function Named({ record }: { record: WorkbenchRecord }) {
  return <Link href={`/${record.Id}`}>{record.name || "(no name)"}</Link>;
}

function Reference({ record, api }: { record: WorkbenchRecord; api: string }) {
  const id = record.fields[api];
  const name = record.fields[`${api.replace(/Id$/, "")}.Name`];
  return id && name ? <Link href={`/${id}`}>{name}</Link> : <></>;
}

function worded(kind: string, api: string, value: string) {
  if (kind === "email") return <a href={`mailto:${value}`}>{value}</a>;
  if (kind === "money") return `$${Number(value).toLocaleString("en-US")}`;
  if (kind === "longText") return <span class="long-text">{value}</span>;
  if (api === "CallDurationInSeconds") return <data value={value}>{lasted(Number(value))}</data>;
  return value;
}

function lasted(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
