import type { ListRow } from "../protocol-list.ts";
import type { ListHead } from "./calling-list.ts";
import type { KeptList } from "./list-store.ts";

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
const count: Check = (value) => typeof value === "number" && Number.isFinite(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const shaped =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(checks).every(([name, check]) => check((value as Fields)[name]));
const phase = (word: string, others: Readonly<Record<string, Check>> = {}): Check =>
  shaped({ phase: (value) => value === word, ...others });

const states: readonly Check[] = [
  phase("waiting"),
  phase("later", { due: count }),
  phase("placed", { call: maybe(text) }),
  phase("done", { at: count, outcome: text }),
];

const isRow = shaped({
  key: count,
  number: text,
  name: maybe(text),
  notes: text,
  attempts: count,
  callBackAt: maybe(count),
  doNotCall: maybe((value) => typeof value === "boolean"),
  record: maybe(shaped({ id: text, object: text, name: maybe(text) })),
  state: (value) => states.some((check) => check(value)),
});

const isHead = shaped({
  name: text,
  mode: (value) => value === "preview" || value === "progressive",
  rules: shaped({ pause: count, retryAfter: count, retries: count }),
});

/** Reads what an older or newer release, or a broken disk, left behind; `undefined` when it is no list. */
export function decodeList(head: unknown, rows: readonly unknown[]): KeptList | undefined {
  if (!isHead(head)) return undefined;
  // Each field that is used has just been looked at.
  const whole = rows.filter((row): row is ListRow => isRow(row));
  // A row's key is its place: where one is missing, the keys of the others would lie.
  const sorted = whole
    .sort((one, other) => one.key - other.key)
    .map((row, key): ListRow => ({ ...row, key }));
  return { head: head as ListHead, rows: sorted };
}
