import { withDeadline } from "../../../base/deadline.ts";

/** A call that a customer of the exchange has with somebody. */
export interface RunningCall {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly state: string;
  /** How loud the customer hears the agent, and which tone, if the exchange tells. */
  readonly heard?: string;
}

const patience = 5_000;

/** Lets a customer of the exchange call `to`. */
export async function callAgent(from: string, to: string): Promise<void> {
  await ask("/exchange/calls", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ from, to }),
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
  // Only its being an object is taken for granted; each field is checked below.
  const call = (json ?? {}) as Record<string, unknown>;
  if (typeof call.id !== "string") return [];
  const heard = [text(call.level, "level "), text(call.frequency, "", " Hz")].filter(Boolean);
  return [
    {
      id: call.id,
      from: text(call.from),
      to: text(call.to),
      state: text(call.state),
      ...(heard.length > 0 ? { heard: heard.join(", ") } : {}),
    },
  ];
}

function text(value: unknown, before = "", after = ""): string {
  if (typeof value === "number") return `${before}${Math.round(value * 1000) / 1000}${after}`;
  return typeof value === "string" ? `${before}${value}${after}` : "";
}

async function ask(path: string, options: RequestInit = {}): Promise<unknown> {
  const response = await withDeadline(fetch(path, options), patience, "the exchange's answer");
  const body = await response.text();
  if (!response.ok) throw new Error(`The exchange answered ${response.status}: ${body}`);
  return body === "" ? undefined : JSON.parse(body);
}
