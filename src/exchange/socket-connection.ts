import type { RawData, WebSocket } from "ws";
import type { ExchangeLog } from "./log.ts";
import { redacted } from "./log.ts";
import type { Connection } from "./proxy/connection.ts";
import { formatMessage } from "./sip/format.ts";
import type { SipMessage } from "./sip/message.ts";
import { badRequestFor } from "./sip/bad-request.ts";
import { parseMessage } from "./sip/parse.ts";
import { SipSyntaxError } from "./sip/syntax-error.ts";

const openState = 1;
const pingEvery = 15_000;

/** What the exchange does with a telephone's WebSocket. */
export type SocketEvents = {
  hear(message: SipMessage, from: Connection): void;
  closed(connection: Connection): void;
  readonly log: ExchangeLog;
};

/** A telephone on a WebSocket (RFC 7118): one SIP message per frame, keep-alives apart. */
export class SocketConnection implements Connection {
  readonly id: string;
  readonly trusted = false;
  readonly #socket: WebSocket;
  readonly #events: SocketEvents;
  readonly #pinging: ReturnType<typeof setInterval>;
  #alive = true;

  constructor(id: string, socket: WebSocket, events: SocketEvents) {
    this.id = id;
    this.#socket = socket;
    this.#events = events;
    this.#pinging = setInterval(() => this.#ping(), pingEvery);
    socket.on("pong", () => void (this.#alive = true));
    socket.on("message", (data) => this.#receive(textOf(data)));
    socket.on("error", (error) => this.#note(error.message));
    socket.on("close", () => this.#close());
  }

  get up(): boolean {
    return this.#socket.readyState === openState;
  }

  send(message: SipMessage): void {
    this.#write(formatMessage(message));
  }

  /** Cuts the line without a word, as a broken network does. */
  drop(): void {
    this.#socket.terminate();
  }

  #receive(text: string): void {
    this.#alive = true;
    if (/^\s*$/.test(text)) {
      // RFC 5626: an empty message asks whether we are there.
      if (text === "\r\n\r\n") this.#write("\r\n");
      return;
    }
    this.#events.log({ direction: "in", connection: this.id, text: redacted(text) });
    try {
      this.#events.hear(parseMessage(text), this);
    } catch (error) {
      this.#refuse(text, error);
    }
  }

  #refuse(text: string, error: unknown): void {
    this.#note(`dropped: ${String(error)}`);
    if (!(error instanceof SipSyntaxError)) return;
    const answer = badRequestFor(text);
    if (answer !== undefined) this.#write(answer);
  }

  #write(text: string): void {
    if (!this.up) return;
    this.#events.log({ direction: "out", connection: this.id, text: redacted(text) });
    this.#socket.send(text, (error) => {
      if (error) this.#note(error.message);
    });
  }

  #ping(): void {
    if (!this.#alive) this.drop();
    this.#alive = false;
    if (this.up) this.#socket.ping();
  }

  #close(): void {
    clearInterval(this.#pinging);
    this.#events.closed(this);
  }

  #note(text: string): void {
    this.#events.log({ direction: "note", connection: this.id, text });
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString();
}
