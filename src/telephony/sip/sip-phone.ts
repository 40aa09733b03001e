import type { UA } from "jssip";
import type { IncomingRTCSessionEvent, RTCSessionEvent } from "jssip/lib/UA";
import type { Stop } from "../../base/emitter.ts";
import { schedule } from "../../base/schedule.ts";
import type { CallStart } from "../call-base.ts";
import type { LostCall, LostRing, LostTalk } from "../lost-call.ts";
import { dialTarget } from "../dial-target.ts";
import type { IceChoice, MediaPort } from "../media-port.ts";
import { PhoneBase } from "../phone-base.ts";
import { PhoneError, type Account, type DialOptions, type Registration } from "../phone.ts";
import { addressOf } from "./addresses.ts";
import { incomingCall } from "./incoming-call.ts";
import { checkPrivateNames, patchJsSip } from "./patches.ts";
import { Registering } from "./registering.ts";
import { asDemanding, refuseUnsupported, ringAsRequired } from "./requirements.ts";
import type { Tab } from "./ring-again.ts";
import { asSession } from "./session.ts";
import type { Subscriptions } from "./subscriptions.ts";
import type { SipCallOptions } from "./sip-call-options.ts";
import { SipCall } from "./sip-call.ts";
import type { OpenSocket, Trunk } from "./trunk.ts";
import { userAgent, webSocket } from "./user-agent.ts";
import { onWake } from "./wake.ts";

export interface SipPhoneOptions {
  readonly media: MediaPort;
  /** Be the DTLS client from the first offer on. Turn off only for a server that refuses it. @defaultValue true */
  readonly dtlsClient?: boolean;
  /** How many calls may be up at once; one more that comes in is told we are busy. @defaultValue 6 */
  readonly mostCalls?: number;
  /** Milliseconds a connected server may take to answer a REGISTER. @defaultValue 8000 */
  readonly patience?: number;
  /** Milliseconds until a refused registration is tried again. @defaultValue 15000 */
  readonly retryAfter?: number;
  /** Of a line that goes with its page. @defaultValue none does */
  readonly tab?: Tab;
  /** @defaultValue JsSIP's WebSocket */
  readonly openSocket?: OpenSocket;
}

const defaults = {
  dtlsClient: true,
  mostCalls: 6,
  patience: 8_000,
  retryAfter: 15_000,
  openSocket: webSocket,
};

/** A signed-in user agent, with what has to be stopped with it. */
interface SignedIn {
  readonly account: Account;
  readonly ua: UA;
  readonly trunk: Trunk;
  readonly registering: Registering;
  /** Loaded beside the registration, which does not wait for it. */
  readonly subscriptions: Promise<Subscriptions>;
  readonly stopWaking: Stop;
}

/** A {@link Phone} that speaks SIP over WebSocket, with JsSIP. Needs `installFacade` to be called before. */
export class SipPhone extends PhoneBase {
  readonly #options: SipPhoneOptions & typeof defaults;
  #signedIn: SignedIn | undefined;
  /** The call whose place that one takes which is just coming in. */
  #takenOver: SipCall | undefined;
  #iceServers: readonly RTCIceServer[] | undefined;

