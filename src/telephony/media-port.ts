import type { Listenable } from "../base/emitter.ts";
import type { MicrophoneProblem } from "./call.ts";
import type { QualitySample, Quiet } from "./call-quality.ts";

/** How a document is to find the other side. */
export interface IceChoice {
  /** STUN and TURN servers. */
  readonly iceServers: readonly RTCIceServer[];
  /** Nothing but relays: the other side does not learn where the agent is. */
  readonly relayOnly?: boolean;
}

/**
 * Orders to the document that carries the audio. A line has no `RTCPeerConnection`: it asks a document's.
 *
 * Those with a number `n` are answered with a {@link MediaReply} of the same `n`; the others are not answered.
 */
export type MediaCommand =
  /**
   * Make an offer, or an answer when an offer was applied; resolves with the SDP once it is worth sending.
   * `fresh`: start with a new peer connection and a new certificate.
   * `resumed`: the call is up already, so do not wait for the microphone; it joins when it is live.
   * `restart`: look for a new way to the other side (ICE restart); all else of the connection stays.
   */
  | ({
      readonly order: "describe";
      readonly n: number;
      readonly call: string;
      readonly fresh: boolean;
      readonly resumed?: boolean;
      readonly restart?: boolean;
      readonly muted: boolean;
    } & IceChoice)
  /** Take in the other side's SDP. */
  | ({
      readonly order: "apply";
      readonly n: number;
      readonly call: string;
      readonly fresh: boolean;
      readonly muted: boolean;
      readonly type: "offer" | "answer";
      readonly sdp: string;
    } & IceChoice)
  | { readonly order: "setMuted"; readonly call: string; readonly muted: boolean }
  /** Press a key; answered once it has begun. */
  | {
      readonly order: "sendDtmf";
      readonly n: number;
      readonly call: string;
      readonly tones: string;
      /** Milliseconds. */
      readonly duration: number;
      readonly gap: number;
    }
  /** Let these calls' other sides hear each other, too; the calls of an earlier such order that are missing no more. */
  | { readonly order: "mix"; readonly calls: readonly string[] }
  /** The call is over, or another document has it: close the peer connection. */
  | { readonly order: "drop"; readonly call: string };

/** Answer to an order with a number. `sdp` is empty unless the order was `describe`. */
export type MediaReply =
  | { readonly n: number; readonly ok: true; readonly sdp: string }
  | {
      readonly n: number;
      readonly ok: false;
      readonly problem: MicrophoneProblem | "media";
      readonly detail: string;
    };

/** What a document tells of a call's audio without being asked. */
export type MediaReport =
  /** Its peer connection carries sound: the other side is heard, or could be. */
  | { readonly news: "flowing"; readonly call: string }
  /** Nothing gets through any more, or the network changed: a new way to the other side is to be found. */
  | { readonly news: "stalled"; readonly call: string }
  /** The microphone is gone, or back: without `problem` it is live. */
  | { readonly news: "microphone"; readonly call: string; readonly problem?: MicrophoneProblem }
  /** One more second of a call was measured. */
  | { readonly news: "quality"; readonly call: string; readonly sample: QualitySample }
  /** One side fell silent for some seconds, or is heard again. */
  | { readonly news: "quiet"; readonly call: string; readonly quiet: Quiet };

/** A {@link MediaCommand} that is answered, without its number: who sends it numbers it. */
export type MediaQuestion = WithoutNumber<Extract<MediaCommand, { n: number }>>;
/** A {@link MediaCommand} that is not answered. */
export type MediaNotice = Exclude<MediaCommand, { n: number }>;

type WithoutNumber<Command> = Command extends unknown ? Omit<Command, "n"> : never;

/**
 * Why a document did not do its part.
 *
 * - `gone`: the document died before it answered; another may do it.
 * - `media`: it answered that the browser's WebRTC refused.
 * - a {@link MicrophoneProblem}: there is nothing to send.
 */
export type MediaErrorCode = MicrophoneProblem | "media" | "gone";

/** The only error a {@link MediaDocument} rejects with. Branch on {@link MediaError.code}. */
export class MediaError extends Error {
  override readonly name = "MediaError";
  readonly code: MediaErrorCode;

  constructor(code: MediaErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** A document that can carry audio, as the line sees it. */
export interface MediaDocument {
  readonly id: string;
  /** `false` for good once the document went away. */
  readonly alive: boolean;
  /** Resolves with the SDP asked for; rejects with {@link MediaError}. */
  ask(question: MediaQuestion): Promise<string>;
  /** Does nothing when the document is gone. */
  tell(notice: MediaNotice): void;
}

export interface MediaPortEvents {
  /** Another document is to carry this call's audio from now on. */
  moved: { readonly call: string };
  /** The document that carries this call's audio reaches the other side no more. */
  stalled: { readonly call: string };
}

/** Where a telephone finds the document that carries a call's audio. */
export interface MediaPort extends Listenable<MediaPortEvents> {
  /** The living document that is to carry this call; `undefined` while there is none. */
  current(call: string): MediaDocument | undefined;
}
