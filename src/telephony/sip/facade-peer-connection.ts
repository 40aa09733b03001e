import type { Stop } from "../../base/emitter.ts";
import { MediaError, type IceChoice, type MediaDocument, type MediaPort } from "../media-port.ts";
import { facadeTrack } from "./facade-track.ts";
import { WireSdp } from "./wire-sdp.ts";

export interface Description {
  readonly type: "offer" | "answer";
  readonly sdp: string;
}

export interface FacadeOptions {
  readonly call: string;
  readonly media: MediaPort;
  /** How the other side is to be found, asked for each time: TURN servers take a password for a while only. */
  readonly ice: () => IceChoice;
  readonly dtlsClient: boolean;
  /** The call is up already, in another dialog: its sound is not to wait for the microphone. */
  readonly resumed?: boolean;
  /** The first offer or answer cannot be made. JsSIP does not hear of it: the owner ends the call. */
  readonly onFailed: (error: MediaError) => void;
  /** The other side needs a new offer before there is sound again. */
  readonly onStale: () => void;
}

/** Milliseconds before trying again to describe a call that is up; doubled each time. */
const firstPause = 250;
const longestPause = 8_000;
/** Milliseconds until a call that is up is offered without sound where no document is there. */
const longestWait = 1_000;

/**
 * What JsSIP takes for an `RTCPeerConnection`, where there is none: each call is passed to the document that
 * carries the audio, and to the next document when that one dies.
 *
 * Five rules keep a call alive in JsSIP:
 * - gathering is always complete and the ICE connection never fails, whatever the document goes through;
 * - once the call is confirmed, making an offer or an answer never rejects;
 * - such an offer does not wait for a document for long, but says that there is no sound for now;
 * - an answer that a lost document cannot take in counts as taken in, and the owner is asked for a new offer;
 * - as with a real one, promises of a closed connection never settle.
 */
export class FacadePeerConnection extends EventTarget {
  readonly iceGatheringState = "complete";
  readonly iceConnectionState = "new";
  signalingState: RTCSignalingState = "stable";
  localDescription: Description | null = null;

  readonly #options: FacadeOptions;
  readonly #wire: WireSdp;
  readonly #stops = new Set<Stop>();
  /** The document that has, or is making, the peer connection. */
  #carrier: MediaDocument | undefined;
  #remote: Description | undefined;
  #confirmed = false;
  /** We hold the other side. JsSIP writes that into our offers in a call that is up, and into nothing else. */
  held = false;
  /** The carrier has taken in the other side's offer, and owes an answer. */
  #offerTaken = false;
  /** The peer connection of the carrier is of no use: the next offer starts with a new one. */
  #broken = false;
  /** Nothing gets through any more: the next offer looks for a new way. */
  #stalled = false;
  #enabled = true;

  constructor(options: FacadeOptions) {
    super();
    this.#options = options;
    this.#wire = new WireSdp(options);
  }

  /** A stream for JsSIP's option `mediaStream`, so that it never asks for a microphone itself. */
  get stream(): Pick<MediaStream, "getTracks" | "getAudioTracks" | "getVideoTracks"> {
    // JsSIP only looks at these members of a track.
    const track = this.#track as unknown as MediaStreamTrack;
    return { getTracks: () => [track], getAudioTracks: () => [], getVideoTracks: () => [] };
  }

  /** Whether the document that is to carry the audio does. */
  get current(): boolean {
    return (
      !this.#broken &&
      !this.#stalled &&
      this.#carrier === this.#options.media.current(this.#options.call)
    );
  }

  /** From now on losing the document must not end the call. */
  confirm(): void {
    this.#confirmed = true;
  }

  /** The last offer came to nothing: what the document made for it is of no use. */
  markBroken(): void {
    this.#broken = true;
  }

  /** The document's network changed, or nothing comes through: the next offer restarts ICE, and nothing else. */
  markStalled(): void {
    this.#stalled = true;
  }

  /** Presses a key; says whether it was sent as a whole. */
  async sendTone(key: string): Promise<boolean> {
    const { call } = this.#options;
    const carrier = this.current ? this.#carrier : undefined;
    const sent = carrier?.ask({ order: "sendDtmf", call, tones: key, duration: 100, gap: 70 });
    try {
      await sent;
      return sent !== undefined;
    } catch {
      return false;
    }
  }

