import { samplesPerFrame } from "./mu-law.ts";

const keys = "0123456789*#ABCD";
const endBit = 128;
const volume = 10;
const framesPerDigit = 6;
const framesBetween = 4;

/** One packet of a key press on its way (RFC 4733), or the silence between two. */
export type DigitFrame =
  | { readonly kind: "pause" }
  | { readonly kind: "event"; readonly first: boolean; readonly payload: Buffer };

/** The packets for a row of key presses, one per 20 ms; the end is said three times, as it may get lost. */
export function digitFrames(digits: string): DigitFrame[] {
  return Array.from(digits).flatMap((digit) => {
    const pressed = Array.from({ length: framesPerDigit }, (_, index): DigitFrame => {
      return { kind: "event", first: index === 0, payload: payloadOf(digit, index + 1, false) };
    });
    const released = Array.from({ length: 3 }, (): DigitFrame => {
      return { kind: "event", first: false, payload: payloadOf(digit, framesPerDigit, true) };
    });
    const pause = Array.from({ length: framesBetween }, (): DigitFrame => ({ kind: "pause" }));
    return [...pressed, ...released, ...pause];
  });
}

function payloadOf(digit: string, frames: number, end: boolean): Buffer {
  const payload = Buffer.from([keys.indexOf(digit), volume | (end ? endBit : 0), 0, 0]);
  payload.writeUInt16BE(frames * samplesPerFrame, 2);
  return payload;
}

/** Hears key presses in RTP packets, each once, and whether or not its end arrives, as real telephones do. */
export class DigitEar {
  #lastTimestamp: number | undefined;

  /** The key that this packet presses, if it is the first to say so. */
  hear(payload: Uint8Array, timestamp: number): string | undefined {
    const [event = 255] = payload;
    if (timestamp === this.#lastTimestamp) return undefined;
    this.#lastTimestamp = timestamp;
    return keys[event];
  }
}

/** The key in the body of a SIP INFO (`application/dtmf-relay` or `application/dtmf`). */
export function digitInInfo(body: string): string | undefined {
  const [, digit] = /^\s*(?:Signal\s*=\s*)?([0-9*#A-D])\s*$/im.exec(body) ?? [];
  return digit?.toUpperCase();
}
