import type { WebSocket } from "ws";
import { ExchangeError } from "./exchange-error.ts";
import { type CustomerOrder, type ExchangeOptions, usualTimes } from "./options.ts";
import { Authenticator } from "./proxy/authenticator.ts";
import { Flows } from "./proxy/flows.ts";
import { Proxy } from "./proxy/proxy.ts";
import { Registrar } from "./proxy/registrar.ts";
import { Router } from "./proxy/router.ts";
import { Transactions } from "./proxy/transactions.ts";
import type { LineState } from "./robots/notices.ts";
import type { CallSnapshot, RobotCall } from "./robots/robot-call.ts";
import { Robots } from "./robots/robots.ts";
import { SocketConnection } from "./socket-connection.ts";

export type Registration = {
  readonly user: string;
  readonly contact: string;
  /** ISO 8601. */
  readonly until: string;
};

export type ExchangeStats = {
  readonly sockets: number;
  readonly transactions: number;
  readonly runningCalls: number;
  readonly registrations: number;
  /** How many requests came from telephones, by method. */
  readonly requests: Readonly<Record<string, number>>;
};

/** A customer is told from robot 601 by the pitch. */
const customersTone = 523;

/** Makes a telephone exchange: a SIP registrar and proxy for WebSockets, and robots to talk to. */
export function createExchange(options: ExchangeOptions): Exchange {
  return new Exchange(options);
}

/** A running exchange. It listens nowhere by itself: its owner hands it the WebSockets. */
export class Exchange {
  readonly #users: ReadonlyMap<string, string>;
  readonly #registrar = new Registrar();
  readonly #transactions: Transactions;
  readonly #proxy: Proxy;
  readonly #robots: Robots;
  readonly #log: NonNullable<ExchangeOptions["log"]>;
  readonly #sockets = new Set<SocketConnection>();
  readonly #requests = new Map<string, number>();
  #attached = 0;

  constructor(options: ExchangeOptions) {
    const { realm, algorithm = "MD5", route = () => undefined, log = () => undefined } = options;
    const times = { ...usualTimes, ...options.times };
    this.#log = log;
    this.#users = new Map(Object.entries(options.users));
    const flows = new Flows();
    const users = this.#users;
    this.#transactions = new Transactions(
      { invite: times.ringing, other: times.answer },
      times.linger,
    );
    this.#robots = new Robots({
      realm,
      route,
      mediaPatience: times.silence,
      submit: (message, from) => this.#proxy.receive(message, from),
    });
    flows.learn(this.#robots.contact, this.#robots.agent);
    const { nonceLifetime } = times;
    const registrar = this.#registrar;
    this.#proxy = new Proxy({
      registrar,
      flows,
      transactions: this.#transactions,
      authenticator: new Authenticator({ realm, algorithm, passwords: users, nonceLifetime }),
      router: new Router({ realm, users, registrar, flows, robots: this.#robots }),
    });
  }

  /** Takes over a telephone's WebSocket, whose subprotocol `sip` has been agreed. Never throws. */
  attach(socket: WebSocket): void {
    this.#attached += 1;
    const connection = new SocketConnection(`socket-${this.#attached}`, socket, {
      hear: (message, from) => {
        if (message.kind === "request") this.#count(message.method);
        this.#proxy.receive(message, from);
      },
      closed: (from) => {
        this.#sockets.delete(connection);
        this.#proxy.disconnect(from);
      },
      log: this.#log,
    });
    this.#sockets.add(connection);
  }

  /**
   * Lets a customer call a user; returns the call's id at once.
   *
   * @throws {@link ExchangeError} `unknownUser`. A user without a telephone is known: that call ends with 480.
   */
  customerCalls(order: CustomerOrder): string {
    const { tone = customersTone, hangUpAfter, headers = {}, ...rest } = order;
    if (!this.#users.has(order.to)) {
      throw new ExchangeError("unknownUser", `there is no user ${order.to}`);
    }
    const script = { voice: tone, ...(hangUpAfter === undefined ? {} : { hangUpAfter }) };
    const named = Object.entries(headers).map(
      ([name, value]) => [name.toLowerCase(), value] as const,
    );
    return this.#robots.dial({ ...rest, script, headers: named }).id;
  }

  /** The robots' calls, oldest first: all that run, and the last 200 that have ended. */
  calls(): CallSnapshot[] {
    return this.#robots.calls.all().map((call) => call.snapshot());
  }

  call(id: string): CallSnapshot | undefined {
    return this.#robots.calls.get(id)?.snapshot();
  }

  /** Ends a robot's call, answered or not. */
  hangUp(id: string): void {
    this.#robots.hangUp(this.#find(id));
  }

  /** Puts the telephone on hold by a re-INVITE, or takes it back; true when it has agreed. */
  hold(id: string, on = true): Promise<boolean> {
    return this.#robots.hold(this.#find(id), on);
  }

  /** Lets the robot press keys. */
  sendDigits(id: string, digits: string): void {
    const call = this.#find(id);
    if (!/^[0-9*#A-D]+$/.test(digits) || call.phase !== "connected") {
      throw new ExchangeError("notPossible", "only keys of a telephone, and only while connected");
    }
    call.audio.sendDigits(digits);
  }

  /** From now on the call's longest gap is measured anew. */
  mark(id: string): void {
    this.#find(id).audio.meter.mark();
  }

  /** How loud one pitch is in what the robot hears, from 0 to 1; tells voices apart that talk at once. */
  loudnessAt(id: string, hertz: number): number {
    return this.#find(id).audio.meter.loudnessAt(hertz);
  }

  /** So many messages wait for a user: telephones that asked are told. */
  leaveMessages(user: string, fresh: number, old = 0): void {
    this.#robots.tells.leaveMessages(user, { fresh, old });
  }

  /** What a telephone is doing: neighbours that asked are told. */
  setLine(number: string, state: LineState): void {
    this.#robots.tells.setLine(number, state);
  }

  registrations(): Registration[] {
    return this.#registrar.users().flatMap((user) => {
      return this.#registrar.locate(user).map(({ uri, until }) => {
        return { user, contact: uri, until: new Date(until).toISOString() };
      });
    });
  }

  stats(): ExchangeStats {
    return {
      sockets: this.#sockets.size,
      transactions: this.#transactions.size,
      runningCalls: this.#robots.calls.running().length,
      registrations: this.registrations().length,
      requests: Object.fromEntries(this.#requests),
    };
  }

  /** Cuts every telephone's connection, as a failing network does; returns how many there were. */
  dropSockets(): number {
    const sockets = [...this.#sockets];
    for (const socket of sockets) socket.drop();
    return sockets.length;
  }

  /** Ends all calls, connections and timers. */
  close(): void {
    this.#robots.close();
    this.#transactions.close();
    this.dropSockets();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #find(id: string): RobotCall {
    const call = this.#robots.calls.get(id);
    if (!call) throw new ExchangeError("noSuchCall", `there is no call ${id}`);
    return call;
  }

  #count(method: string): void {
    this.#requests.set(method, (this.#requests.get(method) ?? 0) + 1);
  }
}
