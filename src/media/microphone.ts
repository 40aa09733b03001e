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

/** The one microphone that all calls of a document share. */
export class Microphone {
  readonly #options: MicrophoneOptions;
  #opening: Promise<MediaStreamTrack> | undefined;

  constructor(options: MicrophoneOptions) {
    this.#options = options;
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

  async #open(): Promise<MediaStreamTrack> {
    try {
      const [track] = (await this.#options.open()).getAudioTracks();
      if (!track) throw new DOMException("The stream has no audio", "NotFoundError");
      track.addEventListener("ended", () => (this.#opening = undefined));
      return track;
    } catch (cause) {
      this.#opening = undefined;
      throw new MicrophoneError(microphoneProblem(cause, this.#options.page), { cause });
    }
  }
}
