import { canonicalName, writtenName } from "./field-names.ts";

const mirrored = ["via", "from", "to", "call-id", "cseq"];

/**
 * Answers what looks like a request but is none: as much of the `400` as can be made of it.
 *
 * `undefined` for a response, for an ACK, and where too little is readable for anybody to know the answer again.
 */
export function badRequestFor(text: string): string | undefined {
  const [first = "", ...lines] = text.slice(0, 8_192).trimStart().split(/\r?\n/);
  if (!/^(?!SIP\/|ACK\b)\S+ .*SIP\/2\.0$/i.test(first)) return undefined;
  const fields = lines.flatMap((line): string[] => {
    const [, name = "", value = ""] = /^([^:\s]+)\s*:\s*(.*)$/.exec(line) ?? [];
    const known = canonicalName(name);
    return mirrored.includes(known) ? [`${writtenName(known)}: ${value}`] : [];
  });
  if (fields.length < mirrored.length) return undefined;
  return ["SIP/2.0 400 Bad Request", ...fields, "Content-Length: 0", "", ""].join("\r\n");
}
