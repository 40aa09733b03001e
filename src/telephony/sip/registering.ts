import type { UA } from "jssip";
import type { UnRegisteredEvent } from "jssip/lib/UA";
import type { Registration } from "../phone.ts";

export interface RegisteringOptions {
  /** How many servers there are to try before none of them counts as reachable. */
  readonly servers: number;
  readonly changed: (registration: Registration) => void;
  /** The password is wrong: nothing more is to be tried with it. */
  readonly refusedForGood: () => void;
  /** The server does not serve: another may. */
  readonly ofNoUse: () => void;
  /** Milliseconds a connected server may take to answer. */
  readonly patience: number;
  /** Milliseconds until a refused registration is tried again. */
  readonly retryAfter: number;
}

/** Tells from JsSIP's events how the line stands, and tries again where JsSIP does not. */
export class Registering {
  readonly #options: RegisteringOptions;
  readonly #ua: UA;
  #registration: Registration = { phase: "registering" };
  #lostConnections = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(ua: UA, options: RegisteringOptions) {
    this.#ua = ua;
    this.#options = options;
    this.#follow(ua);
    this.#become({ phase: "registering" });
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #follow(ua: UA): void {
    ua.on("connected", () => this.#connected());
    ua.on("disconnected", () => this.#disconnected());
    ua.on("registered", () => this.#registered());
    ua.on("registrationFailed", (event) => this.#failed(event));
  }

  #connected(): void {
    this.#lostConnections = 0;
    if (this.#registration.phase === "failed") this.#become({ phase: "registering" });
    const detail = "The server took the connection and did not answer";
    this.#later(this.#options.patience, () => {
      this.#become({ phase: "failed", problem: "timeout", detail });
      this.#options.ofNoUse();
    });
  }

  #registered(): void {
    clearTimeout(this.#timer);
    this.#become({ phase: "registered", since: Date.now() });
  }

  #disconnected(): void {
    clearTimeout(this.#timer);
    this.#lostConnections += 1;
    const { phase } = this.#registration;
    if (phase === "registered") this.#become({ phase: "reconnecting", since: Date.now() });
    else if (phase !== "reconnecting" && this.#lostConnections >= this.#options.servers)
      this.#become({ phase: "failed", problem: "unreachable", detail: "No server can be reached" });
  }

  // JsSIP gives null for the response when there is none.
  #failed({ response }: { response: UnRegisteredEvent["response"] | null }): void {
    clearTimeout(this.#timer);
    // The connection broke, or no answer came: `disconnected` or the timer has said so.
    if (!response) {
      this.#tryAgain();
      return;
    }
    const detail = `${response.status_code} ${response.reason_phrase}`;
    if ([401, 403, 407].includes(response.status_code)) {
      this.#become({ phase: "failed", problem: "wrongPassword", detail });
      this.stop();
      this.#options.refusedForGood();
    } else {
      this.#become({ phase: "failed", problem: "refused", detail });
      this.#tryAgain();
      if (response.status_code >= 500) this.#options.ofNoUse();
    }
  }

  #tryAgain(): void {
    this.#later(this.#options.retryAfter, () => {
      if (this.#ua.isConnected()) this.#ua.register();
    });
  }

  #later(milliseconds: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, milliseconds);
  }

  #become(registration: Registration): void {
    if (this.#stopped) return;
    this.#registration = registration;
    this.#options.changed(registration);
  }
}
