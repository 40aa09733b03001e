import type { Party } from "../call.ts";
import { dialTarget } from "../dial-target.ts";
import { PhoneBase } from "../phone-base.ts";
import type { LostCall } from "../lost-call.ts";
import { PhoneError, type Account, type Registration } from "../phone.ts";
import { FakeCall } from "./fake-call.ts";

/** A {@link Phone} without a network, for tests and for drawing: whoever holds it plays the server. */
export class FakePhone extends PhoneBase {
  /** What the server makes of the next sign-in. */
  answerToSignIn: Registration = { phase: "registered", since: 0 };
  /** Every account that signed in, the last one last. */
  readonly accounts: Account[] = [];
  readonly #mostCalls: number;

  constructor({ mostCalls = 6 } = {}) {
    super();
    this.#mostCalls = mostCalls;
  }

  signIn(account: Account): void {
    this.accounts.push(account);
    this.setRegistration({ phase: "registering" });
    this.setRegistration(this.answerToSignIn);
  }

  signOut(): Promise<void> {
    for (const call of this.calls) call.hangUp();
    this.setRegistration({ phase: "signedOut" });
    return Promise.resolve();
  }

  /** How often the connection was doubted. */
  checks = 0;

  checkConnection(): void {
    this.checks += 1;
  }

  dial(target: string): FakeCall {
    if (this.registration.phase !== "registered")
      throw new PhoneError("notRegistered", "The line is not registered");
    if (this.calls.length >= this.#mostCalls)
      throw new PhoneError("tooManyCalls", `${this.calls.length} calls are up`);
    const remote = { number: dialTarget(target) };
    return this.#begin(new FakeCall({ id: crypto.randomUUID(), direction: "outgoing", remote }));
  }

  takeOver(lost: LostCall): FakeCall {
    if (this.registration.phase === "signedOut")
      throw new PhoneError("notRegistered", "Nobody is signed in");
    return this.#begin(FakeCall.takenOver(lost));
  }

  /** Somebody calls, perhaps to take over a call of ours. */
  callIn(remote: Party, { replaces }: { replaces?: string } = {}): FakeCall {
    const id = crypto.randomUUID();
    return this.#begin(new FakeCall({ id, direction: "incoming", remote, replaces }));
  }

  /** The server is gone, or back, or says no. */
  become(registration: Registration): void {
    this.setRegistration(registration);
  }

  #begin(call: FakeCall): FakeCall {
    this.add(call);
    return call;
  }
}
