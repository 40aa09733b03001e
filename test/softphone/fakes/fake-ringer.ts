import { Emitter, type Stop } from "../../../src/base/emitter.ts";
import type { RingerEvents, RingSound } from "../../../src/media/ringer.ts";

/** A ringer that makes no sound. */
export class FakeRinger {
  readonly events = new Emitter<RingerEvents>();
  armed: boolean;
  playing: RingSound | undefined;

  constructor(armed = true) {
    this.armed = armed;
  }

  on<Name extends keyof RingerEvents>(
    name: Name,
    listener: (event: RingerEvents[Name]) => void,
  ): Stop {
    return this.events.on(name, listener);
  }

  arm(): void {
    this.armed = true;
    this.events.emit("armedChanged", { armed: true });
  }

  play(sound: RingSound): void {
    this.playing = sound;
  }

  stop(): void {
    this.playing = undefined;
  }
}
