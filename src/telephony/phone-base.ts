import { Emitter, type Stop } from "../base/emitter.ts";
import type { Call } from "./call.ts";
import type { LostCall } from "./lost-call.ts";
import type {
  Account,
  DialOptions,
  Lamp,
  Mailbox,
  Phone,
  PhoneEvents,
  PhoneWishes,
  Registration,
} from "./phone.ts";

/** What every kind of {@link Phone} does alike: its calls, its registration, and telling listeners. */
export abstract class PhoneBase implements Phone {
  #registration: Registration = { phase: "signedOut" };
  readonly #calls = new Set<Call>();
  #mailbox: Mailbox | undefined;
  #lamps: ReadonlyMap<string, Lamp> = new Map();
  #doNotDisturb = false;
  #wishes: PhoneWishes = { attachedHeaders: [], watch: [], mailbox: false };
  readonly #events = new Emitter<PhoneEvents>();

  get registration(): Registration {
    return this.#registration;
  }

  get mailbox(): Mailbox | undefined {
    return this.#mailbox;
  }

  get lamps(): ReadonlyMap<string, Lamp> {
    return this.#lamps;
  }

  get doNotDisturb(): boolean {
    return this.#doNotDisturb;
  }

  setDoNotDisturb(on: boolean): void {
    if (on === this.#doNotDisturb) return;
    this.#doNotDisturb = on;
    this.#events.emit("surroundingsChanged", {});
  }

  wish(wishes: PhoneWishes): void {
    if (JSON.stringify(wishes) === JSON.stringify(this.wishes)) return;
    this.#wishes = wishes;
    this.wishesChanged();
    this.#lamps = new Map(wishes.watch.map((each) => [each, this.#lamps.get(each) ?? "unknown"]));
    this.#events.emit("surroundingsChanged", {});
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
  abstract useIceServers(iceServers: readonly RTCIceServer[]): void;
  abstract dial(target: string, options?: DialOptions): Call;
  abstract takeOver(lost: LostCall): Call;

  protected get wishes(): PhoneWishes {
    return this.#wishes;
  }

  protected wishesChanged(): void {
    // Nobody has to be asked for it.
  }

  protected setMailbox(mailbox: Mailbox | undefined): void {
    this.#mailbox = mailbox;
    this.#events.emit("surroundingsChanged", {});
  }

  protected setLamp(number: string, lamp: Lamp): void {
    if (!this.#wishes.watch.includes(number) || this.#lamps.get(number) === lamp) return;
    this.#lamps = new Map(this.#lamps).set(number, lamp);
    this.#events.emit("surroundingsChanged", {});
  }

  /** Another agent: what was told to the last one is not theirs. */
  protected forgetSurroundings(): void {
    this.#mailbox = undefined;
    this.#doNotDisturb = false;
    this.#lamps = new Map(this.#wishes.watch.map((number) => [number, "unknown"]));
    this.#events.emit("surroundingsChanged", {});
  }

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
