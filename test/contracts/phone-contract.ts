import { assert } from "chai";
import type { Call, EndReason, Party } from "../../src/telephony/call.ts";
import { PhoneError, type Account, type Phone } from "../../src/telephony/phone.ts";
import { until } from "../telephony/until.ts";

/** A telephone under test, with the other side in the test's hand. */
export interface PhoneRig {
  readonly phone: Phone;
  readonly account: Account & { readonly mostCalls: number };
  /** The server refuses the next sign-in for the password. */
  refusePassword(): void;
  /** Somebody calls us. `headers`: what the INVITE says of the same name. */
  callIn(from: Party, headers?: Readonly<Record<string, string>>): void;
  /** How the caller was refused: a status of SIP. */
  refusal(): Promise<number>;
  /** The server tells of the mailbox, and of a colleague's telephone, as far as it was asked. */
  tellMailbox(fresh: number): Promise<void>;
  light(number: string, lamp: "free" | "ringing" | "busy"): Promise<void>;
  /** The one who was called rings, answers, or is busy; `early`: something is heard already. */
  ring(options?: { readonly early?: boolean }): Promise<void>;
  pickUp(): Promise<void>;
  beBusy(): Promise<void>;
  /** The other side ends a call that is up. */
  hangUp(): void;
  /** The other side puts us on hold, or takes us back. */
  holdUs(held: boolean): void;
  /** The other side agrees to what we offer from now on, or refuses it. */
  agreeToOffers(status: number): void;
  /** The other side tells how its call to whom we sent it fares. */
  transferTells(status: number): Promise<void>;
  /** The caller gives up before we answer. */
  cancel(): void;
  dispose(): void;
}

const phaseOf = (call: Call) => call.state.phase;
const reasonOf = ({ state }: Call): EndReason | undefined =>
  state.phase === "ended" ? state.reason : undefined;
const heldBy = ({ state }: Call) => (state.phase === "connected" ? state.heldBy : undefined);
const reach = (call: Call, phase: string) => until(() => phaseOf(call) === phase, phase);

