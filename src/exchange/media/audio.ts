import { randomInt } from "node:crypto";
import { DigitEar, type DigitFrame, digitFrames } from "./dtmf.ts";
import { Meter } from "./meter.ts";
import { decodeMuLaw, encodeMuLaw, samplesPerFrame } from "./mu-law.ts";
import { Pacer } from "./pacer.ts";
import { type ReceivedPacket, Peer } from "./peer.ts";
import { digitTypeOf, fingerprintOf, holdsUs, isIceLite } from "./sdp.ts";
import { silence, type Sound } from "./sound.ts";

const muLawType = 0;
const usualDigitType = 101;

/** What a robot does with its voice: says something, or says back what it hears. */
export type Voice = Sound | "echo";

/**
 * The sound of one call as a robot has it, over all the peer connections that carry it in turn.
 *
 * The meter and the voice go on when a page load at the other end makes a new peer connection necessary.
 */
export class Audio {
  readonly meter = new Meter();
  /** Hears the keys that the other end presses. */
  onDigit: (digit: string) => void = () => undefined;
  #voice: Voice = silence();
  #peer: Peer | undefined;
  #fingerprint: string | undefined;
  #pacer: Pacer | undefined;
  #ear = new DigitEar();
  #digitType = usualDigitType;
  #digits: DigitFrame[] = [];
  #digitTimestamp = 0;
  #timestamp = randomInt(2 ** 31);
  #heldByThem = false;
  #heldByUs = false;
  #closed = false;
  #losses = 0;
  #owed = 0;

  /** Share of its packets that are lost on the way, from 0 to 1. */
  set lossy(share: number) {
    this.#losses = share;
  }

  set voice(voice: Voice) {
    this.#voice = voice;
  }

  /** True when the other end does not want to hear us. */
  get held(): boolean {
    return this.#heldByThem;
  }

  /** Answers an offer: on the same peer connection, or on a new one if theirs is new. */
  async answer(offer: string): Promise<string> {
    const before = this.#peer;
    const isSame = before !== undefined && fingerprintOf(offer) === this.#fingerprint;
    const peer = isSame ? before : this.#newPeer(isIceLite(offer) ? "full" : "lite");
    const answer = await peer.answer(offer);
    if (!isSame) await before?.close();
    this.#agree(offer);
    return answer;
  }

  /** True when somebody keeps the other end from being heard. */
  get quiet(): boolean {
    return this.#heldByThem || this.#heldByUs;
  }

  /** Answers the offer of somebody else who takes the other end's place. */
  answerAnother(offer: string): Promise<string> {
    this.#fingerprint = undefined;
    return this.answer(offer);
  }

  /** Offers what we have, or a first peer connection. */
  offer(): Promise<string> {
    const peer = this.#peer ?? this.#newPeer("lite");
    return peer.offer(this.#heldByUs ? "sendonly" : "sendrecv");
  }

  async accept(answer: string): Promise<void> {
    await this.#peer?.accept(answer);
    this.#agree(answer);
  }

  /** The next offer asks the other end to be silent, or to speak again. */
  hold(on: boolean): void {
    this.#heldByUs = on;
  }

  /** Presses keys that the other end hears as RFC 4733 events. */
  sendDigits(digits: string): void {
    this.#digits.push(...digitFrames(digits));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#pacer?.stop();
    await this.#peer?.close();
  }

  #newPeer(ice: "lite" | "full"): Peer {
    const peer: Peer = new Peer(ice, (packet) => {
      if (peer === this.#peer) this.#hear(packet);
    });
    this.#peer = peer;
    this.#ear = new DigitEar();
    this.meter.losses.mark(); // another stream, with numbers of its own
    return peer;
  }

  #agree(theirs: string): void {
    this.#fingerprint = fingerprintOf(theirs);
    this.#digitType = digitTypeOf(theirs) ?? usualDigitType;
    this.#heldByThem = holdsUs(theirs);
    if (!this.#closed) this.#pacer ??= new Pacer((skipped) => this.#speak(skipped));
  }

  #hear({ payloadType, payload, timestamp, sequence }: ReceivedPacket): void {
    this.meter.losses.hear(sequence);
    if (payloadType === muLawType) {
      this.meter.hear(decodeMuLaw(payload));
      if (this.#voice === "echo") this.#say(payload);
    } else if (payloadType === this.#digitType) {
      // No sound, but no gap either.
      this.meter.hear(new Int16Array());
      const digit = this.#ear.hear(payload, timestamp);
      if (digit !== undefined) this.onDigit(digit);
    }
  }

  #speak(skipped: number): void {
    const digit = this.#digits.shift();
    if (digit) this.#press(digit);
    else if (this.#voice !== "echo") {
      this.#timestamp = later(this.#timestamp, skipped * samplesPerFrame);
      this.#say(encodeMuLaw(this.#voice()));
    }
  }

  #say(payload: Buffer): void {
    const timestamp = this.#timestamp;
    this.#timestamp = later(timestamp, payload.length);
    if (this.#heldByThem) return;
    const packet = { payloadType: muLawType, timestamp, marker: false, payload };
    if (this.#isLost()) this.#peer?.lose();
    else this.#peer?.send(packet);
  }

  /** Evenly, not by chance: a test counts on it. */
  #isLost(): boolean {
    this.#owed += this.#losses;
    if (this.#owed < 1) return false;
    this.#owed -= 1;
    return true;
  }

  #press(frame: DigitFrame): void {
    this.#timestamp = later(this.#timestamp, samplesPerFrame);
    if (frame.kind === "pause") return;
    // All packets of one key press carry the time at which it began.
    if (frame.first) this.#digitTimestamp = this.#timestamp;
    this.#peer?.send({
      payloadType: this.#digitType,
      timestamp: this.#digitTimestamp,
      marker: frame.first,
      payload: frame.payload,
    });
  }
}

function later(timestamp: number, samples: number): number {
  return (timestamp + samples) >>> 0;
}
