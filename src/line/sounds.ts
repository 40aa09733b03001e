import type { Call, MicrophoneProblem } from "../telephony/call.ts";
import type { Quiet } from "../telephony/call-quality.ts";
import type { MediaReport } from "../telephony/media-port.ts";
import type { CallSound } from "./protocol.ts";
import type { QualityBook } from "./quality-book.ts";

/** Follows how the sound of each call fares, from what documents and the other side say of it. */
export class Sounds {
  readonly #sounds = new Map<string, Sound>();
  readonly #changed: () => void;
  readonly #clock: () => number;

  /** @param changed - Called after each change. */
  constructor(changed: () => void, clock: () => number = Date.now) {
    this.#changed = changed;
    this.#clock = clock;
  }

  /** @param quality - Where its seconds are added up. */
  follow(call: Call, quality: QualityBook): void {
    const sound = new Sound(quality);
    this.#sounds.set(call.id, sound);
    call.on("soundRefused", ({ status }) => {
      sound.refuse(status, this.#clock());
      this.#changed();
    });
  }

  /** A call that was taken over has been silent since then. */
  lost(call: string, at: number): void {
    this.#sounds.get(call)?.lose(at);
  }

  of(call: string): CallSound | undefined {
    return this.#sounds.get(call)?.snapshot;
  }

  /** Only the view that carries a call knows how it sounds: what another says of it is late. */
  hear(report: MediaReport, carrier: string | undefined, view: string): void {
    const sound = this.#sounds.get(report.call);
    if (!sound || carrier !== view) return;
    switch (report.news) {
      case "flowing":
        sound.flow(view, this.#clock());
        break;
      case "stalled":
        sound.stall(this.#clock());
        break;
      case "microphone":
        sound.microphone = report.problem;
        break;
      case "quality":
        sound.quality.add(report.sample);
        break;
      case "quiet":
        sound.quiet = report.quiet;
    }
    this.#changed();
  }

  /** A view is gone, and with it the sound of the calls that it carried. */
  lose(view: string): void {
    for (const sound of this.#sounds.values())
      if (sound.carrier === view) sound.lose(this.#clock());
  }

  /** Another view is to carry a call. */
  move(call: string, to: string): void {
    const sound = this.#sounds.get(call);
    if (sound?.carrier !== undefined && sound.carrier !== to) sound.lose(this.#clock());
  }

  forget(call: string): void {
    this.#sounds.delete(call);
  }
}

/** One call's. */
class Sound {
  /** The view that was heard of last. */
  carrier: string | undefined;
  microphone: MicrophoneProblem | undefined;
  quiet: Quiet = {};
  readonly quality: QualityBook;
  #lostAt: number | undefined;
  #state:
    | { phase: "carried" | "resuming"; since: number }
    | { phase: "refused"; since: number; status: number }
    | undefined;
  #gap: number | undefined;

  constructor(quality: QualityBook) {
    this.quality = quality;
  }

  get snapshot(): CallSound | undefined {
    if (!this.#state) return undefined;
    return {
      ...this.#state,
      resumed: this.quality.resumed,
      ...(this.#gap !== undefined && { gap: this.#gap }),
      ...(this.microphone && { microphone: this.microphone }),
      ...((this.quiet.us ?? this.quiet.them) && { quiet: this.quiet }),
    };
  }

  flow(view: string, now: number): void {
    this.carrier = view;
    if (this.#state?.phase === "carried") return;
    if (this.#lostAt !== undefined) {
      this.quality.resumed += 1;
      this.#gap = now - this.#lostAt;
      this.#lostAt = undefined;
    }
    this.#state = { phase: "carried", since: now };
  }

  stall(now: number): void {
    this.#lostAt ??= now;
    this.#state = { phase: "resuming", since: this.#lostAt };
  }

  lose(now: number): void {
    this.carrier = undefined;
    // The next document has a microphone of its own.
    this.microphone = undefined;
    this.quiet = {};
    this.#lostAt ??= now;
    this.#state = { phase: "resuming", since: this.#lostAt };
  }

  refuse(status: number, now: number): void {
    this.#state = { phase: "refused", since: this.#lostAt ?? now, status };
  }
}
