import type { Stop } from "../../base/emitter.ts";
import type { Description } from "./facade-peer-connection.ts";

const names = ["window", "RTCPeerConnection", "RTCSessionDescription"] as const;

/**
 * Lets JsSIP find what it expects of a browser's window, in a worker too: `new RTCPeerConnection({ facade })`
 * gives the facade, anything else the browser's own. Returns what undoes it.
 */
export function installFacade(): Stop {
  // What JsSIP reads from the global object; a worker has none of the three.
  const scope = globalThis as unknown as Record<(typeof names)[number], unknown>;
  const before = names.map((name) => scope[name]);
  const own = scope.RTCPeerConnection as typeof RTCPeerConnection | undefined;
  scope.window ??= globalThis;
  scope.RTCSessionDescription ??= SessionDescription;
  scope.RTCPeerConnection = function (config: RTCConfiguration & { facade?: object }) {
    return config.facade ?? (own ? new own(config) : undefined);
  };
  return () => {
    for (const [index, name] of names.entries())
      if (scope[name] !== before[index]) scope[name] = before[index];
  };
}

class SessionDescription {
  readonly type: string;
  readonly sdp: string;

  constructor({ type, sdp }: Description) {
    this.type = type;
    this.sdp = sdp;
  }
}
