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

  stop(): void {
    this.#element.pause();
    this.#element.srcObject = null;
  }

  #start(): void {
    // Refused by the browser's autoplay rules: `retry` comes when the microphone is live.
    this.#element.play().catch(() => undefined);
  }
}
