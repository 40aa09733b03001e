import { assert } from "chai";
import type { Call } from "../../../src/telephony/call.ts";
import { installFacade } from "../../../src/telephony/sip/install-facade.ts";
import { SipPhone, type SipPhoneOptions } from "../../../src/telephony/sip/sip-phone.ts";
import { describePhone, type PhoneRig } from "../../contracts/phone-contract.ts";
import { MediaDocumentFake, MediaPortFake } from "../media-port-fake.ts";
import { until } from "../until.ts";
import type { SipMessage } from "./sip-server-fake.ts";
import { dialogOf, remoteSdp, SipServerFake, type InDialog } from "./sip-server-fake.ts";

const account = {
  servers: ["wss://server.test"],
  domain: "test.example",
  user: "agent",
  password: "secret",
  mostCalls: 3,
};

function build(options: Partial<SipPhoneOptions> = {}) {
  const uninstall = installFacade();
  const server = new SipServerFake();
  const document = new MediaDocumentFake();
  const media = new MediaPortFake(document);
  const phone = new SipPhone({ media, openSocket: server.openSocket, ...options });
  return { server, document, media, phone, uninstall };
}

function makeRig(): PhoneRig {
  const { server, phone, uninstall } = build();
  let dialog: InDialog | undefined;
  let theirSequence = 100;
  const theirs = () => {
    const invite = server.of("INVITE").filter(first).at(-1);
    return dialog ?? (invite && dialogOf(invite)) ?? assert.fail("no dialog");
  };
  /** The INVITE that began the last call of ours. */
  const first = (invite: SipMessage) => !invite.header("To").includes("tag=");
  let answered = 0;
  const answerInvite = async (status: number, sdp?: string) => {
    const invite = await until(() => server.of("INVITE").filter(first)[answered], "an INVITE");
    server.answer(invite, status, sdp === undefined ? {} : { sdp });
    if (status >= 200) answered += 1;
  };
  // Acknowledged as a caller does, so that the call is confirmed.
  const acknowledge = async () => {
    const answered = await until(
      () => server.of("200").find(({ cseq }) => cseq.endsWith("INVITE")),
      "200",
    );
    if (dialog) server.request("ACK", { ...dialog, to: answered.header("To") });
  };
  return {
    phone,
    account,
    refusePassword: () => (server.registers = 403),
    callIn({ number, name }, headers = {}) {
      const more = Object.entries(headers).map(([field, value]) => `${field}: ${value}`);
      const from = `"${name ?? ""}" <sip:${number}@test.example>`;
      dialog = server.invite({ from, headers: more });
      acknowledge().catch(() => undefined);
    },
    refusal: () =>
      until(() => {
        const refused = server.received.find(
          ({ kind, cseq }) => Number(kind) >= 300 && cseq === "1 INVITE",
        );
        return refused && Number(refused.kind);
      }, "the refusal"),
    tellMailbox: (fresh) =>
      server.notify("message-summary", `Messages-Waiting: yes\r\nVoice-Message: ${fresh}/1\r\n`),
    light: (_number, lamp) =>
      server.notify(
        "dialog",
        `<?xml version="1.0"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" state="full">${
          lamp === "free"
            ? ""
            : `<dialog id="a"><state>${lamp === "busy" ? "confirmed" : "early"}</state></dialog>`
        }</dialog-info>`,
      ),
    ring: ({ early = false } = {}) =>
      answerInvite(early ? 183 : 180, early ? remoteSdp : undefined),
    pickUp: () => answerInvite(200, remoteSdp),
    beBusy: () => answerInvite(486),
    hangUp: () => server.request("BYE", theirs(), { cseq: 200 }),
    holdUs: (held) => {
      const sdp = remoteSdp.replace("sendrecv", held ? "sendonly" : "sendrecv");
      server.request("INVITE", theirs(), { sdp, cseq: (theirSequence += 1) });
      server.acknowledges(theirs());
    },
    agreeToOffers: (status) => (server.reoffers = status),
    async transferTells(status) {
      const refer = await until(() => server.of("REFER").at(-1), "a REFER");
      const state = status < 200 ? "active" : "terminated;reason=noresource";
      server.request("NOTIFY", dialogOf(refer), {
        cseq: (theirSequence += 1),
        headers: ["Event: refer", `Subscription-State: ${state}`],
        text: `SIP/2.0 ${status} Phrase`,
      });
    },
    cancel: () => server.request("CANCEL", theirs()),
    dispose() {
      void phone.signOut();
      uninstall();
    },
  };
}

