import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebSocket, WebSocketServer, type RawData } from "ws";

/** A tap on the WebSocket between softphone and exchange: hears every message, and can put in its own. */
export class SipTap {
  readonly #server: WebSocketServer;
  readonly #upstream: () => number;
  readonly #phones = new Set<WebSocket>();
  readonly #log: Heard[] = [];
  readonly #own: (text: string) => boolean;

  private constructor(server: WebSocketServer, options: SipTapOptions) {
    this.#server = server;
    this.#upstream = options.upstream;
    this.#own = options.own;
    server.on("connection", (phone) => this.#join(phone));
  }

  static async open(options: SipTapOptions): Promise<SipTap> {
    const server = new WebSocketServer({
      ...{ port: 0, host: "127.0.0.1" },
      handleProtocols: () => "sip",
    });
    await once(server, "listening");
    return new SipTap(server, options);
  }

  get address(): string {
    // A server on a port has such an address.
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** All that went through so far, both ways. */
  get log(): readonly Heard[] {
    return this.#log;
  }

  /** All that the phone has sent so far. */
  get sent(): readonly string[] {
    return this.#log.filter(({ by }) => by === "phone").map(({ text }) => text);
  }

  /** Writes a text into the phone's WebSocket. */
  inject(text: string): void {
    for (const phone of this.#phones) phone.send(text);
  }

  async close(): Promise<void> {
    for (const phone of this.#phones) phone.terminate();
    this.#server.close();
    await once(this.#server, "close");
  }

  #note(by: Heard["by"], text: string): void {
    this.#log.push({ by, at: performance.timeOrigin + performance.now(), text });
  }

  #join(phone: WebSocket): void {
    const exchange = new WebSocket(`ws://127.0.0.1:${this.#upstream()}/sip`, "sip", {
      headers: { host: `phone.localhost:${this.#upstream()}` },
    });
    const waiting: string[] = [];
    this.#phones.add(phone);
    phone.on("message", (data) => {
      const text = textOf(data);
      this.#note("phone", text);
      if (this.#own(text)) return;
      if (exchange.readyState === WebSocket.OPEN) exchange.send(text);
      else waiting.push(text);
    });
    exchange.on("open", () => {
      for (const text of waiting.splice(0)) exchange.send(text);
    });
    exchange.on("message", (data) => {
      const text = textOf(data);
      this.#note("exchange", text);
      phone.send(text);
    });
    exchange.on("error", () => phone.terminate());
    exchange.on("close", () => phone.terminate());
    phone.on("close", () => {
      this.#phones.delete(phone);
      exchange.terminate();
    });
  }
}

/** One message that went through. */
export interface Heard {
  readonly by: "phone" | "exchange";
  /** Milliseconds since 1970, with fractions. */
  readonly at: number;
  readonly text: string;
}

export interface SipTapOptions {
  /** Port of the demo, once it is known. */
  readonly upstream: () => number;
  /** Whether what the phone says is an answer to the tap, and no business of the exchange. */
  readonly own: (text: string) => boolean;
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString();
}
