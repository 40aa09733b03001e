import { Emitter, type Stop } from "../base/emitter.ts";
import type { Call } from "./call.ts";
import type { LostCall } from "./lost-call.ts";
import type { Account, Phone, PhoneEvents, Registration } from "./phone.ts";

/** What every kind of {@link Phone} does alike: its calls, its registration, and telling listeners. */
export abstract class PhoneBase implements Phone {
  #registration: Registration = { phase: "signedOut" };
  readonly #calls = new Set<Call>();
  readonly #events = new Emitter<PhoneEvents>();

  get registration(): Registration {
    return this.#registration;
  }

  get calls(): readonly Call[] {
    return [...this.#calls];
  }

  on<Name extends keyof PhoneEvents>(
    name: Name,
    listener: (event: PhoneEvents[Name]) => void,
  ): Stop {
    return this.#events.on(name, listener);
  }

  abstract signIn(account: Account): void;
  abstract signOut(): Promise<void>;
  abstract checkConnection(): void;
  abstract dial(target: string): Call;
  abstract takeOver(lost: LostCall): Call;

  protected setRegistration(registration: Registration): void {
    this.#registration = registration;
    this.#events.emit("registrationChanged", { registration });
  }

  protected add(call: Call): void {
    this.#calls.add(call);
    const stop = call.on("stateChanged", ({ to }) => {
      if (to.phase !== "ended") return;
      stop();
      this.#calls.delete(call);
    });
    this.#events.emit("callStarted", { call });
  }
}
