import { Emitter, type Listenable, type Stop } from "../base/emitter.ts";
import { render, ringtoneNamed, ringtones, type Recipe } from "./ringtones.ts";

/**
 * `ring`: somebody calls us. The others are heard where the conversation is: `waiting`, somebody calls while we talk;
 * `ringback`, it rings at the other end.
 */
export type RingSound = "ring" | LineTone;
type LineTone = "waiting" | "ringback";

/** What a {@link Ringer} announces. */
export interface RingerEvents {
  armedChanged: { readonly armed: boolean };
}

/** How it rings, and where. Device ids are empty for the system's. */
export interface RingOptions {
  readonly ringtone: string | undefined;
  /** From 0 to 1. */
  readonly volume: number;
  readonly ringDevice: string;
  readonly speaker: string;
}

/** As telephones of North America sound. */
const tones: Record<LineTone, Recipe> = {
  // One short tone every ten seconds: the conversation goes on.
  waiting: { round: 10, volume: 0.05, notes: [{ at: 0, length: 0.3, hertz: [440] }] },
  ringback: { round: 6, volume: 0.06, notes: [{ at: 0, length: 2, hertz: [440, 480] }] },
};

/** What Chromium's contexts have, and TypeScript's DOM library leaves out. */
interface Sinkable {
  readonly sinkId?: unknown;
  setSinkId?(id: string): Promise<void>;
}

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
  readonly #openTones: () => AudioContext;
  #tones: AudioContext | undefined;
  #options: RingOptions = { ringtone: undefined, volume: 1, ringDevice: "", speaker: "" };
  #playing: { readonly sound: RingSound; readonly stop: Stop } | undefined;
  #stopSample: Stop = () => undefined;

  /**
   * @param context - Where it rings.
   * @param openTones - Opens a second one, for the tones of a conversation, which may be heard from another device.
   */
  constructor(context: AudioContext, openTones = () => context) {
    this.#context = context;
    this.#openTones = openTones;
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

  /** Takes over how to ring; a ring that goes on changes at once. */
  configure(options: RingOptions): void {
    const before = this.#options;
    this.#options = options;
    useDevice(this.#context, options.ringDevice);
    if (this.#tones) useDevice(this.#tones, options.speaker);
    const isOther = before.ringtone !== options.ringtone || before.volume !== options.volume;
    if (isOther && this.playing === "ring") this.#begin("ring");
  }

  /** Asks the browser for leave to make sound: to be called while it handles a click or a key. */
  arm(): void {
    // Without leave the promise stays open until there is one, so its end is not waited for.
    void this.#context.resume();
  }

  /** Plays `sound` over and over, until {@link Ringer.stop}. */
  play(sound: RingSound): void {
    if (this.#playing?.sound === sound) return;
    this.arm();
    this.#begin(sound);
  }

  /** One round of the ring, to hear how it sounds. */
  sample(): void {
    this.#stopSample();
    this.arm();
    this.#stopSample = this.#start("ring", { loop: false });
  }

  stop(): void {
    this.#playing?.stop();
    this.#playing = undefined;
  }

  #begin(sound: RingSound): void {
    this.stop();
    this.#stopSample();
    this.#playing = { sound, stop: this.#start(sound, { loop: true }) };
  }

  #start(sound: RingSound, { loop }: { loop: boolean }): Stop {
    const { ringtone, volume } = this.#options;
    const context = sound === "ring" ? this.#context : this.#toneContext();
    const recipe = sound === "ring" ? ringtones[ringtoneNamed(ringtone)] : tones[sound];
    // A looped buffer, because timers of a tab in the background are slowed down.
    const source = new AudioBufferSourceNode(context, { buffer: render(recipe), loop });
    const gain = new GainNode(context, { gain: sound === "ring" ? volume : 1 });
    source.connect(gain).connect(context.destination);
    source.start();
    return () => {
      source.stop();
      gain.disconnect();
    };
  }

  #toneContext(): AudioContext {
    if (!this.#tones) {
      this.#tones = this.#openTones();
      if (this.#tones !== this.#context) useDevice(this.#tones, this.#options.speaker);
    }
    void this.#tones.resume();
    return this.#tones;
  }
}

/** A device that is gone leaves the system's. */
function useDevice(context: AudioContext, id: string): void {
  const sinkable: AudioContext & Sinkable = context;
  if (!sinkable.setSinkId || (sinkable.sinkId ?? "") === id) return;
  sinkable.setSinkId(id).catch(() => sinkable.setSinkId?.("").catch(() => undefined));
}