/** What every {@link Phone} does, whatever carries its calls. */
export function describePhone(name: string, makeRig: () => PhoneRig): void {
  describe(name, () => {
    let rig: PhoneRig;
    beforeEach(() => (rig = makeRig()));
    afterEach(() => rig.dispose());

    async function signedIn(): Promise<Phone> {
      rig.phone.signIn(rig.account);
      await until(() => rig.phone.registration.phase === "registered", "registered");
      return rig.phone;
    }

    async function connectedOut(): Promise<Call> {
      const call = (await signedIn()).dial("600");
      await rig.pickUp();
      await reach(call, "connected");
      return call;
    }

    async function ringingIn(): Promise<Call> {
      const phone = await signedIn();
      rig.callIn({ number: "+14155550101", name: "Ada" });
      return until(() => phone.calls[0], "a call");
    }

    describe("signIn", () => {
      it("registers, and says each step", async () => {
        const phases: string[] = [];
        rig.phone.on("registrationChanged", ({ registration }) => phases.push(registration.phase));
        await signedIn();
        assert.deepEqual(phases, ["registering", "registered"]);
      });

      it("says that the password is wrong", async () => {
        rig.refusePassword();
        rig.phone.signIn(rig.account);
        const registration = await until(() => {
          const now = rig.phone.registration;
          return now.phase === "failed" && now;
        }, "failure");
        assert.equal(registration.problem, "wrongPassword");
      });
    });

    describe("signOut", () => {
      it("ends all calls and is signed out", async () => {
        const call = await connectedOut();
        await rig.phone.signOut();
        assert.equal(phaseOf(call), "ended");
        assert.equal(rig.phone.registration.phase, "signedOut");
        assert.isEmpty(rig.phone.calls);
      });
    });

    describe("takeOver", () => {
      const lost = {
        id: "kept",
        direction: "incoming",
        remote: { number: "+14155550101" },
        since: 7,
        muted: true,
        dialog: {
          callId: "c",
          localTag: "ours",
          remoteTag: "theirs",
          target: "sip:peer@192.0.2.9",
        },
      } as const;

      it("goes on with the call of another line: the same one, as long and as mute as it was", async () => {
        const phone = await signedIn();
        const call = phone.takeOver(lost);
        assert.deepEqual(call.state, { phase: "connected", since: 7 });
        assert.include(call, { id: "kept", direction: "incoming", muted: true });
        assert.deepEqual(call.dialog, lost.dialog);
        assert.deepEqual(phone.calls, [call]);
        call.hangUp();
        await reach(call, "ended");
      });

      it("goes on holding whom the other line held, until told otherwise", async () => {
        const call = (await signedIn()).takeOver({ ...lost, held: true });
        assert.deepEqual(call.state, { phase: "connected", since: 7, heldBy: "us" });
        rig.agreeToOffers(200);
        await rig.pickUp();
        assert.equal(heldBy(call), "us");
        call.setHeld(false);
        await until(() => !heldBy(call), "held by nobody");
        assert.deepEqual(call.state, { phase: "connected", since: 7 });
      });

      it("refuses while nobody is signed in", () => {
        assert.equal(catchError(() => rig.phone.takeOver(lost)).code, "notRegistered");
      });
    });

    describe("dial", () => {
      it("refuses before the line is registered", () => {
        const error = catchError(() => rig.phone.dial("600"));
        assert.equal(error.code, "notRegistered");
      });

      it("refuses what nobody can dial", async () => {
        const phone = await signedIn();
        assert.equal(catchError(() => phone.dial(" -() ")).code, "badNumber");
      });

      it("refuses when as many calls as allowed are up, unless help is called", async () => {
        const phone = await signedIn();
        for (let n = 1; n <= rig.account.mostCalls; n++) phone.dial(`60${n}`);
        assert.equal(catchError(() => phone.dial("600")).code, "tooManyCalls");
        assert.lengthOf(phone.calls, 3);
        phone.dial("112", { forHelp: true });
        assert.deepEqual(phone.calls.at(-1)?.remote, { number: "112" });
      });

      it("announces the call, and lists it until it ended", async () => {
        const phone = await signedIn();
        const started: Call[] = [];
        phone.on("callStarted", ({ call }) => started.push(call));
        const call = phone.dial("(415) 555-0101");
        assert.deepEqual(started, [call]);
        assert.deepEqual(phone.calls, [call]);
        assert.equal(call.remote.number, "4155550101");
        assert.equal(phaseOf(call), "dialing");
        call.hangUp();
        await reach(call, "ended");
        assert.isEmpty(phone.calls);
      });

      it("rings, then is connected", async () => {
        const call = (await signedIn()).dial("600");
        await rig.ring();
        await reach(call, "ringing");
        await rig.pickUp();
        await reach(call, "connected");
        assert.isUndefined(heldBy(call));
      });

      it("tells that something is heard already, and goes on telling", async () => {
        const call = (await signedIn()).dial("600");
        await rig.ring();
        await reach(call, "ringing");
        await rig.ring({ early: true });
        await until(() => call.state.phase === "ringing" && call.state.early, "the early sound");
        await rig.pickUp();
        await reach(call, "connected");
      });

      it("tells busy", async () => {
        const call = (await signedIn()).dial("600");
        await rig.beBusy();
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "busy" });
      });

      it("is cancelled by us before the answer", async () => {
        const call = (await signedIn()).dial("600");
        await rig.ring();
        await reach(call, "ringing");
        call.hangUp();
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "cancelled", by: "us" });
      });
    });

    describe("a call that comes in", () => {
      it("rings, with the caller's number and name", async () => {
        const call = await ringingIn();
        assert.equal(call.direction, "incoming");
        assert.equal(phaseOf(call), "ringing");
        assert.deepEqual(call.remote, { number: "+14155550101", name: "Ada" });
      });

      it("is connected when answered", async () => {
        const call = await ringingIn();
        call.answer();
        await reach(call, "connected");
      });

      it("is answered once, however often asked", async () => {
        const call = await ringingIn();
        call.answer();
        call.answer();
        await reach(call, "connected");
        call.answer();
        assert.equal(phaseOf(call), "connected");
      });

      it("is declined by us", async () => {
        const call = await ringingIn();
        call.decline();
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "declined", by: "us" });
      });

      for (const [reason, status] of [
        ["declined", 603],
        ["busy", 486],
        ["unavailable", 480],
      ] as const)
        it(`is declined as ${reason}`, async () => {
          const call = await ringingIn();
          call.decline(reason);
          await reach(call, "ended");
          assert.deepEqual(reasonOf(call), { kind: "declined", by: "us" });
          assert.equal(await rig.refusal(), status);
        });

      it("is sent elsewhere", async () => {
        const call = await ringingIn();
        call.redirect("*97");
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "redirected", to: "*97" });
        assert.equal(await rig.refusal(), 302);
      });

      it("goes on ringing when nobody can be sent there", async () => {
        const call = await ringingIn();
        assert.equal(catchError(() => call.redirect("<>")).code, "badNumber");
        assert.equal(phaseOf(call), "ringing");
      });

      it("brings along what was wished for, and nothing else", async () => {
        const phone = await signedIn();
        phone.wish({ attachedHeaders: ["X-Case", "X-Tier"], watch: [], mailbox: false });
        rig.callIn({ number: "1" }, { "X-Case": "0042", "X-Other": "no" });
        const call = await until(() => phone.calls[0], "a call");
        assert.deepEqual(call.attached, { "X-Case": "0042" });
      });

      it("says which number was dialled, when that is not our own user's", async () => {
        const phone = await signedIn();
        rig.callIn({ number: "1" }, { "P-Called-Party-ID": "<sip:+14155550000@test.example>" });
        const call = await until(() => phone.calls[0], "a call");
        assert.equal(call.called, "+14155550000");
      });

      it("says that it wants to be answered by itself", async () => {
        const phone = await signedIn();
        rig.callIn({ number: "1" }, { "Call-Info": "<sip:test.example>;answer-after=2" });
        const call = await until(() => phone.calls[0], "a call");
        assert.equal(call.answerAfter, 2_000);
      });

      it("does not ring while nobody is to be disturbed", async () => {
        const phone = await signedIn();
        phone.setDoNotDisturb(true);
        rig.callIn({ number: "1" });
        assert.equal(await rig.refusal(), 486);
        assert.isEmpty(phone.calls);
        phone.setDoNotDisturb(false);
        assert.isFalse(phone.doNotDisturb);
      });

      it("is declined by hanging up before the answer, too", async () => {
        const call = await ringingIn();
        call.hangUp();
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "declined", by: "us" });
      });

      it("is missed when nobody is there any more to take it", async () => {
        const call = await ringingIn();
        call.abandon();
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "cancelled", by: "them" });
        assert.equal(await rig.refusal(), 480);
      });

      it("is cancelled by them", async () => {
        const call = await ringingIn();
        rig.cancel();
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "cancelled", by: "them" });
      });
    });

    describe("a call that is up", () => {
      it("is hung up by us, and keeps when it was connected", async () => {
        const call = await connectedOut();
        const since = call.state.phase === "connected" ? call.state.since : undefined;
        call.hangUp();
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "hungUp", by: "us" });
        assert.equal(call.state.phase === "ended" ? call.state.connectedAt : undefined, since);
      });

      it("ends when nobody is there any more, and says so", async () => {
        const call = await connectedOut();
        call.abandon();
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "abandoned" });
      });

      it("is hung up by them", async () => {
        const call = await connectedOut();
        rig.hangUp();
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "hungUp", by: "them" });
      });

      it("mutes and unmutes, saying so each time", async () => {
        const call = await connectedOut();
        const heard: boolean[] = [];
        call.on("mutedChanged", ({ muted }) => heard.push(muted));
        call.setMuted(true);
        call.setMuted(true);
        assert.isTrue(call.muted);
        call.setMuted(false);
        assert.deepEqual(heard, [true, false]);
      });
    });

    describe("what the server tells", () => {
      const wishes = { attachedHeaders: [], watch: ["200"], mailbox: true };

      it("of the mailbox is known, until somebody else signs in", async () => {
        const phone = await signedIn();
        phone.wish(wishes);
        await rig.tellMailbox(3);
        const mailbox = await until(() => phone.mailbox, "the mailbox");
        assert.deepInclude(mailbox, { waiting: true, new: 3 });
        await phone.signOut();
        assert.isUndefined(phone.mailbox);
      });

      it("of a colleague's telephone is known", async () => {
        const phone = await signedIn();
        let changes = 0;
        phone.on("surroundingsChanged", () => (changes += 1));
        phone.wish(wishes);
        assert.equal(phone.lamps.get("200"), "unknown");
        for (const lamp of ["free", "ringing", "busy"] as const) {
          await rig.light("200", lamp);
          await until(() => phone.lamps.get("200") === lamp, lamp);
        }
        assert.isAtLeast(changes, 4);
      });
    });

    describe("hold", () => {
      const isHeldBy = (call: Call, by: string | undefined) =>
        until(() => heldBy(call) === by, `held by ${by ?? "nobody"}`);

      it("is ours to begin and to end, and does not begin the call anew", async () => {
        const call = await connectedOut();
        rig.agreeToOffers(200);
        const since = call.state.phase === "connected" && call.state.since;
        call.setHeld(true);
        call.setHeld(true);
        await isHeldBy(call, "us");
        call.setHeld(false);
        await isHeldBy(call, undefined);
        assert.equal(call.state.phase === "connected" && call.state.since, since);
      });

      it("is theirs", async () => {
        const call = await connectedOut();
        rig.holdUs(true);
        await isHeldBy(call, "them");
        rig.holdUs(false);
        await isHeldBy(call, undefined);
      });

      it("is both's, and ends for each apart", async () => {
        const call = await connectedOut();
        rig.agreeToOffers(200);
        call.setHeld(true);
        await isHeldBy(call, "us");
        rig.holdUs(true);
        await isHeldBy(call, "both");
        call.setHeld(false);
        await isHeldBy(call, "them");
        rig.holdUs(false);
        await isHeldBy(call, undefined);
      });
    });

    describe("transfer", () => {
      const phase = (call: Call) => call.transferring?.phase;

      it("refuses what nobody can call", async () => {
        const call = await connectedOut();
        assert.equal(catchError(() => call.transfer(" -() ")).code, "badNumber");
        assert.isUndefined(call.transferring);
      });

      it("ends the call when the other side has reached whom it was sent to", async () => {
        const call = await connectedOut();
        const phases: (string | undefined)[] = [];
        call.on("transferChanged", ({ transferring }) => phases.push(transferring?.phase));
        call.transfer("(601)");
        await rig.transferTells(180);
        await until(() => phase(call) === "ringing", "ringing");
        await rig.transferTells(200);
        await reach(call, "ended");
        assert.deepEqual(reasonOf(call), { kind: "transferred", to: "601" });
        assert.deepEqual(phases, ["asked", "ringing"]);
      });

      it("that fails leaves the call as it was, and says why", async () => {
        const call = await connectedOut();
        call.transfer("602");
        await rig.transferTells(486);
        await until(() => phase(call) === "failed", "failed");
        assert.deepEqual(call.transferring, { phase: "failed", to: "602", status: 486 });
        assert.equal(phaseOf(call), "connected");
      });

      it("can be tried again after it failed, and not before", async () => {
        const call = await connectedOut();
        call.transfer("602");
        call.transfer("603");
        assert.equal(call.transferring?.to, "602");
        await rig.transferTells(486);
        await until(() => phase(call) === "failed", "failed");
        call.transfer("603");
        assert.deepEqual(call.transferring, { phase: "asked", to: "603" });
      });

      it("to another call ends both", async () => {
        const first = await connectedOut();
        rig.agreeToOffers(200);
        first.setHeld(true);
        const second = rig.phone.dial("601");
        await rig.pickUp();
        await reach(second, "connected");
        first.transferTo(second);
        assert.equal(first.transferring?.to, "601");
        await rig.transferTells(200);
        await reach(first, "ended");
        await reach(second, "ended");
        assert.deepEqual(reasonOf(first), { kind: "transferred", to: "601" });
        assert.deepEqual(reasonOf(second), { kind: "transferred", to: "600" });
      });
    });

    describe("verbs that do not fit", () => {
      it("do nothing before the call is up", async () => {
        const call = (await signedIn()).dial("600");
        call.answer();
        call.decline();
        call.redirect("601");
        call.setMuted(true);
        call.setHeld(true);
        call.transfer("601");
        assert.isFalse(await call.sendDtmf("1"));
        assert.isUndefined(call.transferring);
        assert.equal(phaseOf(call), "dialing");
        assert.isFalse(call.muted);
      });

      it("do nothing after it ended", async () => {
        const call = await connectedOut();
        call.hangUp();
        await reach(call, "ended");
        const { state } = call;
        for (const verb of [() => call.hangUp(), () => call.answer(), () => call.decline()]) verb();
        call.setMuted(true);
        call.setHeld(true);
        call.transfer("601");
        assert.isFalse(await call.sendDtmf("1"));
        assert.equal(call.state, state);
        assert.isFalse(call.muted);
      });
    });
  });
}

function catchError(act: () => unknown): PhoneError {
  try {
    act();
  } catch (error) {
    if (error instanceof PhoneError) return error;
    throw error;
  }
  throw new Error("Nothing was thrown");
}
