import { portChannel, type Channel } from "../../src/base/channel.ts";
import type { Line } from "../../src/line/line.ts";
import type { CallSnapshot, LineSnapshot, ToLine, ToView } from "../../src/line/protocol.ts";
import { until } from "../telephony/until.ts";

type Media = Extract<ToView, { type: "media" }>["command"];

/** A view that only listens and says what the test tells it to. */
export class ViewFake {
  readonly id: string;
  readonly snapshots: LineSnapshot[] = [];
  readonly refused: string[] = [];
  readonly orders: Media[] = [];
  readonly #channel: Channel<ToView, ToLine>;

  constructor(line: Line, id: string) {
    this.id = id;
    const { port1, port2 } = new MessageChannel();
    this.#channel = portChannel(port1);
    this.#channel.listen((message) => this.#hear(message));
    line.connect(portChannel(port2));
  }

  get last(): LineSnapshot | undefined {
    return this.snapshots.at(-1);
  }

  send(message: ToLine): void {
    this.#channel.send(message);
  }

  async attach({ active = false, home = false } = {}): Promise<this> {
    const before = this.snapshots.length;
    this.send({ type: "attach", view: this.id, active, ...(home && { home }) });
    await until(() => this.snapshots.length > before, "the first snapshot");
    return this;
  }

  /** Waits for a snapshot of which `test` holds. */
  shows(test: (snapshot: LineSnapshot) => boolean, what: string): Promise<LineSnapshot> {
    return until(() => {
      const { last } = this;
      return last && test(last) && last;
    }, what);
  }

  /** Waits until the first call looks as `test` says. */
  async showsCall(test: (call: CallSnapshot) => boolean, what: string): Promise<CallSnapshot> {
    const { calls } = await this.shows(
      ({ calls: [call] }) => call !== undefined && test(call),
      what,
    );
    const [call] = calls;
    if (!call) throw new Error("no call");
    return call;
  }

  close(): void {
    this.#channel.close();
  }

  #hear(message: ToView): void {
    if (message.type === "snapshot") this.snapshots.push(message.snapshot);
    else if (message.type === "refused") this.refused.push(`${message.command}: ${message.code}`);
    else if (message.type === "media") this.orders.push(message.command);
  }
}
