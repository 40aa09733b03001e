import type { CallStart } from "../call-base.ts";
import type { Party } from "../call.ts";
import { dialTarget } from "../dial-target.ts";
import { PhoneBase } from "../phone-base.ts";
import type { LostCall } from "../lost-call.ts";
import {
  PhoneError,
  type Account,
  type DialOptions,
  type Lamp,
  type Mailbox,
  type Registration,
} from "../phone.ts";
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
    if (this.registration.phase !== "signedOut") this.forgetSurroundings();
    this.setRegistration({ phase: "registering" });
    this.setRegistration(this.answerToSignIn);
  }

  signOut(): Promise<void> {
    for (const call of this.calls) call.hangUp();
    this.forgetSurroundings();
    this.setRegistration({ phase: "signedOut" });
    return Promise.resolve();
  }

  /** How often the connection was doubted. */
  checks = 0;

  /** What the last one said that finds other sides. */
  iceServers: readonly RTCIceServer[] = [];

  useIceServers(iceServers: readonly RTCIceServer[]): void {
    this.iceServers = iceServers;
  }

  checkConnection(): void {
    this.checks += 1;
  }

  dial(target: string, { forHelp = false }: DialOptions = {}): FakeCall {
    if (this.registration.phase !== "registered")
      throw new PhoneError("notRegistered", "The line is not registered");
    if (!forHelp && this.calls.length >= this.#mostCalls)
      throw new PhoneError("tooManyCalls", `${this.calls.length} calls are up`);
    const remote = { number: dialTarget(target) };
    return this.#begin(new FakeCall({ id: crypto.randomUUID(), direction: "outgoing", remote }));
  }

  takeOver(lost: LostCall): FakeCall {
    if (this.registration.phase === "signedOut")
      throw new PhoneError("notRegistered", "Nobody is signed in");
    return this.#begin(FakeCall.takenOver(lost));
  }

  /** Somebody calls, perhaps to take over a call of ours. Whoever is not to be disturbed does not hear of it. */
  callIn(
    remote: Party,
    more: Pick<CallStart, "attached" | "answerAfter" | "called" | "replaces"> = {},
  ): FakeCall {
    const { attachedHeaders } = this.wishes;
    const wanted = Object.entries(more.attached ?? {}).filter(([name]) =>
      attachedHeaders.includes(name),
    );
    const start = { id: crypto.randomUUID(), direction: "incoming", remote } as const;
    const call = new FakeCall({ ...start, ...more, attached: Object.fromEntries(wanted) });
    if (this.doNotDisturb) call.decline("busy");
    return this.doNotDisturb ? call : this.#begin(call);
  }

  /** The server tells of the mailbox. */
  tellMailbox(mailbox: Mailbox): void {
    this.setMailbox(mailbox);
  }

  /** The server tells of a colleague's telephone. */
  light(number: string, lamp: Lamp): void {
    this.setLamp(number, lamp);
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