describePhone("telephony/sip/sip-phone", makeRig);

describe("telephony/sip/sip-phone", () => {
  let built: ReturnType<typeof build>;
  afterEach(() => {
    void built.phone.signOut();
    built.uninstall();
  });

  async function signedIn(options: Partial<SipPhoneOptions> = {}) {
    built = build(options);
    built.phone.signIn(account);
    await until(() => built.phone.registration.phase === "registered", "registered");
    return built;
  }

  async function connected() {
    const context = await signedIn();
    const call = context.phone.dial("600");
    const invite = await context.server.nth("INVITE");
    context.server.answer(invite, 200, { sdp: remoteSdp });
    await context.server.nth("ACK");
    await until(() => call.state.phase === "connected", "connected");
    return { ...context, call, dialog: dialogOf(invite) };
  }

  type Context = Awaited<ReturnType<typeof connected>>;

  const reason = ({ state }: Call) => (state.phase === "ended" ? state.reason : undefined);

  describe("registration", () => {
    it("says that no server can be reached, and registers once one can", async () => {
      built = build();
      built.server.reachable = false;
      built.phone.signIn(account);
      const failed = await until(() => {
        const now = built.phone.registration;
        return now.phase === "failed" && now;
      }, "failure");
      assert.equal(failed.problem, "unreachable");
      built.server.reachable = true;
      await until(() => built.phone.registration.phase === "registered", "registered");
    });

    it("says that a server does not answer", async () => {
      built = build({ patience: 20 });
      built.server.registers = "silent";
      built.phone.signIn(account);
      const failed = await until(() => {
        const now = built.phone.registration;
        return now.phase === "failed" && now;
      }, "failure");
      assert.equal(failed.problem, "timeout");
    });

    it("says what a server refuses with, and tries again", async () => {
      built = build({ retryAfter: 20 });
      built.server.registers = 503;
      built.phone.signIn(account);
      const failed = await until(() => {
        const now = built.phone.registration;
        return now.phase === "failed" && now;
      }, "failure");
      assert.deepInclude(failed, { problem: "refused", detail: "503 Phrase 503" });
      built.server.registers = 200;
      await until(() => built.phone.registration.phase === "registered", "registered");
    });

    it("does not try a wrong password again", async () => {
      built = build({ retryAfter: 1 });
      built.server.registers = 403;
      built.phone.signIn(account);
      await until(() => built.phone.registration.phase === "failed", "failure");
      const sent = built.server.of("REGISTER").length;
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.lengthOf(built.server.of("REGISTER"), sent);
    });

    it("goes on to the next server when the first is away", async () => {
      built = build();
      const opened: string[] = [];
      const { server, media } = built;
      const phone = new SipPhone({
        media,
        openSocket(address) {
          const socket = server.openSocket(address);
          const connect = socket.connect.bind(socket);
          socket.connect = () => {
            opened.push(address);
            server.reachable = address === "wss://two.test";
            connect();
          };
          return socket;
        },
      });
      phone.signIn({ ...account, servers: ["wss://one.test", "wss://two.test"] });
      await until(() => phone.registration.phase === "registered", "registered");
      assert.deepEqual(opened, ["wss://one.test", "wss://two.test"]);
      await phone.signOut();
    });

    it("unregisters when signing out", async () => {
      const { phone, server } = await signedIn();
      await phone.signOut();
      assert.equal(server.of("REGISTER").at(-1)?.header("Expires"), "0");
    });
  });

  describe("guards against JsSIP", () => {
    it("keeps a call over a lost connection, and offers anew once the server is back", async () => {
      const { server, phone, media, call } = await connected();
      server.dropConnections();
      assert.equal(phone.registration.phase, "reconnecting");
      const next = new MediaDocumentFake();
      media.navigate(next);
      await until(() => phone.registration.phase === "registered", "registered again");
      const again = await server.nth("INVITE", 2);
      assert.include(again.body, next.id);
      assert.equal(call.state.phase, "connected");
    });

    it("tells the other side the new way once the connection is back, in the same document", async () => {
      const { server, document, call } = await connected();
      server.dropConnections();
      const again = await server.nth("INVITE", 2);
      assert.include(again.body, document.id);
      assert.isFalse(document.asked.at(-1)?.fresh);
      server.answer(again, 200, { sdp: remoteSdp });
      await server.nth("ACK", 2);
      assert.equal(call.state.phase, "connected");
    });

    /** A call is up by a server that is gone now; another is there. */
    async function leftByItsServer(named: string | true = true) {
      built = build();
      const { server, phone } = built;
      server.recordRoute = named;
      phone.signIn({ ...account, servers: ["wss://one.test:81", "wss://two.test:82"] });
      await until(() => phone.registration.phase === "registered", "registered");
      const call = phone.dial("600");
      server.answer(await server.nth("INVITE"), 200, { sdp: remoteSdp });
      await until(() => call.state.phase === "connected", "connected");
      server.unreachable.add("wss://one.test:81");
      server.dropConnections();
      return { server, phone, call };
    }

    it("hangs up by the next server when the one the call went by is gone", async () => {
      const { server, call } = await leftByItsServer();
      call.hangUp();
      assert.equal((await server.nth("BYE")).header("Route"), "<sip:two.test:82;transport=ws;lr>");
    });

    it("sends the offer by the next server when the one the call went by is gone", async () => {
      const { server, call } = await leftByItsServer();
      const again = await server.nth("INVITE", 2);
      assert.equal(again.header("Route"), "<sip:two.test:82;transport=ws;lr>");
      server.answer(again, 200, { sdp: remoteSdp });
      await server.nth("ACK", 2);
      assert.equal(call.state.phase, "connected");
    });

    for (const status of [408, 503])
      it(`insists on the next server where the gone one named itself otherwise, after ${status}`, async () => {
        const { server, call } = await leftByItsServer("10.0.0.1:5060");
        const first = await server.nth("INVITE", 2);
        assert.include(first.header("Route"), "10.0.0.1:5060");
        server.answer(first, status);
        const again = await server.nth("INVITE", 3);
        assert.equal(again.header("Route"), "<sip:two.test:82;transport=ws;lr>");
        server.answer(again, 200, { sdp: remoteSdp });
        await server.nth("ACK", 3);
        assert.equal(call.state.phase, "connected");
        call.hangUp();
        assert.equal(
          (await server.nth("BYE")).header("Route"),
          "<sip:two.test:82;transport=ws;lr>",
        );
      });

    it("hangs up by both ways while nobody knows whether the gone one named itself otherwise", async () => {
      const { server, call } = await leftByItsServer("10.0.0.1:5060");
      await server.nth("INVITE", 2);
      call.hangUp();
      assert.include((await server.nth("BYE")).header("Route"), "10.0.0.1:5060");
      const next = await server.nth("BYE", 2);
      assert.equal(next.header("Route"), "<sip:two.test:82;transport=ws;lr>");
      assert.deepEqual(reason(call), { kind: "hungUp", by: "us" });
    });

    it("hangs up by both ways, too, what was ended here while no server was there", async () => {
      const { server, call } = await leftByItsServer("10.0.0.1:5060");
      call.hangUp();
      assert.include((await server.nth("BYE")).header("Route"), "10.0.0.1:5060");
      const next = await server.nth("BYE", 2);
      assert.equal(next.header("Route"), "<sip:two.test:82;transport=ws;lr>");
    });

    it("hangs up by both ways, too, when the agent signs out", async () => {
      const { server, phone } = await leftByItsServer("10.0.0.1:5060");
      await server.nth("INVITE", 2);
      void phone.signOut();
      assert.include((await server.nth("BYE")).header("Route"), "10.0.0.1:5060");
      const next = await server.nth("BYE", 2);
      assert.equal(next.header("Route"), "<sip:two.test:82;transport=ws;lr>");
    });

    it("leaves the way as it is where the next server answers by it, be it with a refusal", async () => {
      const { server } = await leftByItsServer("cluster.test");
      server.answer(await server.nth("INVITE", 2), 488);
      assert.include((await server.nth("INVITE", 3)).header("Route"), "cluster.test");
    });

    it("ends a call that the other side has ended while the connection was lost", async () => {
      const { server, call } = await connected();
      server.dropConnections();
      server.answer(await server.nth("INVITE", 2), 481);
      await until(() => call.state.phase === "ended", "ended");
      assert.deepEqual(reason(call), { kind: "connectionLost" });
    });

    it("hangs up at the other side, too, when the connection was lost at that time", async () => {
      const { server, phone, call } = await connected();
      server.dropConnections();
      call.hangUp();
      assert.deepEqual(reason(call), { kind: "hungUp", by: "us" });
      assert.isEmpty(phone.calls);
      await server.nth("BYE");
      assert.equal(phone.registration.phase, "registered");
    });

    it("keeps a call when the connection breaks during a re-INVITE", async () => {
      const { server, media, call } = await connected();
      media.navigate(new MediaDocumentFake());
      await server.nth("INVITE", 2);
      server.dropConnections();
      const again = await server.nth("INVITE", 3);
      server.answer(again, 200, { sdp: remoteSdp });
      await server.nth("ACK", 2);
      assert.equal(call.state.phase, "connected");
    });

    it("keeps a call whose re-INVITE is refused, and tries again", async () => {
      const { server, media, call, document } = await connected();
      assert.isTrue(document.alive);
      const refusals: number[] = [];
      call.on("soundRefused", ({ status }) => refusals.push(status));
      media.navigate(new MediaDocumentFake());
      server.answer(await server.nth("INVITE", 2), 488);
      server.answer(await server.nth("INVITE", 3), 500);
      server.answer(await server.nth("INVITE", 4), 200, { sdp: remoteSdp });
      await server.nth("ACK", 4);
      assert.equal(call.state.phase, "connected");
      assert.isEmpty(server.of("BYE"));
      assert.deepEqual(refusals, [488, 500]);
    });

    it("stops after its 491 to an offer that crosses ours", async () => {
      const { server, media, call, dialog } = await connected();
      const next = new MediaDocumentFake();
      media.navigate(next);
      const ours = await server.nth("INVITE", 2);
      server.request("INVITE", dialog, { sdp: remoteSdp, cseq: 10 });
      await server.nth("491");
      server.answer(ours, 200, { sdp: remoteSdp });
      await server.nth("ACK", 2);
      assert.deepEqual(next.orders, ["describe", "apply"]);
      assert.equal(call.state.phase, "connected");
    });

    it("can offer anew after a document failed to make an offer", async () => {
      const { server, media, call } = await connected();
      const failing = new MediaDocumentFake();
      failing.fails = { describe: "media" };
      media.navigate(failing);
      await until(() => failing.asked.length > 0, "the failed attempt");
      const next = new MediaDocumentFake();
      media.navigate(next);
      const again = await server.nth("INVITE", 2);
      assert.include(again.body, next.id);
      server.answer(again, 200, { sdp: remoteSdp });
      await server.nth("ACK", 2);
      media.navigate(new MediaDocumentFake());
      await server.nth("INVITE", 3);
      assert.equal(call.state.phase, "connected");
    });

    it("rings for as long as the server lets it", async () => {
      const { server, phone } = await signedIn();
      const waits: number[] = [];
      const { setTimeout: original } = globalThis;
      globalThis.setTimeout = ((act: () => void, wait = 0) => {
        waits.push(wait);
        return original(act, wait);
      }) as typeof setTimeout;
      try {
        server.invite();
        await until(() => phone.calls[0], "a call");
      } finally {
        globalThis.setTimeout = original;
      }
      const [longest = 0] = waits.sort((one, other) => other - one);
      assert.isAtLeast(
        longest,
        600_000,
        "milliseconds until the caller is told that nobody answers",
      );
      assert.notInclude(waits, 60_000);
    });

    it("does not offer anew before the dialog is complete", async () => {
      const { server, phone, media } = await signedIn();
      const dialog = server.invite();
      const call = await until(() => phone.calls[0], "a call");
      call.answer();
      const accepted = await server.nth("200", 1);
      media.navigate(new MediaDocumentFake());
      assert.isEmpty(server.of("INVITE"));
      server.request("ACK", { ...dialog, to: accepted.header("To") });
      await server.nth("INVITE");
      assert.equal(call.state.phase, "connected");
    });
  });

  describe("a page load", () => {
    it("is followed by one re-INVITE from the new document", async () => {
      const { server, media } = await connected();
      const next = new MediaDocumentFake();
      media.navigate(next);
      const again = await server.nth("INVITE", 2);
      assert.include(again.body, next.id);
      assert.include(again.body, "a=setup:active");
      server.answer(again, 200, { sdp: remoteSdp });
      await until(() => next.orders.includes("apply"), "the answer to arrive");
      assert.lengthOf(server.of("INVITE"), 2);
    });

    it("while it rings is made good once the call is answered", async () => {
      const { server, phone, media } = await signedIn();
      const call = phone.dial("600");
      const invite = await server.nth("INVITE");
      server.answer(invite, 180);
      await until(() => call.state.phase === "ringing", "ringing");
      const next = new MediaDocumentFake();
      media.navigate(next);
      server.answer(invite, 200, { sdp: remoteSdp });
      assert.include((await server.nth("INVITE", 2)).body, next.id);
    });

    it("lets the other side's offer be answered silently while no document is there", async () => {
      const { server, media, dialog } = await connected();
      media.navigate();
      server.request("INVITE", dialog, { sdp: remoteSdp, cseq: 10 });
      const answer = await until(
        () => server.of("200").find(({ cseq }) => cseq === "10 INVITE"),
        "the answer",
      );
      assert.include(answer.body, "a=inactive");
    });

    it("lets the other side ask for an offer while no document is there, and offers once one is", async () => {
      const { server, media, dialog } = await connected();
      media.navigate();
      server.request("INVITE", dialog, { cseq: 10 });
      const answer = await until(
        () => server.of("200").find(({ cseq }) => cseq === "10 INVITE"),
        "the answer",
      );
      assert.include(answer.body, "a=inactive");
      server.request("ACK", dialog, { cseq: 10, sdp: remoteSdp.replace("sendrecv", "inactive") });
      const next = new MediaDocumentFake();
      media.navigate(next);
      const ours = await server.nth("INVITE", 2);
      assert.include(ours.body, next.id);
      assert.include(ours.body, "a=sendrecv");
    });

    it("twice in a row ends with the newest document", async () => {
      const { server, media } = await connected();
      media.navigate(new MediaDocumentFake());
      const middle = await server.nth("INVITE", 2);
      const newest = new MediaDocumentFake();
      media.navigate(newest);
      server.answer(middle, 200, { sdp: remoteSdp });
      assert.include((await server.nth("INVITE", 3)).body, newest.id);
    });
  });

  describe("hold", () => {
    const direction = ({ body }: { body: string }) => /a=(send|recv|inactive)\w*/.exec(body)?.[0];

    async function held() {
      const context = await connected();
      context.server.reoffers = 200;
      context.call.setHeld(true);
      await context.server.nth("ACK", 2);
      assert.equal(direction(await context.server.nth("INVITE", 2)), "a=sendonly");
      return context;
    }

    it("is told again by the next page", async () => {
      const { server, media, call } = await held();
      media.navigate(new MediaDocumentFake());
      assert.equal(direction(await server.nth("INVITE", 3)), "a=sendonly");
      await server.nth("ACK", 3);
      call.setHeld(false);
      assert.equal(direction(await server.nth("INVITE", 4)), "a=sendrecv");
    });

    it("stays when the other side offers anew", async () => {
      const { server, dialog } = await held();
      server.request("INVITE", dialog, { sdp: remoteSdp, cseq: 10 });
      const answer = await until(
        () => server.of("200").find(({ cseq }) => cseq === "10 INVITE"),
        "the answer",
      );
      assert.equal(direction(answer), "a=sendonly");
    });

    it("that is refused is taken back, and says so", async () => {
      const { server, call, document } = await connected();
      server.reoffers = 488;
      const refused: number[] = [];
      call.on("holdRefused", ({ status }) => refused.push(status));
      call.setHeld(true);
      await until(() => refused.length > 0, "the refusal");
      assert.deepEqual(refused, [488]);
      assert.isUndefined(call.state.phase === "connected" && call.state.heldBy);
      assert.lengthOf(server.of("INVITE"), 2);
      assert.lengthOf(
        document.asked.filter(({ fresh }) => fresh),
        1,
        "the sound goes on as it was",
      );
    });

    it("is offered once more, in a new request, when both offered at once", async () => {
      const { server, call } = await connected();
      call.setHeld(true);
      const first = await server.nth("INVITE", 2);
      server.answer(first, 491);
      const second = await server.nth("INVITE", 3);
      assert.isAbove(Number.parseInt(second.cseq), Number.parseInt(first.cseq));
      assert.equal(direction(second), "a=sendonly");
      server.answer(second, 200, { sdp: remoteSdp });
      await server.nth("ACK", 3);
      assert.equal(call.state.phase === "connected" && call.state.heldBy, "us");
    });
  });

  describe("what other telephones arrange", () => {
    const bob = { from: '"Bob" <sip:bob@test.example>', id: "taking-over" };

    /** Bob sends an INVITE to take the other side's place. */
    function bobTakesOver({ server, dialog }: Context, ...headers: string[]) {
      const ours = /tag=(\S+)/.exec(dialog.to)?.[1] ?? "";
      const replaces = `Replaces: ${dialog.id};to-tag=${ours};from-tag=theirs`;
      server.invite({ ...bob, headers: [replaces, ...headers] });
    }

    /** We have answered Bob; what acknowledges that. */
    async function answeredToBob({ server, dialog: { target } }: Context) {
      const answer = await until(
        () => server.of("200").find((each) => each.header("Call-ID") === bob.id),
        "the answer",
      );
      const to = answer.header("To");
      return () =>
        server.request("ACK", { target, from: `${bob.from};tag=caller`, to, id: bob.id });
    }

    it("lets somebody take the other side's place, and answers at once", async () => {
      const context = await connected();
      bobTakesOver(context);
      const { server, phone, call } = context;
      const acknowledge = await answeredToBob(context);
      const next = await until(() => phone.calls.find(({ id }) => id !== call.id), "the call");
      assert.equal(next.replaces, call.id);
      assert.equal(next.remote.number, "bob");
      acknowledge();
      assert.deepEqual(await until(() => reason(call), "the end"), { kind: "replaced" });
      await server.nth("BYE");
      assert.equal(next.state.phase, "connected");
    });

    it("lets the other side hang up before whoever takes its place has heard of our answer", async () => {
      const context = await connected();
      bobTakesOver(context);
      const { server, phone, call, dialog, media } = context;
      const acknowledge = await answeredToBob(context);
      server.request("BYE", dialog, { cseq: 200 });
      assert.deepEqual(reason(call), { kind: "replaced" });
      acknowledge();
      media.navigate(new MediaDocumentFake());
      await server.nth("INVITE", 2);
      assert.equal(phone.calls[0]?.state.phase, "connected");
    });

    it("lets a call ring that comes after one that could not take the other side's place", async () => {
      const context = await connected();
      bobTakesOver(context, "Require: x");
      const { server, phone, call } = context;
      await server.nth("420");
      server.invite({ id: "stranger" });
      const next = await until(() => phone.calls.find(({ id }) => id !== call.id), "the call");
      assert.equal(next.state.phase, "ringing");
      assert.isUndefined(next.replaces);
    });

    it("keeps the call as it was when nobody could take the other side's place", async () => {
      const context = await connected();
      const { server, call, dialog, document } = context;
      document.fails = { describe: "missing" };
      bobTakesOver(context);
      await server.nth("480");
      assert.equal(call.state.phase, "connected");
      server.request("BYE", dialog, { cseq: 200 });
      assert.deepEqual(await until(() => reason(call), "the end"), { kind: "hungUp", by: "them" });
    });

    it("does not let anybody take over a call that there is not", async () => {
      const { server, phone } = await connected();
      server.invite({ id: "other", headers: ["Replaces: unknown;to-tag=1;from-tag=2"] });
      await server.nth("481");
      assert.lengthOf(phone.calls, 1);
    });

    it("does not let the other side send us elsewhere", async () => {
      const { server, call, dialog } = await connected();
      const headers = ["Refer-To: <sip:601@test.example>"];
      server.request("REFER", dialog, { cseq: 10, headers });
      await server.nth("603");
      assert.equal(call.state.phase, "connected");
      assert.isEmpty(server.of("NOTIFY"));
    });
  });

  it("answers what the other side says by INFO", async () => {
    const { server, dialog, call } = await connected();
    const headers = ["Content-Type: application/dtmf-relay"];
    server.request("INFO", dialog, { cseq: 10, headers });
    await until(() => server.of("200").find(({ cseq }) => cseq === "10 INFO"), "the answer");
    assert.equal(call.state.phase, "connected");
  });

  it("sends tones by INFO where the account says so", async () => {
    built = build();
    const { server, phone } = built;
    phone.signIn({ ...account, dtmf: "info" });
    await until(() => phone.registration.phase === "registered", "registered");
    const call = phone.dial("600");
    server.answer(await server.nth("INVITE"), 200, { sdp: remoteSdp });
    await until(() => call.state.phase === "connected", "connected");
    assert.isTrue(await call.sendDtmf("5"));
    const info = await server.nth("INFO");
    assert.equal(info.header("Content-Type"), "application/dtmf-relay");
    assert.include(info.body, "Signal=5");
  });

  describe("without a microphone", () => {
    it("an outgoing call ends before anything is sent, and the line stays usable", async () => {
      const { server, phone, document } = await signedIn();
      document.fails = { describe: "missing" };
      const call = phone.dial("600");
      await until(() => reason(call), "the end");
      assert.deepEqual(reason(call), { kind: "microphone", problem: "missing" });
      assert.isEmpty(server.of("INVITE"));
      document.fails = {};
      phone.dial("600");
      await server.nth("INVITE");
    });

    it("an incoming call is told to be unavailable", async () => {
      const { server, phone, document } = await signedIn();
      document.fails = { describe: "refused" };
      server.invite();
      const call = await until(() => phone.calls[0], "a call");
      call.answer();
      await server.nth("480");
      assert.deepEqual(reason(call), { kind: "microphone", problem: "refused" });
    });
  });

  describe("the end of a call", () => {
    const ends = [
      [404, { kind: "notFound" }],
      [408, { kind: "noAnswer" }],
      [480, { kind: "unavailable" }],
      [486, { kind: "busy" }],
      [603, { kind: "declined", by: "them" }],
      [503, { kind: "refused", status: 503, phrase: "Phrase 503" }],
    ] as const;
    for (const [status, expected] of ends)
      it(`by ${status} is ${expected.kind}`, async () => {
        const { server, phone } = await signedIn();
        const call = phone.dial("600");
        server.answer(await server.nth("INVITE"), status);
        assert.deepEqual(await until(() => reason(call), "the end"), expected);
      });

    it("is told apart when another phone took it", async () => {
      const { server, phone } = await signedIn();
      const dialog = server.invite();
      const call = await until(() => phone.calls[0], "a call");
      const headers = ['Reason: SIP;cause=200;text="Call completed elsewhere"'];
      server.request("CANCEL", dialog, { headers });
      assert.deepEqual(await until(() => reason(call), "the end"), { kind: "answeredElsewhere" });
    });
  });

  it("tells a caller that we are busy when enough calls are up", async () => {
    const { server, phone } = await signedIn();
    for (const number of ["601", "602"]) phone.dial(number);
    server.invite({ id: "third" });
    await until(() => phone.calls[2], "the third call");
    server.invite({ id: "fourth" });
    assert.equal((await server.nth("486")).header("Call-ID"), "fourth");
    assert.lengthOf(phone.calls, 3);
  });

  it("hangs up on whoever answers later, and keeps the call with the first", async () => {
    const { server, call } = await connected();
    server.answer(await server.nth("INVITE"), 200, { tag: "later", sdp: remoteSdp });
    const bye = await server.nth("BYE");
    assert.include(bye.header("To"), "tag=later");
    assert.include(server.of("ACK").at(-1)?.header("To"), "tag=later");
    assert.lengthOf(server.of("BYE"), 1);
    assert.equal(call.state.phase, "connected");
  });

  it("hangs up on whoever answers in the moment that we give up", async () => {
    const { server, phone } = await signedIn();
    const call = phone.dial("600");
    const invite = await server.nth("INVITE");
    server.answer(invite, 180);
    await until(() => call.state.phase === "ringing", "ringing");
    call.hangUp();
    await server.nth("CANCEL");
    server.answer(invite, 200, { sdp: remoteSdp });
    assert.include((await server.nth("ACK")).header("To"), "tag=theirs");
    assert.include((await server.nth("BYE")).header("To"), "tag=theirs");
    assert.deepEqual(reason(call), { kind: "cancelled", by: "us" });
  });

  it("acknowledges an answer that is said again after the call is over", async () => {
    const { server, call } = await connected();
    call.hangUp();
    await server.nth("BYE");
    server.answer(await server.nth("INVITE"), 200, { sdp: remoteSdp });
    await server.nth("ACK", 2);
    assert.lengthOf(server.of("BYE"), 1);
  });

  it("was connected with whoever hangs up before our document has taken the answer", async () => {
    const { server, phone } = await signedIn();
    const call = phone.dial("600");
    const phases: string[] = [];
    call.on("stateChanged", ({ to }) => phases.push(to.phase));
    const invite = await server.nth("INVITE");
    server.answer(invite, 200, { sdp: remoteSdp });
    server.request("BYE", dialogOf(invite), { cseq: 200 });
    assert.deepEqual(await until(() => reason(call), "the end"), { kind: "hungUp", by: "them" });
    assert.deepEqual(phases, ["connected", "ended"]);
    assert.property(call.state, "connectedAt");
    // Or it would be said again and again.
    await server.nth("ACK");
  });

  it("sends tones through the document", async () => {
    const { call, document } = await connected();
    assert.isTrue(await call.sendDtmf("a"));
    assert.isTrue(await call.sendDtmf("#"));
    assert.equal(document.pressed, "A#");
  });

  it("says that a tone was not sent while the sound is on its way to another document", async () => {
    const { call, media } = await connected();
    media.navigate();
    assert.isFalse(await call.sendDtmf("1"));
  });

  it("offers actpass where DTLS client is turned off", async () => {
    const { server, phone } = await signedIn({ dtlsClient: false });
    phone.dial("600");
    assert.include((await server.nth("INVITE")).body, "a=setup:actpass");
  });

  it("offers actpass where the account turns DTLS client off", async () => {
    built = build();
    const { server, phone } = built;
    phone.signIn({ ...account, dtlsClient: false });
    await until(() => phone.registration.phase === "registered", "registered");
    phone.dial("600");
    assert.include((await server.nth("INVITE")).body, "a=setup:actpass");
  });
});

