/** How well a call was heard during one second, as the document that carries it measures. */
export interface QualitySample {
  /** Mean opinion score, from 1 to 4.5, as the E-model estimates it. */
  readonly mos: number;
  /** Packets that should have come, and those of them that did not. */
  readonly expected: number;
  readonly lost: number;
  /** Share of our packets that the other side says it missed; absent where it says nothing. */
  readonly lossThere?: number;
  /** Milliseconds. */
  readonly jitter: number;
  /** Milliseconds; absent where nobody has measured it yet. */
  readonly roundTrip?: number;
  /** `PCMU`, `opus` */
  readonly codec?: string;
  readonly path?: MediaPath;
}

/** Which way the packets take: the kinds of the two ICE candidates, and the protocol. */
export interface MediaPath {
  /** `host`, `srflx`, `prflx` or `relay`. */
  readonly local: string;
  readonly remote: string;
  /** `udp` or `tcp`; with a relay, how the relay is reached. */
  readonly protocol: string;
}

/**
 * What is not heard although the call is up.
 *
 * - `us`: the microphone gives no sound at all, as one does that is muted by a button of its own.
 * - `them`: `nothing` arrives, or packets do that hold `silence`.
 */
export interface Quiet {
  readonly us?: true;
  readonly them?: "nothing" | "silence";
}
