import { assert } from "chai";
import { cseqOf } from "../../../src/exchange/sip/message.ts";
import { replyTo } from "../../../src/exchange/sip/reply.ts";
import { eventually } from "../eventually.ts";
import { request } from "../requests.ts";
import { buildProxy } from "./build.ts";
import { FakePhone } from "./fake-phone.ts";

const bob = "sip:bob@phones.test";
const invite = (fields: Record<string, string> = {}) => request("INVITE", bob, fields);

/** A house in which `caller` can call `bob`, who has as many telephones as named. */
function houseWith(names: readonly string[], options: Parameters<typeof buildProxy>[0] = {}) {
  const house = buildProxy(options);
  const caller = new FakePhone("caller");
  const phones = names.map((name) => new FakePhone(name));
  for (const phone of phones) house.register("bob", phone);
  return { ...house, caller, phones };
}

/** The only telephone of a house with one. */
function only(phones: readonly FakePhone[]): FakePhone {
  const [phone] = phones;
  if (!phone) throw new Error("no telephone");
  return phone;
}

describe("exchange/proxy/proxy", () => {
  it("says trying, and passes the call on by its own name and back", () => {
    using house = houseWith(["one"]);
    const phone = only(house.phones);
    house.proxy.receive(invite(), house.caller);
    assert.deepEqual(house.caller.statuses, [100]);
    const passed = phone.request("INVITE");
    assert.equal(passed.uri, "sip:one@one.invalid");
    assert.equal(passed.headers.get("max-forwards"), "69");
    assert.match(passed.headers.get("record-route") ?? "", /exchange\.invalid/);
    assert.lengthOf(passed.headers.all("via"), 2);

    house.proxy.receive(phone.replyToInvite(180), phone);
    house.proxy.receive(phone.replyToInvite(200), phone);
    assert.deepEqual(house.caller.statuses, [100, 180, 200]);
    assert.deepEqual(house.caller.answer.headers.all("via"), [
      "SIP/2.0/WS phone.invalid;branch=z9hG4bKone",
    ]);
  });

  it("acknowledges a refusal itself, and swallows the caller's acknowledgement", () => {
    using house = houseWith(["one"]);
    const phone = only(house.phones);
    house.proxy.receive(invite(), house.caller);
    house.proxy.receive(phone.replyToInvite(486), phone);
    assert.deepEqual(house.caller.statuses, [100, 486]);
    assert.deepEqual(phone.methods(), ["INVITE", "ACK"]);

    house.proxy.receive(request("ACK", bob, { To: `<${bob}>;tag=one` }), house.caller);
    assert.deepEqual(phone.methods(), ["INVITE", "ACK"]);
  });

  it("answers a request that comes twice from memory", () => {
    using house = houseWith(["one"]);
    const phone = only(house.phones);
    house.proxy.receive(invite(), house.caller);
    house.proxy.receive(phone.replyToInvite(486), phone);
    house.proxy.receive(invite(), house.caller);
    assert.deepEqual(house.caller.statuses, [100, 486, 486]);
    assert.deepEqual(phone.methods(), ["INVITE", "ACK"]);
  });

  it("cancels what rings", () => {
    using house = houseWith(["one"]);
    const phone = only(house.phones);
    house.proxy.receive(invite(), house.caller);
    house.proxy.receive(phone.replyToInvite(180), phone);
    house.proxy.receive(request("CANCEL", bob, { Reason: "SIP;cause=200" }), house.caller);
    const cancel = phone.request("CANCEL");
    assert.equal(cancel.headers.get("via"), phone.request("INVITE").headers.get("via"));
    assert.equal(cancel.headers.get("reason"), "SIP;cause=200");
    assert.equal(cseqOf(cancel).number, 1);

    house.proxy.receive(replyTo(cancel, 200), phone);
    house.proxy.receive(phone.replyToInvite(487), phone);
    assert.deepEqual(house.caller.statuses, [100, 180, 200, 487]);
  });

  it("knows nothing of a cancelled call that there never was", () => {
    using house = houseWith([]);
    house.proxy.receive(request("CANCEL", bob), house.caller);
    assert.deepEqual(house.caller.statuses, [481]);
  });

  it("rings at all telephones and stops the others when one answers", () => {
    using house = houseWith(["one", "two"]);
    const [one, two] = [house.phones[0] ?? only([]), house.phones[1] ?? only([])];
    house.proxy.receive(invite(), house.caller);
    house.proxy.receive(two.replyToInvite(180), two);
    house.proxy.receive(one.replyToInvite(200), one);
    assert.include(two.request("CANCEL").headers.get("reason") ?? "", "completed elsewhere");
    house.proxy.receive(two.replyToInvite(487), two);
    assert.deepEqual(house.caller.statuses, [100, 180, 200]);
  });

  it("passes on the refusal that tells most, when all refuse", () => {
    using house = houseWith(["one", "two"]);
    const [one, two] = [house.phones[0] ?? only([]), house.phones[1] ?? only([])];
    house.proxy.receive(invite(), house.caller);
    house.proxy.receive(one.replyToInvite(480), one);
    assert.deepEqual(house.caller.statuses, [100]);
    house.proxy.receive(two.replyToInvite(486), two);
    assert.deepEqual(house.caller.statuses, [100, 486]);
  });

  it("ends all ringing when one declines for everybody", () => {
    using house = houseWith(["one", "two"]);
    const [one, two] = [house.phones[0] ?? only([]), house.phones[1] ?? only([])];
    house.proxy.receive(invite(), house.caller);
    house.proxy.receive(one.replyToInvite(603), one);
    house.proxy.receive(replyTo(two.request("INVITE"), 487), two);
    assert.include(two.methods(), "CANCEL");
    assert.deepEqual(house.caller.statuses, [100, 603]);
  });

  it("passes a second success on too, since only the caller can end it", () => {
    using house = houseWith(["one", "two"]);
    const [one, two] = [house.phones[0] ?? only([]), house.phones[1] ?? only([])];
    house.proxy.receive(invite(), house.caller);
    house.proxy.receive(one.replyToInvite(200), one);
    house.proxy.receive(two.replyToInvite(200), two);
    assert.deepEqual(house.caller.statuses, [100, 200, 200]);
  });

  it("gives up a telephone that rings for ever", async () => {
    using house = houseWith(["one"], { ringing: 10 });
    house.proxy.receive(invite(), house.caller);
    await eventually("the proxy to give up", () => house.caller.statuses.includes(408));
    assert.include(only(house.phones).methods(), "CANCEL");
  });

  it("says unavailable for a user without a telephone, and not found for a stranger", () => {
    using house = houseWith([]);
    house.proxy.receive(invite(), house.caller);
    assert.deepEqual(house.caller.statuses, [480]);
    house.proxy.receive(request("INVITE", "sip:777@phones.test"), house.caller);
    house.proxy.receive(request("INVITE", "sip:bob@elsewhere.test"), house.caller);
    assert.deepEqual(house.caller.statuses, [480, 404, 404]);
  });

  it("asks a caller for the password, before anything else is said", () => {
    using house = houseWith(["one"]);
    const stranger = new FakePhone("stranger", { trusted: false });
    house.proxy.receive(invite(), stranger);
    assert.deepEqual(stranger.statuses, [407]);
    assert.isEmpty(only(house.phones).received);
  });

  it("believes no answer from somebody who was not asked", () => {
    using house = houseWith(["one"]);
    house.proxy.receive(invite(), house.caller);
    house.proxy.receive(only(house.phones).replyToInvite(200), new FakePhone("eve"));
    assert.deepEqual(house.caller.statuses, [100]);
  });

  it("finds a telephone in a call again when it comes back on a new connection", () => {
    using house = houseWith(["one"]);
    house.proxy.disconnect(only(house.phones));
    const back = new FakePhone("one");
    house.register("bob", back);
    house.proxy.receive(
      request("BYE", "sip:one@one.invalid", { To: `<${bob}>;tag=one` }),
      house.caller,
    );
    house.proxy.receive(replyTo(back.request("BYE"), 200), back);
    assert.deepEqual(house.caller.statuses, [200]);
  });

  it("says that a call is gone whose other end nobody knows", () => {
    using house = houseWith([]);
    house.proxy.receive(
      request("BYE", "sip:x@gone.invalid", { To: `<${bob}>;tag=x` }),
      house.caller,
    );
    house.proxy.receive(
      request("ACK", "sip:x@gone.invalid", { To: `<${bob}>;tag=x` }),
      house.caller,
    );
    assert.deepEqual(house.caller.statuses, [481]);
  });

  it("stops a request that goes round in circles, and one without an address", () => {
    using house = houseWith([]);
    house.proxy.receive(invite({ "Max-Forwards": "0" }), house.caller);
    house.proxy.receive(invite({ "Max-Forwards": "many" }), house.caller);
    house.proxy.receive(request("INVITE", "tel:+1"), house.caller);
    assert.deepEqual(house.caller.statuses, [483, 483, 400]);
  });

  it("answers a question about itself", () => {
    using house = houseWith([]);
    house.proxy.receive(request("OPTIONS", "sip:phones.test"), house.caller);
    assert.deepEqual(house.caller.statuses, [200]);
  });

  it("forgets what is settled", async () => {
    using house = houseWith(["one"]);
    const phone = only(house.phones);
    house.proxy.receive(invite(), house.caller);
    house.proxy.receive(phone.replyToInvite(486), phone);
    assert.equal(house.transactions.size, 1);
    await eventually("the transaction to be forgotten", () => house.transactions.size === 0);
  });
});
