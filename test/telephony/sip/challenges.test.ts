import { assert } from "chai";
import { installFacade } from "../../../src/telephony/sip/install-facade.ts";
import { SipPhone } from "../../../src/telephony/sip/sip-phone.ts";
import { MediaDocumentFake, MediaPortFake } from "../media-port-fake.ts";
import { until } from "../until.ts";
import { remoteSdp, SipServerFake, type InDialog, type SipMessage } from "./sip-server-fake.ts";

const account = {
  servers: ["wss://server.test"],
  domain: "test.example",
  user: "agent",
  password: "secret",
};

describe("telephony/sip: what servers ask for", () => {
  let server: SipServerFake;
  let phone: SipPhone;
  let uninstall: () => void;

  beforeEach(() => {
    uninstall = installFacade();
    server = new SipServerFake();
    const media = new MediaPortFake(new MediaDocumentFake());
    phone = new SipPhone({ media, openSocket: server.openSocket });
  });
  afterEach(() => {
    void phone.signOut();
    uninstall();
  });

  async function signIn() {
    phone.signIn(account);
    await until(() => phone.registration.phase === "registered", "registered");
  }
  const credentials = () => server.of("REGISTER").at(-1)?.header("Authorization") ?? "";
  const proxyChallenge = (rest: string) => ({ headers: [`Proxy-Authenticate: Digest ${rest}`] });

  describe("the password", () => {
    it("is proven by the strongest of several challenges", async () => {
      server.challenges = [
        'Digest realm="test", nonce="one", algorithm=MD5, qop="auth"',
        'Digest realm="test", nonce="two", algorithm=SHA-512-256, qop="auth"',
        'Digest realm="test", nonce="three", algorithm=SHA-256, qop="auth"',
      ];
      await signIn();
      assert.match(credentials(), /algorithm=SHA-256/);
      assert.match(credentials(), /nonce="three"/);
      assert.match(credentials(), /response="[0-9a-f]{64}"/);
    });

    it("is proven by MD5 where the other challenges are unknown", async () => {
      server.challenges = [
        'Bearer authz_server="https://login.test"',
        'Digest realm="test", nonce="one", algorithm=SHA-512-256',
        'Digest realm="test", nonce="two"',
      ];
      await signIn();
      assert.match(credentials(), /algorithm=MD5/);
      assert.match(credentials(), /nonce="two"/);
    });

    it("is proven without the body where the server leaves the choice", async () => {
      server.challenges = ['Digest realm="test", nonce="n", qop="auth,auth-int"'];
      await signIn();
      assert.match(credentials(), /qop=auth,/);
    });

    it("is proven once more when the challenge was stale, counted from one", async () => {
      await signIn();
      phone.dial("600");
      const first = await server.nth("INVITE");
      server.answer(first, 407, proxyChallenge('realm="test", nonce="old", qop="auth"'));
      const second = await server.nth("INVITE", 2);
      const stale = proxyChallenge('realm="test", nonce="new", qop="auth", stale=true');
      server.answer(second, 407, stale);
      const third = (await server.nth("INVITE", 3)).header("Proxy-Authorization");
      assert.match(third, /nonce="new"/);
      assert.match(third, /nc=00000001/);
    });

    it("is proven to each who asks on the way", async () => {
      await signIn();
      const call = phone.dial("600");
      const first = await server.nth("INVITE");
      server.answer(first, 407, proxyChallenge('realm="proxy", nonce="p"'));
      const second = await server.nth("INVITE", 2);
      server.answer(second, 401, {
        headers: ['WWW-Authenticate: Digest realm="gateway", nonce="g"'],
      });
      const third = await server.nth("INVITE", 3);
      assert.match(third.header("Proxy-Authorization"), /realm="proxy"/);
      assert.match(third.header("Authorization"), /realm="gateway"/);
      server.answer(third, 200, { sdp: remoteSdp });
      await until(() => call.state.phase === "connected", "connected");
    });

    it("is not tried for ever where it is wrong", async () => {
      await signIn();
      const call = phone.dial("600");
      const wrong = proxyChallenge('realm="test", nonce="n"');
      server.answer(await server.nth("INVITE"), 407, wrong);
      server.answer(await server.nth("INVITE", 2), 407, wrong);
      await until(() => call.state.phase === "ended", "the end");
      assert.lengthOf(server.of("INVITE"), 2);
    });
  });

  describe("a longer session interval", () => {
    it("is granted, once", async () => {
      await signIn();
      const call = phone.dial("600");
      const first = await server.nth("INVITE");
      assert.match(first.header("Session-Expires"), /^90/);
      server.answer(first, 422, { headers: ["Min-SE: 1800"] });
      const again = await server.nth("INVITE", 2);
      assert.equal(again.header("Session-Expires"), "1800");
      assert.lengthOf(again.headers("Session-Expires"), 1);
      assert.equal(again.header("Min-SE"), "1800");
      server.answer(again, 200, { sdp: remoteSdp });
      await until(() => call.state.phase === "connected", "connected");
    });

    it("is not granted when it makes no sense", async () => {
      await signIn();
      const call = phone.dial("600");
      server.answer(await server.nth("INVITE"), 422, { headers: ["Min-SE: 999999999"] });
      await until(() => call.state.phase === "ended", "the end");
      assert.lengthOf(server.of("INVITE"), 1);
    });
  });

  describe("an acknowledged progress", () => {
    const reliable = (number: number) => ({ headers: ["Require: 100rel", `RSeq: ${number}`] });

    it("gets its PRACK, once for each", async () => {
      await signIn();
      phone.dial("600");
      const invite = await server.nth("INVITE");
      assert.include(invite.headers("Supported").join(","), "100rel");
      server.answer(invite, 180, reliable(7));
      server.answer(invite, 180, reliable(7));
      server.answer(invite, 183, reliable(8));
      await server.nth("PRACK", 2);
      const [number] = invite.cseq.split(" ");
      assert.deepEqual(
        server.of("PRACK").map((prack) => prack.header("RAck")),
        [`7 ${number} INVITE`, `8 ${number} INVITE`],
      );
      assert.include(server.of("PRACK")[0]?.header("To"), "tag=theirs");
    });

    it("needs not say its answer again when the call is taken", async () => {
      await signIn();
      const call = phone.dial("600");
      const invite = await server.nth("INVITE");
      server.answer(invite, 183, { ...reliable(1), sdp: remoteSdp });
      await server.nth("PRACK");
      server.answer(invite, 200);
      await until(() => call.state.phase === "connected", "connected");
      assert.isEmpty(server.of("BYE"));
    });

    it("is not asked for by a server that merely could: its 180 is taken as it is", async () => {
      await signIn();
      const call = phone.dial("600");
      const invite = await server.nth("INVITE");
      server.answer(invite, 180, { headers: ["Supported: 100rel, timer"] });
      await until(() => call.state.phase === "ringing", "ringing");
      server.answer(invite, 200, { sdp: remoteSdp });
      await until(() => call.state.phase === "connected", "connected");
      assert.isEmpty(server.of("PRACK"));
    });
  });

  describe("an incoming call that has to be acknowledged before it is answered", () => {
    const asks = { headers: ["Require: 100rel"] };
    const ringing = (count: number) => until(() => ringings()[count - 1], `${count} times 180`);
    const ringings = () => server.of("180").filter(({ cseq }) => cseq.endsWith("INVITE"));
    const numberOf = (said: SipMessage) => said.header("RSeq");

    async function acknowledge(dialog: InDialog, said: SipMessage, number = numberOf(said)) {
      const before = server.received.length;
      server.request(
        "PRACK",
        { ...dialog, to: said.header("To") },
        {
          cseq: 2,
          headers: [`RAck: ${number} 1 INVITE`],
        },
      );
      return until(
        () => server.received.slice(before).find(({ cseq }) => cseq === "2 PRACK")?.kind,
        "an answer to PRACK",
      );
    }

    it("says that it rings until PRACK comes, and is answered as any other", async () => {
      await signIn();
      const dialog = server.invite(asks);
      const first = await ringing(1);
      assert.equal(first.header("Require"), "100rel");
      const again = await ringing(2);
      assert.isAbove(Number(numberOf(first)), 0);
      assert.equal(numberOf(again), numberOf(first));
      assert.equal(await acknowledge(dialog, first), "200");
      const [call] = phone.calls;
      call?.answer();
      const answer = await until(
        () => server.of("200").find(({ cseq }) => cseq === "1 INVITE"),
        "the answer",
      );
      assert.isEmpty(answer.headers("RSeq"));
      server.request("ACK", { ...dialog, to: answer.header("To") });
      assert.equal(call?.state.phase, "connected");
      assert.lengthOf(ringings(), 2);
    });

    it("does not take another's PRACK for its own", async () => {
      await signIn();
      const dialog = server.invite(asks);
      assert.equal(await acknowledge(dialog, await ringing(1), "1"), "481");
      await ringing(2);
    });

    it("is declined before anybody acknowledged it", async () => {
      await signIn();
      server.invite(asks);
      await ringing(1);
      phone.calls[0]?.decline();
      await server.nth("603");
      assert.lengthOf(ringings(), 1);
    });

    it("is refused where only an offer of ours could be acknowledged", async () => {
      await signIn();
      server.invite({ ...asks, sdp: "" });
      assert.equal((await server.nth("420")).header("Unsupported"), "100rel");
      assert.isEmpty(phone.calls);
    });

    it("is refused where it requires what we cannot do", async () => {
      await signIn();
      server.invite({ headers: ["Require: timer, precondition"] });
      assert.equal((await server.nth("420")).header("Unsupported"), "precondition");
      assert.isEmpty(phone.calls);
    });

    it("rings as ever for a server that merely could", async () => {
      await signIn();
      server.invite({ headers: ["Supported: 100rel, timer"] });
      assert.isEmpty((await ringing(1)).headers("RSeq"));
    });
  });
});
