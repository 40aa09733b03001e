import { withDeadline } from "../../../base/deadline.ts";
import { fieldsOf } from "../../../base/fields.ts";

/** A call of one of the exchange's robots that has not ended. */
export interface RunningCall {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly state: string;
  readonly held: boolean;
  /** What the robot hears: loudness from 0 to 1, and a tone's pitch. */
  readonly heard: string;
}

const patience = 5_000;

/** Who calls whom, and what the exchange sends along with it. */
export interface CustomerCall {
  readonly from: string;
  readonly to: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Lets a customer of the exchange call. */
export async function callAgent(call: CustomerCall): Promise<void> {
  await ask("/exchange/calls", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(call),
  });
}

export async function hangUp(id: string): Promise<void> {
  await ask(`/exchange/calls/${encodeURIComponent(id)}`, { method: "DELETE" });
}

export async function runningCalls(): Promise<readonly RunningCall[]> {
  const json = await ask("/exchange/calls");
  return Array.isArray(json) ? json.flatMap(decodeCall) : [];
}

function decodeCall(json: unknown): readonly RunningCall[] {
  const { id, from, to, state, held, heard } = fieldsOf(json);
  if (typeof id !== "string" || state === "ended") return [];
  const call = { id, from: textOf(from), to: textOf(to), state: textOf(state) };
  return [{ ...call, held: held === true, heard: hearing(fieldsOf(heard)) }];
}

function hearing({ rms, frequency }: Readonly<Record<string, unknown>>): string {
  const pitch = typeof frequency === "number" ? `${Math.round(frequency)} Hz` : "";
  const loudness = typeof rms === "number" ? `loudness ${rms.toFixed(3)}` : "";
  return [loudness, pitch].filter(Boolean).join(", ");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

async function ask(path: string, options: RequestInit = {}): Promise<unknown> {
  const response = await withDeadline(fetch(path, options), patience, "the exchange's answer");
  const body = await response.text();
  if (!response.ok) throw new Error(`The exchange answered ${response.status}: ${body}`);
  return body === "" ? undefined : JSON.parse(body);
}
