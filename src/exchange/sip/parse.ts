import { canonicalName, isList } from "./field-names.ts";
import { SipHeaders } from "./headers.ts";
import { cseqOf, type SipMessage } from "./message.ts";
import { splitList } from "./split-list.ts";
import { SipSyntaxError } from "./syntax-error.ts";

const longest = 65_536;
/** Keeps the work on one field's value small, whatever is written in it. */
const longestLine = 8_192;
const requestLine = /^([A-Za-z0-9.!%*_+`'~-]+) (\S+) SIP\/2\.0$/i;
const statusLine = /^SIP\/2\.0 ([1-6]\d\d)(?: (.*))?$/i;

/**
 * Reads one SIP message; the other end of a WebSocket sends one per frame.
 *
 * @throws {@link SipSyntaxError} when the text is none.
 */
export function parseMessage(text: string): SipMessage {
  if (text.length > longest) throw new SipSyntaxError("tooLong", `${text.length} characters`);
  const { head, rest } = splitHead(text.replace(/^(?:\r?\n)+/, ""));
  const [first = "", ...lines] = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const headers = readHeaders(lines);
  const message = startOf(first, headers, bodyOf(rest, headers));
  expectFields(message);
  return message;
}

function splitHead(text: string) {
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) throw new SipSyntaxError("unfinished", "no empty line after the header fields");
  return { head: text.slice(0, end.index), rest: text.slice(end.index + end[0].length) };
}

function startOf(line: string, headers: SipHeaders, body: string): SipMessage {
  const request = requestLine.exec(line);
  if (request) {
    const [, method = "", uri = ""] = request;
    return { kind: "request", method, uri, headers, body };
  }
  const response = statusLine.exec(line);
  if (!response) throw new SipSyntaxError("startLine", `not a start line: ${line.slice(0, 80)}`);
  const [, status = "", reason = ""] = response;
  return { kind: "response", status: Number(status), reason, headers, body };
}

function readHeaders(lines: readonly string[]): SipHeaders {
  const headers = new SipHeaders();
  for (const line of lines) {
    if (line.length > longestLine) throw new SipSyntaxError("tooLong", "a header field");
    const colon = line.indexOf(":");
    if (colon < 1) throw new SipSyntaxError("header", `not a header field: ${line.slice(0, 80)}`);
    const name = canonicalName(line.slice(0, colon));
    const value = line.slice(colon + 1).trim();
    for (const one of isList(name) ? splitList(value) : [value]) headers.add(name, one);
  }
  return headers;
}

function bodyOf(rest: string, headers: SipHeaders): string {
  const length = headers.get("content-length");
  if (length === undefined) return rest;
  const bytes = Buffer.from(rest);
  if (!/^\d+$/.test(length)) throw new SipSyntaxError("header", `Content-Length: ${length}`);
  if (bytes.length < Number(length)) {
    throw new SipSyntaxError("length", `${bytes.length} bytes of ${length}`);
  }
  return bytes.subarray(0, Number(length)).toString();
}

function expectFields(message: SipMessage): void {
  for (const name of ["via", "from", "to", "call-id", "cseq"]) {
    if (!message.headers.get(name)) throw new SipSyntaxError("header", `${name} is missing`);
  }
  if (!/^\d{1,10}\s+\S+$/.test(message.headers.get("cseq") ?? "")) {
    throw new SipSyntaxError("header", "CSeq is not a number and a method");
  }
  const { number, method } = cseqOf(message);
  if (number >= 2 ** 32) throw new SipSyntaxError("header", "CSeq is too large a number");
  if (message.kind === "request" && message.method !== method) {
    throw new SipSyntaxError("header", "CSeq names another method");
  }
}
