/** Plays what the other side says. */
export class RemoteAudio {
  readonly #element: HTMLAudioElement;

  /** @param element - Needs not be in the document to be heard. */
  constructor(element: HTMLAudioElement) {
    this.#element = element;
    element.autoplay = true;
  }

  play(stream: MediaStream): void {
    this.#element.srcObject = stream;
    this.#start();
  }

  /** The microphone is live: a browser that refused to play before allows it now. */
  retry(): void {
    if (this.#element.srcObject && this.#element.paused) this.#start();
  }

  /** Whether the browser lets it be heard. */
  get isPlaying(): boolean {
    return !this.#element.paused;
  }

  /** @param speaker - The id of an output device; empty for the system's. One that is gone leaves the system's. */
  useSpeaker(speaker: string): void {
    const element = this.#element;
    element.setSinkId(speaker).catch(() => element.setSinkId("").catch(() => undefined));
  }

  stop(): void {
    this.#element.pause();
    this.#element.srcObject = null;
  }

  #start(): void {
    // Refused by the browser's autoplay rules: `retry` comes when the microphone is live.
    this.#element.play().catch(() => undefined);
  }
}
