/** The CANCEL of an INVITE: the same in all that says to which it belongs. */
export function takenBack(invite: string): string {
  const [head = ""] = invite.split("\r\n\r\n");
  return `${head
    .replace(/^INVITE/, "CANCEL")
    .replace(/^(CSeq\s*:\s*\d+\s+)INVITE/m, "$1CANCEL")
    .replace(/^Content-Type:.*\r\n/m, "")
    .replace(/^Content-Length:.*$/m, "Content-Length: 0")}\r\n\r\n`;
}
