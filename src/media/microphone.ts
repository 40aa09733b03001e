import type { MicrophoneProblem } from "../telephony/call.ts";
import { microphoneProblem } from "./microphone-problem.ts";

/** There is no microphone; branch on {@link MicrophoneError.problem}. */
export class MicrophoneError extends Error {
  override readonly name = "MicrophoneError";
  readonly problem: MicrophoneProblem;

  constructor(problem: MicrophoneProblem, options: { cause: unknown }) {
    super(`No microphone: ${problem}`, options);
    this.problem = problem;
  }
}

export interface MicrophoneOptions {
  /** Asks the browser for the microphone. */
  readonly open: () => Promise<MediaStream>;
  /** The document that asks. */
  readonly page: object;
}

/**
 * How often a refusal is doubted where the browser says that the microphone is granted. For half a second around a page
 * load Chromium refuses all the same: no call is to end for that.
 */
const doubts = 30;

/** The one microphone that all calls of a document share. */
export class Microphone {
  readonly #options: MicrophoneOptions;
  #opening: Promise<MediaStreamTrack> | undefined;
  #live: MediaStreamTrack | undefined;

  constructor(options: MicrophoneOptions) {
    this.#options = options;
  }

  /** The track that is open now. */
  get live(): MediaStreamTrack | undefined {
    return this.#live?.readyState === "live" ? this.#live : undefined;
  }

  /**
   * The microphone's track; asks for it only when it is not live yet.
   *
   * @throws `MicrophoneError` when there is none. The next call asks again.
   */
  acquire(): Promise<MediaStreamTrack> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Lets go of the device, so that the browser stops showing that it listens. */
  release(): void {
    void this.#opening?.then((track) => track.stop()).catch(() => undefined);
    this.#opening = undefined;
  }

  /**
   * Opens the microphone that is chosen now, and only then lets go of the one before: nobody hears a gap.
   *
   * @returns The new track; `undefined` where none was open.
   * @throws `MicrophoneError` when there is none; the one before stays.
   */
  async change(): Promise<MediaStreamTrack | undefined> {
    const before = this.#opening;
    const old = this.live;
    if (!before || !old) return undefined;
    const track = await this.#open(old);
    if (this.#opening !== before) {
      // Meanwhile it was let go, or opened by somebody else.
      track.stop();
      return undefined;
    }
    this.#opening = Promise.resolve(track);
    old.stop();
    return track;
  }

  async #open(before?: MediaStreamTrack): Promise<MediaStreamTrack> {
    for (let left = doubts; ; left--) {
      try {
        return await this.#ask();
      } catch (cause) {
        const problem = microphoneProblem(cause, this.#options.page);
        if (problem !== "refused" || !left || !(await isGranted())) {
          if (!before) this.#opening = undefined;
          throw new MicrophoneError(problem, { cause });
        }
        await new Promise((over) => setTimeout(over, 100));
      }
    }
  }

  async #ask(): Promise<MediaStreamTrack> {
    const [track] = (await this.#options.open()).getAudioTracks();
    if (!track) throw new DOMException("No audio", "NotFoundError");
    track.addEventListener("ended", () => {
      if (this.#live === track) this.#opening = undefined;
    });
    this.#live = track;
    return track;
  }
}

/** Whether the agent has allowed it for good. Not every browser tells. */
const isGranted = async () => {
  try {
    return (await navigator.permissions.query({ name: "microphone" })).state === "granted";
  } catch {
    return false;
  }
};
