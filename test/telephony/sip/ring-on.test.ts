import { assert } from "chai";
import type { LostRing } from "../../../src/telephony/lost-call.ts";
import { installFacade } from "../../../src/telephony/sip/install-facade.ts";
import { RingAgain } from "../../../src/telephony/sip/ring-again.ts";
import { SipPhone } from "../../../src/telephony/sip/sip-phone.ts";
import { MediaDocumentFake, MediaPortFake } from "../media-port-fake.ts";
import { until } from "../until.ts";
import { remoteSdp, SipServerFake, type InDialog } from "./sip-server-fake.ts";

const account = {
  servers: ["wss://server.test"],
  domain: "test.example",
  user: "agent",
  password: "secret",
};

describe("telephony/sip/ring-on", () => {
  let server: SipServerFake;
  let uninstall: () => void;
  const phones: SipPhone[] = [];
  beforeEach(() => {
    uninstall = installFacade();
    server = new SipServerFake();
  });
  afterEach(() => {
    for (const phone of phones.splice(0)) void phone.signOut();
    uninstall();
  });

  function signIn(): SipPhone {
    const media = new MediaPortFake(new MediaDocumentFake());
    const phone = new SipPhone({
      media,
      openSocket: server.openSocket,
      tab: { name: "tab", ringAgain: new RingAgain() },
    });
    phones.push(phone);
    phone.signIn(account);
    return phone;
  }

  /** A phone at which it rings goes without a word; what is left of the call is for the next. */
  async function ringing(headers: readonly string[] = []) {
    const first = signIn();
    await until(() => first.registration.phase === "registered", "registered");
    const invite = server.invite({ sdp: remoteSdp, headers });
    const call = await until(() => first.calls[0], "the call");
    await server.nth("180");
    const { id, direction, remote, invitation } = call;
    assert.isDefined(invitation);
    server.dropConnections();
    const lost: LostRing = { id, direction, remote, since: 7, invitation };
    const phone = signIn();
    return { invite, phone, call: phone.takeOver(lost) };
  }

  const tagOf = (to: string) => /tag=([^;]+)/.exec(to)?.[1];

  it("goes on ringing with the next phone of the same name, in the same dialog", async () => {
    const { call } = await ringing();
    assert.deepEqual(call.state, { phase: "ringing", since: 7 });
    const again = await server.nth("180", 2);
    const [first] = server.of("180");
    assert.equal(tagOf(again.header("To")), tagOf(first?.header("To") ?? ""));
    assert.match(again.header("Contact"), /sip:tab@tab\.invalid/);
  });

  it("answers as soon as it can what the agent answered before", async () => {
    const { call } = await ringing();
    call.answer();
    const answer = await server.nth("200");
    assert.equal(answer.cseq, "1 INVITE");
  });

  it("declines as soon as it can what the agent declined before", async () => {
    const { call } = await ringing();
    call.decline();
    await server.nth("603");
    await until(() => call.state.phase === "ended", "the end");
    assert.deepInclude(call.state, { reason: { kind: "declined", by: "us" } });
  });

  it("hears the caller give up", async () => {
    const { call, invite } = await ringing();
    await server.nth("180", 2);
    server.request("CANCEL", invite satisfies InDialog);
    await until(() => call.state.phase === "ended", "the end");
    assert.deepInclude(call.state, { reason: { kind: "cancelled", by: "them" } });
  });

  it("asks a caller that can be asked whether it is still there, and takes none for gone that is", async () => {
    const { call } = await ringing(["Allow: INVITE, UPDATE"]);
    const question = await server.nth("UPDATE");
    assert.equal(tagOf(question.header("To")), "caller");
    assert.equal(call.state.phase, "ringing");
  });

  it("takes a caller for gone that does not know of the call any more", async () => {
    server.obliging = false;
    const { call } = await ringing(["Allow: INVITE, UPDATE"]);
    server.answer(await server.nth("UPDATE"), 481);
    await until(() => call.state.phase === "ended", "the end");
    assert.deepInclude(call.state, { reason: { kind: "cancelled", by: "them" } });
  });
});