  constructor(options: SipPhoneOptions) {
    super();
    checkPrivateNames();
    patchJsSip();
    this.#options = { ...defaults, ...options };
    options.media.on("moved", ({ call }) => this.#call(call)?.moved());
    options.media.on("stalled", ({ call }) => this.#call(call)?.stalled());
  }

  useIceServers(iceServers: readonly RTCIceServer[]): void {
    this.#iceServers = iceServers;
  }

  checkConnection(): void {
    this.#signedIn?.trunk.check();
  }

  signIn(account: Account): void {
    if (this.#signedIn) void this.signOut();
    const { openSocket, tab } = this.#options;
    const { ua, trunk } = userAgent(account, {
      openSocket,
      name: tab?.name,
      isIdle: () => this.calls.length === 0,
    });
    ua.on("newRTCSession", (event: RTCSessionEvent) => {
      if (isIncoming(event) && !this.#ringsOn(event)) this.#ring(event);
    });
    const { patience, retryAfter } = this.#options;
    const registering = new Registering(ua, {
      servers: account.servers.length,
      patience,
      retryAfter,
      changed: (registration) => this.#registrationChanged(registration),
      refusedForGood: () => this.#giveUp(ua),
      ofNoUse: () => trunk.giveUp(),
    });
    const subscriptions = this.#subscribe(ua, account);
    const stopWaking = onWake(() => trunk.check());
    this.#signedIn = { account, ua, trunk, registering, subscriptions, stopWaking };
    ua.start();
  }

  async signOut(): Promise<void> {
    if (!this.#signedIn) return;
    const { ua, registering, subscriptions, stopWaking } = this.#signedIn;
    this.#signedIn = undefined;
    stopWaking();
    void subscriptions.then((running) => running.stop());
    this.forgetSurroundings();
    registering.stop();
    const known = ua.isRegistered() ? unregistered(ua) : Promise.resolve();
    ua.stop();
    this.setRegistration({ phase: "signedOut" });
    await known;
  }

  dial(target: string, { forHelp = false }: DialOptions = {}): SipCall {
    const signedIn = this.#signedIn;
    if (!signedIn || this.registration.phase !== "registered")
      throw new PhoneError("notRegistered", "The line is not registered");
    if (!forHelp && this.calls.length >= this.#mostCalls)
      throw new PhoneError("tooManyCalls", `${this.calls.length} calls are up`);
    const number = dialTarget(target);
    const call = this.#newCall(signedIn, { direction: "outgoing", remote: { number } });
    // Before JsSIP makes its offer: whoever hears of the call says which document carries it.
    const session = this.#connect(signedIn, call, number);
    call.carry(session);
    this.add(call);
    return call;
  }

  takeOver(lost: LostCall): SipCall {
    const signedIn = this.#signedIn;
    if (!signedIn) throw new PhoneError("notRegistered", "Nobody is signed in");
    const call = "invitation" in lost ? this.#ringOn(signedIn, lost) : this.#talkOn(signedIn, lost);
    this.add(call);
    if (this.registration.phase === "registered") call.reconnected();
    return call;
  }

  #talkOn(signedIn: SignedIn, lost: LostTalk): SipCall {
    const send = (target: string, extraHeaders: readonly string[]) =>
      asSession(
        signedIn.ua.call(target, { ...call.sessionOptions, extraHeaders: [...extraHeaders] }),
      );
    const { id, direction, remote } = lost;
    const call = this.#newCall(signedIn, { id, direction, remote }, { takeOver: { lost, send } });
    return call;
  }

  #ringOn(signedIn: SignedIn, { invitation, ...known }: LostRing): SipCall {
    const hear = (text: string) => signedIn.trunk.ondata(text);
    const ringOn = this.#options.tab?.ringAgain.of(invitation, { call: () => call, hear });
    const call = this.#newCall(signedIn, known, { ...(ringOn && { ringOn }) });
    return call;
  }

  protected override wishesChanged(): void {
    void this.#signedIn?.subscriptions.then((running) => running.wish(this.wishes));
  }

  async #subscribe(ua: UA, account: Account): Promise<Subscriptions> {
    const { Subscriptions } = await import("./subscriptions.ts");
    const subscriptions = new Subscriptions({
      ...{ ua, schedule },
      ownAddress: addressOf(account.user, account),
      addressOf: (number) => addressOf(number, account),
      onMailbox: (mailbox) => this.setMailbox(mailbox),
      onLamp: (number, lamp) => this.setLamp(number, lamp),
    });
    subscriptions.wish(this.wishes);
    return subscriptions;
  }

  #connect({ ua, account }: SignedIn, call: SipCall, number: string) {
    try {
      return asSession(ua.call(addressOf(number, account), call.sessionOptions));
    } catch (cause) {
      throw new PhoneError("badNumber", "Nothing in the text can be dialled", { cause });
    }
  }

  #ringsOn({ session }: IncomingRTCSessionEvent): boolean {
    return this.#options.tab?.ringAgain.takes(asSession(session)) ?? false;
  }

  #ring(event: IncomingRTCSessionEvent): void {
    const [session, invite] = [asSession(event.session), asDemanding(event.request)];
    if (!this.#signedIn || refuseUnsupported(session, invite)) return;
    ringAsRequired(session, invite);
    const replaced = this.#takenOver;
    const isFull = this.doNotDisturb || this.calls.length >= this.#mostCalls;
    if (isFull && !replaced) {
      session.terminate({ status_code: 486 });
      return;
    }
    const callee = { ...this.#signedIn.account, ...this.wishes };
    const start = { ...incomingCall(event, callee), replaces: replaced?.id };
    const call = this.#newCall(this.#signedIn, start);
    call.carry(session);
    this.add(call);
    if (!replaced) return;
    replaced.giveWayTo(session);
    // The conversation goes on: nobody has to take it again.
    call.answer();
  }

  #letTakeOver(id: string, begin: () => void): void {
    this.#takenOver = this.#call(id);
    try {
      begin();
    } finally {
      this.#takenOver = undefined;
    }
  }

  get #mostCalls(): number {
    return this.#signedIn?.account.mostCalls ?? this.#options.mostCalls;
  }

  #newCall(
    { ua, trunk, account }: SignedIn,
    start: Omit<CallStart, "id"> & { readonly id?: string },
    past: Pick<SipCallOptions, "takeOver" | "ringOn"> = {},
  ): SipCall {
    const { media, dtlsClient } = this.#options;
    const { id = crypto.randomUUID() } = start;
    return new SipCall({
      ...start,
      id,
      ...past,
      media,
      onTakenOver: (begin) => this.#letTakeOver(id, begin),
      dtlsClient: account.dtlsClient ?? dtlsClient,
      ice: () => this.#ice(account),
      dtmf: account.dtmf ?? "rtp",
      isConnected: () => ua.isConnected(),
      onceConnected: (act) => void ua.once("registered", act),
      server: () => trunk.url,
      addressOf: (target) => addressOf(target, account),
    });
  }

  #ice({ iceServers = [], relayOnly = false }: Account): IceChoice {
    return { iceServers: this.#iceServers ?? iceServers, ...(relayOnly && { relayOnly }) };
  }

  #registrationChanged(registration: Registration): void {
    this.setRegistration(registration);
    if (registration.phase !== "registered") return;
    this.#signedIn?.trunk.serves();
    // What could not be sent while the server was away is sent now, and the way to us is told anew.
    for (const { id } of this.calls) this.#call(id)?.reconnected();
  }

  /** Stops asking, so that no account gets locked; calls that are up stay up. */
  #giveUp(ua: UA): void {
    ua.unregister();
    if (this.calls.length === 0) ua.stop();
  }

  #call(id: string): SipCall | undefined {
    const call = this.calls.find((candidate) => candidate.id === id);
    return call instanceof SipCall ? call : undefined;
  }
}

const isIncoming = (event: RTCSessionEvent): event is IncomingRTCSessionEvent =>
  // The enum in JsSIP's types does not exist at run time.
  (event.originator as string) === "remote";

/** Settles when the server has confirmed that we are gone, or after 2 s. */
function unregistered(ua: UA): Promise<void> {
  return new Promise((resolve) => {
    const done: Stop = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, 2_000);
    ua.on("unregistered", done);
    ua.on("disconnected", done);
  });
}
