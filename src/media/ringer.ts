import { Emitter, type Listenable, type Stop } from "../base/emitter.ts";

/** `ring`: somebody calls us. `waiting`: somebody calls while we talk. `ringback`: it rings at the other end. */
export type RingSound = "ring" | "waiting" | "ringback";

/** What a {@link Ringer} announces. */
export interface RingerEvents {
  armedChanged: { readonly armed: boolean };
}

/** Two frequencies in hertz and a rhythm in seconds, as telephones of North America sound. */
interface Cadence {
  readonly tones: readonly number[];
  readonly on: number;
  readonly off: number;
  readonly volume: number;
  /** How often per second the tone wavers; a bell does, a tone on the line does not. */
  readonly waver?: number;
}

const cadences: Record<RingSound, Cadence> = {
  ring: { tones: [900, 1160], on: 1.4, off: 1.6, volume: 0.25, waver: 22 },
  // One short tone every ten seconds: the conversation goes on.
  waiting: { tones: [440], on: 0.3, off: 9.7, volume: 0.05 },
  ringback: { tones: [440, 480], on: 2, off: 4, volume: 0.06 },
};

/**
 * The ring, made from tones so that nothing has to be loaded.
 *
 * A browser lets a document make sound only after the agent has clicked or typed in it, or while it uses the
 * microphone: until then the ringer is not {@link Ringer.armed}, and a ring that was begun is heard from the
 * moment it is.
 */
export class Ringer implements Listenable<RingerEvents> {
  readonly #events = new Emitter<RingerEvents>();
  readonly #context: AudioContext;
  #playing: { readonly sound: RingSound; readonly stop: Stop } | undefined;

  constructor(context: AudioContext) {
    this.#context = context;
    context.addEventListener("statechange", () => {
      this.#events.emit("armedChanged", { armed: this.armed });
    });
  }

  /** Whether a ring would be heard. */
  get armed(): boolean {
    return this.#context.state === "running";
  }

  /** The sound that is being played, heard or not. */
  get playing(): RingSound | undefined {
    return this.#playing?.sound;
  }

  on<Name extends keyof RingerEvents>(
    name: Name,
    listener: (event: RingerEvents[Name]) => void,
  ): Stop {
    return this.#events.on(name, listener);
  }

  /** Asks the browser for leave to make sound: to be called while it handles a click or a key. */
  arm(): void {
    // Without leave the promise stays open until there is one, so its end is not waited for.
    void this.#context.resume();
  }

  /** Plays `sound` over and over, until {@link Ringer.stop}. */
  play(sound: RingSound): void {
    if (this.#playing?.sound === sound) return;
    this.stop();
    this.arm();
    this.#playing = { sound, stop: this.#start(cadences[sound]) };
  }

  stop(): void {
    this.#playing?.stop();
    this.#playing = undefined;
  }

  #start(cadence: Cadence): Stop {
    // A looped buffer, because timers of a tab in the background are slowed down.
    const source = new AudioBufferSourceNode(this.#context, {
      buffer: oneRound(cadence),
      loop: true,
    });
    source.connect(this.#context.destination);
    source.start();
    return () => {
      source.stop();
      source.disconnect();
    };
  }
}

function oneRound({ tones, on, off, volume, waver }: Cadence): AudioBuffer {
  const sampleRate = 8000;
  const buffer = new AudioBuffer({ length: (on + off) * sampleRate, sampleRate });
  const samples = buffer.getChannelData(0);
  for (let n = 0; n < on * sampleRate; n++) {
    const time = n / sampleRate;
    const edge = Math.min(1, time * 50, (on - time) * 50); // no click at either end
    const bell = waver && Math.sin(2 * Math.PI * waver * time) < 0 ? 0.4 : 1;
    const sum = tones.reduce((all, tone) => all + Math.sin(2 * Math.PI * tone * time), 0);
    samples[n] = (volume * edge * bell * sum) / tones.length;
  }
  return buffer;
}
