import { Emitter, type Stop } from "../../src/base/emitter.ts";
import {
  MediaError,
  type MediaDocument,
  type MediaErrorCode,
  type MediaNotice,
  type MediaPort,
  type MediaPortEvents,
  type MediaQuestion,
} from "../../src/telephony/media-port.ts";

let made = 0;

/** A document that answers at once with a description of its own, unless told otherwise. */
export class MediaDocumentFake implements MediaDocument {
  readonly id = `document-${++made}`;
  readonly asked: Exclude<MediaQuestion, { order: "sendDtmf" }>[] = [];
  /** The keys that were pressed. */
  pressed = "";
  readonly told: MediaNotice[] = [];
  /** What the next questions of an order fail with. */
  fails: Partial<Record<MediaQuestion["order"], MediaErrorCode>> = {};
  /** Keeps questions unanswered until the document dies. */
  silent = false;
  #alive = true;
  readonly #dying: ((error: MediaError) => void)[] = [];

  get alive(): boolean {
    return this.#alive;
  }

  get orders(): readonly string[] {
    return this.asked.map(({ order }) => order);
  }

  ask(question: MediaQuestion): Promise<string> {
    if (question.order !== "sendDtmf") this.asked.push(question);
    else if (this.#alive) this.pressed += question.tones;
    const code = this.#alive ? this.fails[question.order] : "gone";
    if (code) return Promise.reject(new MediaError(code, "as told"));
    if (this.silent) return new Promise((_resolve, reject) => this.#dying.push(reject));
    return Promise.resolve(question.order === "describe" ? localSdp(this.id) : "");
  }

  tell(notice: MediaNotice): void {
    if (this.#alive) this.told.push(notice);
  }

  die(): void {
    this.#alive = false;
    for (const reject of this.#dying) reject(new MediaError("gone", "died"));
  }
}

/** A description that tells which document made it, by its `ice-ufrag`. */
const localSdp = (document: string) =>
  [
    "v=0",
    `o=- ${1000 + made} 2 IN IP4 127.0.0.1`,
    "s=-",
    "t=0 0",
    "m=audio 9 UDP/TLS/RTP/SAVPF 0",
    "c=IN IP4 0.0.0.0",
    `a=ice-ufrag:${document}`,
    "a=setup:actpass",
    "a=mid:0",
    "a=sendrecv",
    "",
  ].join("\r\n");

/** One document for all calls; the test says which. */
export class MediaPortFake implements MediaPort {
  #document: MediaDocumentFake | undefined;
  readonly #calls = new Set<string>();
  readonly #events = new Emitter<MediaPortEvents>();

  constructor(document?: MediaDocumentFake) {
    this.#document = document;
  }

  current(call: string): MediaDocumentFake | undefined {
    this.#calls.add(call);
    return this.#document?.alive ? this.#document : undefined;
  }

  on<Name extends keyof MediaPortEvents>(
    name: Name,
    listener: (event: MediaPortEvents[Name]) => void,
  ): Stop {
    return this.#events.on(name, listener);
  }

  /** The document lost the way to the other side. */
  stall(): void {
    for (const call of this.#calls) this.#events.emit("stalled", { call });
  }

  /** A page load: the old document dies, and another takes over (or none yet). */
  navigate(document?: MediaDocumentFake): void {
    this.#document?.die();
    this.#document = document;
    if (document) for (const call of this.#calls) this.#events.emit("moved", { call });
  }
}
