import type { Call } from "../telephony/call.ts";
import type { Schedule } from "../base/schedule.ts";

export interface KeyQueueOptions {
  readonly schedule: Schedule;
  readonly changed: () => void;
}

/** Milliseconds of each sign that is no key. */
const pauses: Readonly<Partial<Record<string, number>>> = { ",": 2_000, P: 2_000, W: 500 };
/** Milliseconds from one key to the next: it is pressed for 100, and no receiver is to take two for one. */
const betweenKeys = 180;
/** Milliseconds until a key is pressed again that did not get through. */
const betweenAttempts = 250;
/** How often: for a minute, as long as a call waits for its next page. */
const mostAttempts = 240;

/** Presses keys one after the other, in each call by itself; lives in the line, so that a page load loses none. */
export class KeyQueue {
  readonly #options: KeyQueueOptions;
  readonly #queues = new Map<string, string>();

  constructor(options: KeyQueueOptions) {
    this.#options = options;
  }

  /** The keys that a call is still to get. */
  of(call: string): string | undefined {
    return this.#queues.get(call);
  }

  /** Adds keys; a call that is not up yet gets them when it is. */
  press(call: Call, text: string): void {
    const keys = text.toUpperCase().replace(/[^0-9A-D*#,PW]/g, "");
    if (keys === "" || call.state.phase === "ended") return;
    const waiting = this.#queues.get(call.id);
    this.#queues.set(call.id, (waiting ?? "") + keys);
    this.#options.changed();
    if (waiting === undefined) void this.#run(call);
  }

  async #run(call: Call): Promise<void> {
    await connected(call);
    for (;;) {
      const next = this.#queues.get(call.id)?.[0];
      if (next === undefined || !(await this.#send(call, next))) break;
      const left = this.#queues.get(call.id)?.slice(1) ?? "";
      this.#queues.set(call.id, left);
      this.#options.changed();
    }
    this.#queues.delete(call.id);
    this.#options.changed();
  }

  /** Whether the next one may follow. */
  async #send(call: Call, key: string): Promise<boolean> {
    const pause = pauses[key];
    if (pause !== undefined) await this.#sleep(pause);
    for (let attempt = 0; attempt < mostAttempts && call.state.phase === "connected"; attempt++) {
      if (pause !== undefined) return true;
      if (await call.sendDtmf(key)) {
        await this.#sleep(betweenKeys);
        return true;
      }
      await this.#sleep(betweenAttempts);
    }
    return false;
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#options.schedule(resolve, milliseconds));
  }
}

/** Resolves once the call is up, or over. */
function connected(call: Call): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (call.state.phase !== "connected" && call.state.phase !== "ended") return;
      stop();
      resolve();
    };
    const stop = call.on("stateChanged", look);
    look();
  });
}
