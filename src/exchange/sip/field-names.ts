const compactForms = new Map([
  ["a", "accept-contact"],
  ["b", "referred-by"],
  ["c", "content-type"],
  ["d", "request-disposition"],
  ["e", "content-encoding"],
  ["f", "from"],
  ["i", "call-id"],
  ["j", "reject-contact"],
  ["k", "supported"],
  ["l", "content-length"],
  ["m", "contact"],
  ["o", "event"],
  ["r", "refer-to"],
  ["s", "subject"],
  ["t", "to"],
  ["u", "allow-events"],
  ["v", "via"],
  ["x", "session-expires"],
]);

const unusualSpelling = new Map([
  ["call-id", "Call-ID"],
  ["cseq", "CSeq"],
  ["www-authenticate", "WWW-Authenticate"],
  ["rack", "RAck"],
  ["rseq", "RSeq"],
]);

/** The name a field has inside: long form, lower case. */
export function canonicalName(written: string): string {
  const name = written.trim().toLowerCase();
  return compactForms.get(name) ?? name;
}

/** The name as RFCs write it. */
export function writtenName(name: string): string {
  return unusualSpelling.get(name) ?? name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

const lists = new Set(["via", "route", "record-route", "contact", "path", "service-route"]);

/** True where one line may carry several values between commas that must be told apart. */
export function isList(name: string): boolean {
  return lists.has(name);
}
