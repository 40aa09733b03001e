import { assert } from "chai";
import { FakeCall } from "../../../src/telephony/fake/fake-call.ts";
import { FakePhone } from "../../../src/telephony/fake/fake-phone.ts";
import { describePhone, type PhoneRig } from "../../contracts/phone-contract.ts";

const account = { servers: [], domain: "test.example", user: "agent", password: "secret" };

function makeRig(): PhoneRig {
  const phone = new FakePhone();
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
    callIn: (from) => void phone.callIn(from),
    ring: () => later(() => theirs().ring()),
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
