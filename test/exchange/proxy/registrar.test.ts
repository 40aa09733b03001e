import { assert } from "chai";
import { digestResponse, parseCredentials } from "../../../src/exchange/sip/digest.ts";
import { request } from "../requests.ts";
import { buildProxy } from "./build.ts";
import { FakePhone } from "./fake-phone.ts";

const to = { To: "<sip:agent@phones.test>" };
const register = (fields: Record<string, string> = {}) =>
  request("REGISTER", "sip:phones.test", { ...to, ...fields });

/** The credentials that answer a challenge. */
function proofFor(challenge: string, password = "secret", user = "agent") {
  const asked = parseCredentials(challenge);
  const nonce = asked?.get("nonce") ?? "";
  const response = digestResponse(
    {
      algorithm: asked?.get("algorithm") === "SHA-256" ? "SHA-256" : "MD5",
      username: user,
      realm: "phones.test",
      method: "REGISTER",
      uri: "sip:phones.test",
      nonce,
      qop: { name: "auth", count: "00000001", clientNonce: "c" },
    },
    password,
  );
  return `Digest username="${user}", realm="phones.test", nonce="${nonce}", uri="sip:phones.test", response="${response}", qop=auth, nc=00000001, cnonce="c"`;
}

describe("exchange/proxy/registrar", () => {
  for (const algorithm of ["MD5", "SHA-256"] as const) {
    it(`asks for the password by ${algorithm}, and then registers`, () => {
      using house = buildProxy({ algorithm });
      const phone = new FakePhone("phone", { trusted: false });
      house.proxy.receive(register(), phone);
      assert.deepEqual(phone.statuses, [401]);
      const challenge = phone.answer.headers.get("www-authenticate") ?? "";
      assert.include(challenge, `algorithm=${algorithm}`);

      house.proxy.receive(
        register({ CSeq: "2 REGISTER", Authorization: proofFor(challenge) }),
        phone,
      );
      assert.deepEqual(phone.statuses, [401, 200]);
      assert.match(
        phone.answer.headers.get("contact") ?? "",
        /^<sip:abc@phone.invalid;transport=ws>;expires=300$/,
      );
      assert.lengthOf(house.registrar.locate("agent"), 1);
    });
  }

  it("asks again, without calling it stale, after a wrong password or an unknown user", () => {
    using house = buildProxy();
    const phone = new FakePhone("phone", { trusted: false });
    house.proxy.receive(register(), phone);
    const challenge = phone.answer.headers.get("www-authenticate") ?? "";
    for (const proof of [proofFor(challenge, "wrong"), proofFor(challenge, "secret", "eve")]) {
      house.proxy.receive(register({ Authorization: proof }), phone);
      assert.equal(phone.answer.status, 401);
      assert.notInclude(phone.answer.headers.get("www-authenticate") ?? "", "stale");
    }
    assert.isEmpty(house.registrar.users());
  });

  it("calls a challenge stale that was answered too late", () => {
    using house = buildProxy({ nonceLifetime: -1 });
    const phone = new FakePhone("phone", { trusted: false });
    house.proxy.receive(register(), phone);
    const proof = proofFor(phone.answer.headers.get("www-authenticate") ?? "");
    house.proxy.receive(register({ Authorization: proof }), phone);
    assert.include(phone.answer.headers.get("www-authenticate") ?? "", "stale=true");
  });

  it("lets nobody register for another", () => {
    using house = buildProxy();
    const phone = new FakePhone("phone", { trusted: false });
    house.proxy.receive(register(), phone);
    const proof = proofFor(phone.answer.headers.get("www-authenticate") ?? "");
    house.proxy.receive(register({ To: "<sip:bob@phones.test>", Authorization: proof }), phone);
    assert.equal(phone.answer.status, 403);
  });

  it("refuses too short a time and says what is enough", () => {
    using house = buildProxy();
    const phone = new FakePhone("phone");
    house.proxy.receive(register({ Expires: "5" }), phone);
    assert.equal(phone.answer.status, 423);
    assert.equal(phone.answer.headers.get("min-expires"), "10");
  });

  it("keeps one binding for one instance, wherever it comes from", () => {
    using house = buildProxy();
    const [before, after] = [new FakePhone("before"), new FakePhone("after")];
    const contact = (host: string) => ({
      Contact: `<sip:x@${host}.invalid>;+sip.instance="<urn:uuid:1>";reg-id=1`,
    });
    house.proxy.receive(register(contact("before")), before);
    house.proxy.receive(register(contact("after")), after);
    assert.deepEqual(
      house.registrar.locate("agent").map(({ uri }) => uri),
      ["sip:x@after.invalid"],
    );
    assert.include(
      after.answer.headers.get("contact") ?? "",
      '+sip.instance="<urn:uuid:1>";reg-id=1',
    );
  });

  it("forgets on request, by one contact or by all", () => {
    using house = buildProxy();
    const phone = new FakePhone("phone");
    house.proxy.receive(register(), phone);
    house.proxy.receive(register({ Expires: "0" }), phone);
    assert.isUndefined(phone.answer.headers.get("contact"));
    house.proxy.receive(register(), phone);
    house.proxy.receive(register({ Contact: "*", Expires: "0" }), phone);
    assert.isEmpty(house.registrar.users());
  });

  it("forgets a telephone whose connection is gone", () => {
    using house = buildProxy();
    const phone = new FakePhone("phone");
    house.register("agent", phone);
    house.proxy.disconnect(phone);
    assert.isEmpty(house.registrar.users());
  });
});
