import type { MicrophoneProblem } from "./call.ts";

/**
 * Orders to the document that carries the audio. A line has no `RTCPeerConnection`: it asks a document's.
 *
 * `describe` and `apply` are answered with a {@link MediaReply} of the same `n`; the others are not answered.
 */
export type MediaCommand =
  /**
   * Make an offer, or an answer when an offer was applied; resolves with the SDP once it is worth sending.
   * `fresh`: start with a new peer connection and a new certificate.
   */
  | {
      readonly order: "describe";
      readonly n: number;
      readonly call: string;
      readonly fresh: boolean;
      readonly muted: boolean;
      readonly iceServers: readonly RTCIceServer[];
    }
  /** Take in the other side's SDP. */
  | {
      readonly order: "apply";
      readonly n: number;
      readonly call: string;
      readonly fresh: boolean;
      readonly muted: boolean;
      readonly type: "offer" | "answer";
      readonly sdp: string;
      readonly iceServers: readonly RTCIceServer[];
    }
  | { readonly order: "setMuted"; readonly call: string; readonly muted: boolean }
  | {
      readonly order: "sendDtmf";
      readonly call: string;
      readonly tones: string;
      /** Milliseconds. */
      readonly duration: number;
      readonly gap: number;
    }
  /** The call is over, or another document has it: close the peer connection. */
  | { readonly order: "drop"; readonly call: string };

/** Answer to an order with a number. `sdp` is empty for `apply`. */
export type MediaReply =
  | { readonly n: number; readonly ok: true; readonly sdp: string }
  | {
      readonly n: number;
      readonly ok: false;
      readonly problem: MicrophoneProblem | "media";
      readonly detail: string;
    };
