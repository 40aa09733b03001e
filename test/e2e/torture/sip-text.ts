/** Header fields by name; `undefined` leaves out one that a message usually has. */
type Fields = Readonly<Record<string, string | undefined>>;

export interface RequestParts {
  readonly method?: string;
  readonly uri?: string;
  readonly version?: string;
  /** Take the place of the usual ones, or come after them. */
  readonly fields?: Fields;
  /** Header lines that are written as they are, after the others. */
  readonly raw?: readonly string[];
  readonly body?: string;
}

/** A SIP message to be written into the line's WebSocket, with the trait that makes it odd. */
export interface OddMessage {
  readonly name: string;
  readonly trait: string;
  readonly text: string;
  /** Call-ID of a request that may ring, so that whoever sent it can take it back. */
  readonly rings?: string;
}

export const offer = [
  "v=0",
  "o=- 1 1 IN IP4 192.0.2.1",
  "s=-",
  "c=IN IP4 192.0.2.1",
  "t=0 0",
  "m=audio 49170 RTP/AVP 0",
  "a=rtpmap:0 PCMU/8000",
  "",
].join("\r\n");

/** Writes a request out: a well-formed one of a stranger, but for what `parts` changes. */
export function request(id: string, target: string, parts: RequestParts = {}): string {
  const { method = "INVITE", uri = target, version = "SIP/2.0", body = "" } = parts;
  const typed = body === "" ? {} : { "Content-Type": "application/sdp" };
  const fields: Fields = {
    ...usual(id, target, method),
    ...typed,
    ...lengthOf(body),
    ...parts.fields,
  };
  return written(`${method} ${uri} ${version}`, fields, parts);
}

/** Writes a response out, to a request that nobody sent. */
export function response(
  id: string,
  target: string,
  parts: RequestParts & { status: string },
): string {
  const { status, version = "SIP/2.0", body = "" } = parts;
  const fields: Fields = { ...usual(id, target, "INVITE"), ...lengthOf(body), ...parts.fields };
  return written(`${version} ${status}`, fields, parts);
}

function written(start: string, fields: Fields, { raw = [], body = "" }: RequestParts): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return [start, ...lines, ...raw, "", body].join("\r\n");
}

function usual(id: string, target: string, method: string): Fields {
  return {
    Via: `SIP/2.0/WSS stranger.invalid;branch=z9hG4bK${id}`,
    "Max-Forwards": "70",
    From: `<sip:stranger@example.com>;tag=from-${id}`,
    To: `<${target}>`,
    "Call-ID": `${id}@stranger.invalid`,
    CSeq: `1 ${method}`,
    Contact: "<sip:stranger@192.0.2.1>",
  };
}

function lengthOf(body: string): Fields {
  return { "Content-Length": String(Buffer.byteLength(body)) };
}
