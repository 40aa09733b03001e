import { writtenName } from "./field-names.ts";
import type { SipMessage } from "./message.ts";

/** Writes a message as it goes over the wire; `Content-Length` is always that of the body. */
export function formatMessage(message: SipMessage): string {
  const fields = [...message.headers].filter(([name]) => name !== "content-length");
  return [
    startLine(message),
    ...fields.map(([name, value]) => `${writtenName(name)}: ${onOneLine(value)}`),
    `Content-Length: ${Buffer.byteLength(message.body)}`,
    "",
    message.body,
  ].join("\r\n");
}

function startLine(message: SipMessage): string {
  return message.kind === "request"
    ? `${message.method} ${message.uri} SIP/2.0`
    : `SIP/2.0 ${message.status} ${message.reason}`;
}

/** A line break in a value would begin a field of its own. */
function onOneLine(value: string): string {
  return value.replace(/[\r\n]+/g, " ");
}
