export type Direction = "sendrecv" | "sendonly" | "recvonly" | "inactive";

/** Which way sound flows, as the writer of the description sees it. */
export function directionOf(sdp: string): Direction {
  const audio = /^m=audio[^]*?(?=^m=|$(?![^]))/m.exec(sdp)?.[0] ?? sdp;
  const [, found] = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(audio) ?? [];
  return isDirection(found) ? found : "sendrecv";
}

function isDirection(text: string | undefined): text is Direction {
  return text === "sendrecv" || text === "sendonly" || text === "recvonly" || text === "inactive";
}

/** True when the writer does not want to hear us: we are on hold. */
export function holdsUs(sdp: string): boolean {
  const direction = directionOf(sdp);
  return direction === "sendonly" || direction === "inactive";
}

/** The certificate's mark: when it changes, another peer connection has taken over. An ICE restart keeps it. */
export function fingerprintOf(sdp: string): string | undefined {
  return /^a=fingerprint:(.*?)\s*$/im.exec(sdp)?.[1]?.toLowerCase();
}

/** The payload type by which the writer wants key presses. */
export function digitTypeOf(sdp: string): number | undefined {
  const [, type] = /^a=rtpmap:(\d+) telephone-event\/8000/im.exec(sdp) ?? [];
  return type === undefined ? undefined : Number(type);
}

/** True when the writer leaves all connectivity checks to us. */
export function isIceLite(sdp: string): boolean {
  return /^a=ice-lite\s*$/m.test(sdp);
}
