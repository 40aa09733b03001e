import * as v from "valibot";
import type { CustomerOrder } from "./options.ts";

/** What may stand in a SIP address or a header field: no line breaks, no halves of characters. */
const line = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^[^\p{Cc}\p{Cs}]*$/u, "has a control character"),
);
const party = v.pipe(line, v.trim(), v.nonEmpty("is empty"));
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400_000));
const headerName = v.pipe(v.string(), v.regex(/^X-[A-Za-z0-9-]{1,60}$/i, "is no X- header"));

const order = v.strictObject({
  from: party,
  to: party,
  name: v.exactOptional(line),
  headers: v.exactOptional(v.record(headerName, line)),
  hangUpAfter: v.exactOptional(milliseconds),
  cancelAfter: v.exactOptional(milliseconds),
  tone: v.exactOptional(v.pipe(v.number(), v.minValue(50), v.maxValue(3_500))),
});

/** Reads a customer's call from JSON; a sentence that says what is wrong, where it is none. */
export function decodeOrder(body: unknown): CustomerOrder | string {
  const result = v.safeParse(order, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue);
  return place === null
    ? 'expected {"from": "+14155550101", "to": "agent"}'
    : `"${place}": ${issue.message}`;
}
