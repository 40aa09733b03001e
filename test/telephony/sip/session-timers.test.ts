import { assert } from "chai";
import { installFacade } from "../../../src/telephony/sip/install-facade.ts";
import { SipPhone } from "../../../src/telephony/sip/sip-phone.ts";
import { MediaDocumentFake, MediaPortFake } from "../media-port-fake.ts";
import { until } from "../until.ts";
import { dialogOf, remoteSdp, SipServerFake, type InDialog } from "./sip-server-fake.ts";

const account = {
  servers: ["wss://server.test"],
  domain: "test.example",
  user: "agent",
  password: "secret",
};

/** How much faster than others the timers run that wait for longer than half a minute. */
const haste = 300;

/** Lets sessions run out while somebody waits. Returns what undoes it. */
function hurry(): () => void {
  const { setTimeout: slow } = globalThis;
  const quick = (act: () => void, milliseconds = 0) =>
    slow(act, milliseconds > 40_000 ? milliseconds / haste : milliseconds);
  // Node's and the browser's have more to them, which nobody here uses.
  globalThis.setTimeout = quick as typeof slow;
  return () => (globalThis.setTimeout = slow);
}

describe("telephony/sip: a long call", () => {
  let server: SipServerFake;
  let phone: SipPhone;
  const undo: (() => void)[] = [];

  beforeEach(async () => {
    undo.push(installFacade());
    server = new SipServerFake();
    const media = new MediaPortFake(new MediaDocumentFake());
    phone = new SipPhone({ media, openSocket: server.openSocket });
    phone.signIn(account);
    await until(() => phone.registration.phase === "registered", "registered");
    undo.push(hurry());
  });
  afterEach(() => {
    for (const each of undo.splice(0)) each();
    void phone.signOut();
  });

  async function connected(interval?: string) {
    const call = phone.dial("600");
    const invite = await server.nth("INVITE");
    const headers = interval === undefined ? [] : [`Session-Expires: ${interval}`];
    server.answer(invite, 200, { sdp: remoteSdp, headers });
    await server.nth("ACK");
    await until(() => call.state.phase === "connected", "connected");
    return { call, dialog: dialogOf(invite) };
  }

  /** Their request, and how it was answered. */
  async function ask(method: string, dialog: InDialog, details: { cseq: number; sdp?: string }) {
    server.request(method, dialog, {
      ...details,
      headers: ["Session-Expires: 1800;refresher=uac"],
    });
    return until(
      () =>
        server.received.find(
          ({ cseq, kind }) => cseq === `${details.cseq} ${method}` && Number(kind) >= 200,
        ),
      `the answer to ${method}`,
    );
  }

  it("is refreshed by UPDATE at half its interval, again and again, where that is ours", async () => {
    await connected("100;refresher=uac");
    const first = await server.nth("UPDATE");
    assert.match(first.header("Session-Expires"), /^100;refresher=uac/);
    assert.equal(first.body, "");
    await server.nth("UPDATE", 2);
    assert.lengthOf(server.of("INVITE"), 1);
  });

  it("is refreshed by us where the other side knows nothing of it", async () => {
    await connected();
    await server.nth("UPDATE");
  });

  it("is refreshed by an offer where UPDATE is refused, and by nothing else from then on", async () => {
    server.obliging = false;
    server.reoffers = 200;
    const { call } = await connected("100;refresher=uac");
    server.answer(await server.nth("UPDATE"), 405);
    const offer = await server.nth("INVITE", 2);
    assert.match(offer.header("Session-Expires"), /^100;refresher=uac/);
    await server.nth("INVITE", 3);
    assert.lengthOf(server.of("UPDATE"), 1);
    assert.equal(call.state.phase, "connected");
  });

  it("is refreshed after an offer that was under way at its time", async () => {
    const { call } = await connected("100;refresher=uac");
    call.setHeld(true);
    const held = await server.nth("INVITE", 2);
    await new Promise((resolve) => setTimeout(resolve, (2 * 50_000) / haste)); // its time goes by
    assert.isEmpty(server.of("UPDATE"));
    server.reoffers = 200;
    server.answer(held, 500);
    await server.nth("INVITE", 3);
  });

  it("ends, and says that the connection was lost, when the other side does not refresh it", async () => {
    const { call } = await connected("100;refresher=uas");
    await server.nth("BYE");
    assert.deepInclude(call.state, { phase: "ended", reason: { kind: "connectionLost" } });
    assert.isEmpty(server.of("UPDATE"));
  });

  it("stays when the other side refreshes it by UPDATE or by an offer", async () => {
    const { call, dialog } = await connected("100;refresher=uas");
    const update = await ask("UPDATE", dialog, { cseq: 1 });
    assert.equal(update.kind, "200");
    assert.match(update.header("Session-Expires"), /^1800;refresher=uac/);
    assert.equal(update.body, "");
    const offer = await ask("INVITE", dialog, { cseq: 2, sdp: remoteSdp });
    assert.equal(offer.kind, "200");
    assert.match(offer.header("Session-Expires"), /^1800;refresher=uac/);
    server.request("ACK", dialog, { cseq: 2 });
    assert.equal(call.state.phase, "connected");
  });

  it("takes an offer by UPDATE", async () => {
    const { call, dialog } = await connected();
    const sdp = remoteSdp.replace("sendrecv", "sendonly");
    const update = await ask("UPDATE", dialog, { cseq: 1, sdp });
    assert.equal(update.kind, "200");
    assert.match(update.body, /m=audio/);
    await until(
      () => call.state.phase === "connected" && call.state.heldBy === "them",
      "held by them",
    );
  });

  describe("before it is up", () => {
    it("takes an UPDATE that only tells something", async () => {
      const dialog = server.invite();
      const ringing = await server.nth("180");
      const within = { ...dialog, to: ringing.header("To") };
      assert.equal((await ask("UPDATE", within, { cseq: 2 })).kind, "200");
      const offered = await ask("UPDATE", within, { cseq: 3, sdp: remoteSdp });
      assert.equal(offered.kind, "500");
      assert.notEqual(offered.header("Retry-After"), "");
      assert.equal(phone.calls[0]?.state.phase, "ringing");
    });

    it("takes one from whom we call", async () => {
      const call = phone.dial("600");
      const invite = await server.nth("INVITE");
      server.answer(invite, 180);
      await until(() => call.state.phase === "ringing", "ringing");
      assert.equal((await ask("UPDATE", dialogOf(invite), { cseq: 1 })).kind, "200");
      const offered = await ask("UPDATE", dialogOf(invite), { cseq: 2, sdp: remoteSdp });
      assert.equal(offered.kind, "491");
    });
  });
});
