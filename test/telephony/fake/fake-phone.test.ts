import { assert } from "chai";
import { FakeCall } from "../../../src/telephony/fake/fake-call.ts";
import { FakePhone } from "../../../src/telephony/fake/fake-phone.ts";
import { describePhone, type PhoneRig } from "../../contracts/phone-contract.ts";

const account = {
  ...{ servers: [], domain: "test.example", user: "agent", password: "secret" },
  mostCalls: 3,
};

function makeRig(): PhoneRig {
  const phone = new FakePhone({ mostCalls: account.mostCalls });
  let last: FakeCall | undefined;
  const theirs = () => {
    const call = phone.calls.at(-1);
    assert.instanceOf(call, FakeCall);
    return call;
  };
  // Connecting two ends both at once.
  const tell = ({ calls }: FakePhone, status: number) => {
    const call = calls.find(({ transferring }) => transferring);
    assert.instanceOf(call, FakeCall);
    if (status < 200) call.transferRings();
    else call.transferEnds(status);
  };
  const later = (act: () => void) => Promise.resolve().then(act);
  return {
    phone,
    account,
    refusePassword: () =>
      (phone.answerToSignIn = { phase: "failed", problem: "wrongPassword", detail: "403" }),
    callIn(from, headers = {}) {
      const answerAfter = headers["Call-Info"]?.includes("answer-after=2") ? 2_000 : undefined;
      const called = /sip:([^@]+)/.exec(headers["P-Called-Party-ID"] ?? "")?.[1];
      last = phone.callIn(from, { attached: headers, answerAfter, called });
    },
    refusal: () => Promise.resolve(statusOf(last)),
    tellMailbox: (fresh) => later(() => phone.tellMailbox({ waiting: true, new: fresh })),
    light: (number, lamp) => later(() => phone.light(number, lamp)),
    ring: (options) => later(() => theirs().ring(options)),
    pickUp: () => later(() => theirs().pickUp()),
    beBusy: () => later(() => theirs().endBy({ kind: "busy" })),
    hangUp: () => theirs().endBy({ kind: "hungUp", by: "them" }),
    holdUs: (held) => theirs().holdUs(held),
    agreeToOffers: () => undefined,
    transferTells: (status) => later(() => tell(phone, status)),
    cancel: () => theirs().endBy({ kind: "cancelled", by: "them" }),
    dispose: () => undefined,
  };
}

function statusOf(call: FakeCall | undefined): number {
  const reason = call?.state.phase === "ended" && call.state.reason.kind;
  if (reason === "redirected") return 302;
  return { declined: 603, busy: 486, unavailable: 480 }[call?.refusedWith ?? "declined"];
}

describePhone("telephony/fake/fake-phone", makeRig);

describe("telephony/fake/fake-phone", () => {
  it("remembers the tones that the other side heard", async () => {
    const phone = new FakePhone();
    phone.signIn(account);
    const call = phone.dial("600");
    call.pickUp();
    for (const key of "1a#x") await call.sendDtmf(key);
    assert.equal(call.tones, "1A#");
  });
});