describe("telephony/sip/sip-phone, on a changing network", () => {
  let built: ReturnType<typeof build>;
  afterEach(() => {
    void built.phone.signOut();
    built.uninstall();
  });

  async function connected() {
    built = build();
    const { phone, server } = built;
    phone.signIn({ ...account, relayOnly: true, iceServers: [{ urls: "turn:one.test" }] });
    await until(() => phone.registration.phase === "registered", "registered");
    const call = phone.dial("600");
    const invite = await server.nth("INVITE");
    server.answer(invite, 200, { sdp: remoteSdp });
    await server.nth("ACK");
    return { ...built, call };
  }

  it("restarts ICE on the connection that is there, and only once", async () => {
    const { server, media, document, call } = await connected();
    media.stall();
    server.answer(await server.nth("INVITE", 2), 200, { sdp: remoteSdp });
    await server.nth("ACK", 2);
    const described = document.asked.filter(({ order }) => order === "describe");
    assert.deepInclude(described[1], { fresh: false, restart: true, resumed: true });
    assert.lengthOf(described, 2);
    assert.equal(call.state.phase, "connected");
  });

  it("starts with a new connection when the restart was refused", async () => {
    const { server, media, document } = await connected();
    media.stall();
    server.answer(await server.nth("INVITE", 2), 488);
    await server.nth("INVITE", 3);
    const last = document.asked.findLast(({ order }) => order === "describe");
    assert.isTrue(last?.fresh);
    assert.notProperty(last, "restart");
  });

  it("tells documents by which servers the other side is found, with the newest password", async () => {
    const { phone, media, document } = await connected();
    assert.deepInclude(document.asked[0], {
      relayOnly: true,
      iceServers: [{ urls: "turn:one.test" }],
    });
    phone.useIceServers([{ urls: "turn:two.test" }]);
    media.stall();
    const last = await until(
      () => document.asked.filter(({ order }) => order === "describe")[1],
      "the restart",
    );
    assert.deepEqual(last.iceServers, [{ urls: "turn:two.test" }]);
  });
});
