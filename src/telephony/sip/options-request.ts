/** An OPTIONS request to the server itself: asks nothing but whether it is there. JsSIP drops the answer. */
export function optionsRequest({
  domain,
  user,
  transport,
}: {
  readonly domain: string;
  readonly user: string;
  readonly transport: string;
}): string {
  const token = crypto.randomUUID().replaceAll("-", "");
  return [
    `OPTIONS sip:${domain} SIP/2.0`,
    `Via: SIP/2.0/${transport} ${token.slice(0, 12)}.invalid;branch=z9hG4bK${token}`,
    "Max-Forwards: 70",
    `From: <sip:${user}@${domain}>;tag=${token.slice(0, 10)}`,
    `To: <sip:${domain}>`,
    `Call-ID: ${token}`,
    "CSeq: 1 OPTIONS",
    "Content-Length: 0",
    "",
    "",
  ].join("\r\n");
}
