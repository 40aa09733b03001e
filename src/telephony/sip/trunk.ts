import type { Socket } from "jssip";
import type { Stop } from "../../base/emitter.ts";
import { logFor } from "../../base/log.ts";
import { KeepAlive } from "./keep-alive.ts";
import type { Schedule } from "../../base/schedule.ts";
import { ServerOrder } from "./server-order.ts";

const log = logFor("telephony/sip");

/** Opens the connection to one server. */
export type OpenSocket = (address: string) => Socket;

export interface TrunkOptions {
  /** WebSocket addresses, the preferred one first. */
  readonly servers: readonly string[];
  readonly openSocket: OpenSocket;
  readonly schedule: Schedule;
  /** An OPTIONS request of ours, as text. */
  readonly options: () => string;
  /** Whether the connection can be changed without anybody noticing. */
  readonly isIdle: () => boolean;
  /** Takes leave of a server that is left of our own will. */
  readonly leave: () => Promise<void>;
  /** Leave was taken, and a call came up meanwhile: the server is needed after all. */
  readonly stay: () => void;
  /** @defaultValue Math.random */
  readonly random?: () => number;
}

/** Milliseconds a server may take to accept a connection. */
const patience = 4_000;
/** Milliseconds between two looks whether the preferred server is back; doubled when it was not worth it. */
const firstLook = 15_000;
const longestLook = 300_000;

/**
 * The one connection that JsSIP knows, to whichever server serves: reconnects, goes on to the next server when one is
 * gone, notices a connection that only looks open, and returns to the preferred server when no call is up.
 *
 * JsSIP's own ways of doing this notice nothing by themselves, wait at least a second, and never return.
 */
export class Trunk implements Socket {
  via_transport = "WSS";
  onconnect: () => void = () => undefined;
  ondisconnect: (error: boolean, code?: number, reason?: string) => void = () => undefined;
  ondata: (text: unknown) => void = () => undefined;

  readonly #options: TrunkOptions;
  readonly #order: ServerOrder;
  #socket: Socket;
  #phase: "closed" | "connecting" | "open" | "waiting" = "closed";
  #keepAlive: KeepAlive | undefined;
  #stopTimer: Stop = () => undefined;
  #stopLooking: Stop = () => undefined;
  #lookAfter = firstLook;

  constructor(options: TrunkOptions) {
    this.#options = options;
    this.#order = new ServerOrder(options.servers, options.random);
    this.#socket = this.#newSocket(this.#order.current);
  }

  /** Address of the server that serves, or is tried. */
  get url(): string {
    return this.#socket.url;
  }

  get sip_uri(): string {
    return this.#socket.sip_uri;
  }

  isConnected(): boolean {
    return this.#phase === "open";
  }

  isConnecting(): boolean {
    return this.#phase === "connecting";
  }

  connect(): void {
    if (this.#phase === "connecting" || this.#phase === "open") return;
    this.#stopTimer();
    this.#socket = this.#newSocket(this.#order.current);
    this.#phase = "connecting";
    this.#stopTimer = this.#options.schedule(() => this.#lost(this.#socket), patience);
    this.#socket.connect();
  }

  disconnect(): void {
    this.#stopTimer();
    this.#stopLooking();
    this.#keepAlive?.stop();
    this.#phase = "closed";
    this.#close(this.#socket);
  }

  send(message: string): boolean {
    return this.#phase === "open" && this.#socket.send(message);
  }

  /** There is reason to doubt the connection: asks the server, or tries to reach one without waiting any longer. */
  check(): void {
    if (this.#phase === "open") this.#keepAlive?.check();
    else if (this.#phase === "waiting") {
      this.#order.succeed();
      this.connect();
    }
  }

  /** The server does its work: to take a connection, and perhaps drop it, is none. */
  serves(): void {
    this.#order.succeed();
  }

  /** The server took the connection, and is of no use: goes on to the next, if there is one. */
  giveUp(): void {
    if (this.#phase !== "open" || this.#options.servers.length < 2) return;
    // It would be found alive again and again.
    this.#lookAfter = Math.min(this.#lookAfter * 2, longestLook);
    this.#lost(this.#socket);
  }

  #newSocket(address: string): Socket {
    const socket = this.#options.openSocket(address);
    this.via_transport = socket.via_transport;
    socket.onconnect = () => this.#opened(socket);
    socket.ondisconnect = () => this.#lost(socket);
    socket.ondata = (text: unknown) => this.#hear(socket, text);
    return socket;
  }

  #opened(socket: Socket): void {
    if (socket !== this.#socket || this.#phase !== "connecting") return;
    this.#stopTimer();
    this.#phase = "open";
    const { schedule, options } = this.#options;
    this.#keepAlive = new KeepAlive({
      ...{ schedule, options },
      send: (text) => socket.send(text),
      dead: () => {
        log.warn("The server does not answer any more");
        this.#lost(socket);
      },
    });
    if (this.#order.isAway) this.#lookForHome();
    this.onconnect();
  }

  #hear(socket: Socket, text: unknown): void {
    if (socket !== this.#socket || this.#phase !== "open") return;
    this.#keepAlive?.hear();
    this.ondata(text);
  }

  #lost(socket: Socket): void {
    if (socket !== this.#socket || this.#phase === "closed" || this.#phase === "waiting") return;
    this.#keepAlive?.stop();
    this.#stopTimer();
    this.#stopLooking();
    this.#phase = "waiting";
    this.#close(socket);
    const pause = this.#order.fail();
    this.#stopTimer = this.#options.schedule(() => this.connect(), pause);
    this.ondisconnect(true);
  }

  /** A half-open one takes its time to close: whatever it still says is not heard. */
  #close(socket: Socket): void {
    socket.onconnect = socket.ondisconnect = socket.ondata = () => undefined;
    socket.disconnect();
  }

  #lookForHome(): void {
    this.#stopLooking();
    this.#stopLooking = this.#options.schedule(() => this.#knock(), this.#lookAfter);
  }

  /** Tries the preferred server, beside the connection that serves. */
  #knock(): void {
    if (!this.#options.isIdle()) {
      this.#lookForHome();
      return;
    }
    const socket = this.#options.openSocket(this.#order.preferred);
    const notYet = () => {
      this.#close(socket);
      this.#lookForHome();
    };
    const stop = this.#options.schedule(notYet, patience);
    this.#stopLooking = () => {
      stop();
      this.#close(socket);
    };
    socket.ondisconnect = () => {
      stop();
      notYet();
    };
    socket.onconnect = () => {
      stop();
      this.#close(socket);
      void this.#goHome();
    };
    socket.connect();
  }

  async #goHome(): Promise<void> {
    const left = this.#socket;
    await this.#options.leave();
    if (this.#socket !== left || this.#phase !== "open") return;
    if (!this.#options.isIdle()) {
      this.#options.stay();
      this.#lookForHome();
      return;
    }
    log.info("The preferred server is back");
    this.#keepAlive?.stop();
    this.#close(left);
    this.#phase = "waiting";
    this.#order.goHome();
    this.ondisconnect(false);
    this.connect();
  }
}
