import { Emitter, type Stop } from "../base/emitter.ts";
import type { Ringer, RingerEvents, RingSound } from "./ringer.ts";

/** Stands in for the ringer until it is loaded, which a page need not wait for: what is to sound then sounds. */
export class LateRinger implements Pick<Ringer, "armed" | "on" | "arm" | "play" | "stop"> {
  readonly #events = new Emitter<RingerEvents>();
  #ringer: Ringer | undefined;
  #wanted: RingSound | undefined;

  /** Nothing is wrong as long as nobody knows. */
  get armed(): boolean {
    return this.#ringer?.armed ?? true;
  }

  on<Name extends keyof RingerEvents>(
    name: Name,
    listener: (event: RingerEvents[Name]) => void,
  ): Stop {
    return this.#events.on(name, listener);
  }

  /** What the agent clicked before the ringer came, the browser remembers by itself. */
  arm(): void {
    this.#ringer?.arm();
  }

  play(sound: RingSound): void {
    this.#wanted = sound;
    this.#ringer?.play(sound);
  }

  stop(): void {
    this.#wanted = undefined;
    this.#ringer?.stop();
  }

  /** It is loaded. */
  become(ringer: Ringer): void {
    this.#ringer = ringer;
    ringer.on("armedChanged", (event) => this.#events.emit("armedChanged", event));
    this.#events.emit("armedChanged", { armed: ringer.armed });
    if (this.#wanted) ringer.play(this.#wanted);
  }
}