  createOffer(): Promise<Description> {
    // A 200 after a 183 with SDP: JsSIP asks for another offer only to take in the answer once more.
    if (!this.#confirmed && this.#remote && this.localDescription)
      return Promise.resolve(this.localDescription);
    return this.#describe("offer");
  }

  createAnswer(): Promise<Description> {
    return this.#confirmed ? this.#answerReOffer() : this.#describe("answer");
  }

  setLocalDescription(description: Description): Promise<void> {
    this.localDescription = description;
    this.signalingState = description.type === "offer" ? "have-local-offer" : "stable";
    return Promise.resolve();
  }

  async setRemoteDescription(description: Description): Promise<void> {
    const before = this.#remote;
    this.#remote = description;
    if (description.type === "offer") await this.#takeOffer(description);
    else if (this.#confirmed || !before) await this.#takeAnswer(description);
    // A 200 that answers otherwise than its 183 did (another branch of a fork): offer anew once confirmed.
    else this.#broken ||= before.sdp !== description.sdp;
    this.signalingState = description.type === "offer" ? "have-remote-offer" : "stable";
  }

  addTrack(): object {
    return this.#sender;
  }

  getSenders(): object[] {
    return [this.#sender];
  }

  close(): void {
    this.signalingState = "closed";
    this.#drop();
    for (const stop of this.#stops) stop();
    this.#stops.clear();
  }

  readonly #track = facadeTrack((enabled) => {
    this.#enabled = enabled;
    this.#carrier?.tell({ order: "setMuted", call: this.#options.call, muted: !enabled });
  });
  readonly #sender = { track: this.#track };

  async #describe(type: Description["type"]): Promise<Description> {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      const document = await this.#unlessClosed(this.#documentInTime());
      if (!document) return this.#silentOffer();
      try {
        return await this.#unlessClosed(this.#describeIn(document, type));
      } catch (error) {
        const problem = asMediaError(error);
        this.#drop();
        if (problem.code === "gone") continue;
        if (!this.#confirmed) return this.#fail(problem);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  async #describeIn(document: MediaDocument, type: Description["type"]): Promise<Description> {
    const fresh = this.#broken || document !== this.#carrier;
    if (document !== this.#carrier) this.#drop();
    this.#carrier = document;
    if (type === "answer" && this.#remote) await this.#apply(this.#remote, fresh);
    const sdp = await this.#ask(document, fresh && type === "offer");
    this.#broken = this.#stalled = false;
    return { type, sdp: this.#wire[type](sdp, this.held) };
  }

  /** A call that is up does not wait long: the other side may have asked for the offer. */
  #documentInTime(): Promise<MediaDocument | undefined> {
    const document = this.#document();
    return this.#confirmed ? Promise.race([document, late()]) : document;
  }

  #silentOffer(): Description {
    this.#broken = true;
    return { type: "offer", sdp: this.#wire.silentOffer(this.localDescription?.sdp ?? "") };
  }

  /** The other side offers in a call that is up: only the document that carries the audio can answer. */
  async #answerReOffer(): Promise<Description> {
    const sdp = await this.#answerTaken();
    if (sdp !== undefined) return { type: "answer", sdp: this.#wire.answer(sdp, this.held) };
    this.#broken = true;
    this.#options.onStale();
    const last = this.localDescription?.sdp ?? "";
    return { type: "answer", sdp: this.#wire.silentAnswer(last, this.#remote?.sdp ?? "") };
  }

  async #answerTaken(): Promise<string | undefined> {
    if (!this.#offerTaken || !this.#carrier?.alive) return undefined;
    this.#offerTaken = false;
    try {
      return await this.#unlessClosed(this.#ask(this.#carrier, false));
    } catch {
      this.#drop();
      return undefined;
    }
  }

  async #takeOffer(offer: Description): Promise<void> {
    // The first offer is taken in by whichever document makes the answer.
    if (!this.#confirmed || !this.current) return;
    try {
      await this.#unlessClosed(this.#apply(offer, false));
      this.#offerTaken = true;
    } catch (error) {
      if (asMediaError(error).code !== "gone") throw error;
    }
  }

  async #takeAnswer(answer: Description): Promise<void> {
    try {
      await this.#unlessClosed(this.#apply(answer, false));
    } catch (error) {
      const lost = asMediaError(error).code === "gone";
      if (!lost && !this.#confirmed) throw error;
      this.#drop();
      this.#broken = true;
      if (this.#confirmed) this.#options.onStale();
    }
  }

  #ask(document: MediaDocument, fresh: boolean): Promise<string> {
    const { call, ice } = this.#options;
    const resumed = this.#confirmed || this.#options.resumed === true;
    const restart = this.#stalled && !fresh;
    return document.ask({
      order: "describe",
      call,
      fresh,
      resumed,
      ...(restart && { restart }),
      muted: !this.#enabled,
      ...ice(),
    });
  }

  async #apply({ type, sdp }: Description, fresh: boolean): Promise<void> {
    const { call, ice } = this.#options;
    if (!this.#carrier) throw new MediaError("gone", "No document carries the call");
    await this.#carrier.ask({
      order: "apply",
      call,
      fresh,
      muted: !this.#enabled,
      type,
      sdp: this.#wire.fromThem(sdp),
      ...ice(),
    });
  }

  #document(): Promise<MediaDocument> {
    const { media, call } = this.#options;
    return new Promise((resolve) => {
      const look = () => {
        const found = this.signalingState === "closed" ? undefined : media.current(call);
        if (!found) return;
        stop();
        this.#stops.delete(stop);
        resolve(found);
      };
      const stop = media.on("moved", look);
      this.#stops.add(stop);
      look();
    });
  }

  #fail(problem: MediaError): Promise<never> {
    this.#options.onFailed(problem);
    return never();
  }

  #drop(): void {
    this.#carrier?.tell({ order: "drop", call: this.#options.call });
    this.#carrier = undefined;
    this.#offerTaken = false;
  }

  #unlessClosed<Value>(promise: Promise<Value>): Promise<Value> {
    const closed = () => this.signalingState === "closed";
    return promise.then(
      (value) => (closed() ? never<Value>() : value),
      (error: unknown) => (closed() ? never<Value>() : Promise.reject(asMediaError(error))),
    );
  }
}

/** Resolves when whoever waits for an offer has waited long enough. */
const late = () => new Promise<undefined>((resolve) => setTimeout(resolve, longestWait, undefined));

const never = <Value = never>() => new Promise<Value>(() => undefined);

function asMediaError(error: unknown): MediaError {
  if (error instanceof MediaError) return error;
  return new MediaError("media", "The document failed", { cause: error });
}
