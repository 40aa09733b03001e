import type { Channel } from "../base/channel.ts";
import {
  MediaError,
  type MediaDocument,
  type MediaNotice,
  type MediaQuestion,
  type MediaReply,
} from "../telephony/media-port.ts";
import type { KeptNumbers } from "./protocol-kept.ts";
import type { LineSnapshot, ToLine, ToView } from "./protocol.ts";

interface Pending {
  readonly resolve: (sdp: string) => void;
  readonly reject: (error: MediaError) => void;
}

/** An attached view as the line sees it: it shows snapshots, and may carry audio. */
export class View implements MediaDocument {
  readonly id: string;
  /** When the agent last turned to it, as a rising number; 0 while the agent looks elsewhere. */
  activeSince: number;
  /** Whether the browser lets it ring; `undefined` until it has said so. */
  audible: boolean | undefined;
  /** The phone's own window. */
  readonly home: boolean;
  readonly #channel: Channel<ToLine, ToView>;
  readonly #pending = new Map<number, Pending>();
  #alive = true;
  #asked = 0;

  constructor(
    channel: Channel<ToLine, ToView>,
    { id, activeSince, home }: Pick<View, "id" | "activeSince" | "home">,
  ) {
    this.#channel = channel;
    this.id = id;
    this.activeSince = activeSince;
    this.home = home;
  }

  get alive(): boolean {
    return this.#alive;
  }

  ask(question: MediaQuestion): Promise<string> {
    if (!this.#alive) return Promise.reject(goneError());
    const n = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#pending.set(n, { resolve, reject });
      this.#send({ type: "media", command: { ...question, n } });
    });
  }

  tell(notice: MediaNotice): void {
    this.#send({ type: "media", command: notice });
  }

  tellAlive(lock: string): void {
    this.#send({ type: "alive", lock });
  }

  show(snapshot: LineSnapshot): void {
    this.#send({ type: "snapshot", snapshot });
  }

  tellKept(kept: KeptNumbers): void {
    this.#send({ type: "kept", kept });
  }

  refuse(message: Omit<Extract<ToView, { type: "refused" }>, "type">): void {
    this.#send({ type: "refused", ...message });
  }

  hear(reply: MediaReply): void {
    const pending = this.#pending.get(reply.n);
    this.#pending.delete(reply.n);
    if (reply.ok) pending?.resolve(reply.sdp);
    else pending?.reject(new MediaError(reply.problem, reply.detail));
  }

  /** The document is no more: whoever waits for it looks for another. */
  die(): void {
    this.#alive = false;
    for (const { reject } of this.#pending.values()) reject(goneError());
    this.#pending.clear();
  }

  #send(message: ToView): void {
    if (this.#alive) this.#channel.send(message);
  }
}

const goneError = () => new MediaError("gone", "The document went away");
