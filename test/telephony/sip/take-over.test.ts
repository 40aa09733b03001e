import { assert } from "chai";
import { installFacade } from "../../../src/telephony/sip/install-facade.ts";
import { SipPhone } from "../../../src/telephony/sip/sip-phone.ts";
import { MediaDocumentFake, MediaPortFake } from "../media-port-fake.ts";
import { until } from "../until.ts";
import { remoteSdp, SipServerFake, type SipMessage } from "./sip-server-fake.ts";

const account = {
  servers: ["wss://server.test"],
  domain: "test.example",
  user: "agent",
  password: "secret",
};
const lost = {
  id: "kept",
  direction: "outgoing",
  remote: { number: "601" },
  since: 7,
  muted: false,
  dialog: { callId: "abc", localTag: "ours", remoteTag: "theirs", target: "sip:peer@192.0.2.9" },
} as const;

describe("telephony/sip/take-over", () => {
  let server: SipServerFake;
  let document: MediaDocumentFake;
  let phone: SipPhone;
  let uninstall: () => void;
  beforeEach(() => {
    uninstall = installFacade();
    server = new SipServerFake();
    document = new MediaDocumentFake();
    const media = new MediaPortFake(document);
    phone = new SipPhone({ media, openSocket: server.openSocket });
    phone.signIn(account);
  });
  afterEach(() => {
    void phone.signOut();
    uninstall();
  });

  it("asks the other side's own address, once registered, in place of the old dialog", async () => {
    const call = phone.takeOver(lost);
    assert.isEmpty(server.of("INVITE"));
    const invite = await server.nth("INVITE");
    assert.equal(phone.registration.phase, "registered");
    assert.match(invite.start, /^INVITE sip:peer@192.0.2.9 /);
    assert.equal(invite.header("Replaces"), "abc;to-tag=theirs;from-tag=ours");
    server.answer(invite, 200, { sdp: remoteSdp });
    await server.nth("ACK");
    assert.deepEqual(call.state, { phase: "connected", since: 7 });
    assert.equal(call.dialog?.callId, invite.header("Call-ID"));
    assert.deepInclude(call.dialog, { remoteTag: "theirs" });
    assert.equal(call.dialog?.target, "sip:peer@192.0.2.9;transport=ws");
  });

  it("does not wait for the microphone", async () => {
    phone.takeOver(lost);
    await server.nth("INVITE");
    assert.isTrue(document.asked.some((asked) => asked.order === "describe" && asked.resumed));
  });

  it("offers to go on holding, and to end that", async () => {
    const direction = ({ body }: SipMessage) => /a=(send|recv|inactive)\w*/.exec(body)?.[0];
    const call = phone.takeOver({ ...lost, held: true });
    const invite = await server.nth("INVITE");
    assert.equal(direction(invite), "a=sendonly");
    server.answer(invite, 200, { sdp: remoteSdp });
    await server.nth("ACK");
    assert.deepEqual(call.state, { phase: "connected", since: 7, heldBy: "us" });
    assert.lengthOf(server.of("INVITE"), 1, "nothing more is to be said of it");
    call.setHeld(false);
    assert.equal(direction(await server.nth("INVITE", 2)), "a=sendrecv");
  });

  it("ends with the call when the other side has it no more", async () => {
    const call = phone.takeOver(lost);
    server.answer(await server.nth("INVITE"), 481);
    await until(() => call.state.phase === "ended", "the end");
    assert.deepInclude(call.state, { reason: { kind: "interrupted" } });
  });

  it("says that the other side refuses, and leaves the end to the agent", async () => {
    const call = phone.takeOver(lost);
    const refused: number[] = [];
    call.on("soundRefused", ({ status }) => refused.push(status));
    server.answer(await server.nth("INVITE"), 405);
    await until(() => refused.length > 0, "the refusal");
    assert.deepEqual(refused, [405]);
    assert.equal(call.state.phase, "connected");
    call.hangUp();
    assert.equal(call.state.phase, "ended");
    assert.isEmpty(phone.calls);
  });
});
