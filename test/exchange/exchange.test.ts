import { assert } from "chai";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { RTCDtlsTransport } from "werift";
import { WebSocketServer } from "ws";
import { createExchange, type Exchange } from "../../src/exchange/exchange.ts";
import { ExchangeError } from "../../src/exchange/exchange-error.ts";
import { httpRoutes } from "../../src/exchange/http-routes.ts";
import type { ExchangeLogEntry } from "../../src/exchange/log.ts";
import { Audio } from "../../src/exchange/media/audio.ts";
import { tone } from "../../src/exchange/media/sound.ts";
import type { ExchangeOptions } from "../../src/exchange/options.ts";
import type { CallSnapshot } from "../../src/exchange/robots/robot-call.ts";
import { formatMessage } from "../../src/exchange/sip/format.ts";
import { eventually } from "./eventually.ts";
import { Telephone } from "./telephone.ts";

/** An exchange behind a WebSocket server on a free port. */
async function openExchange(options: Partial<ExchangeOptions> = {}) {
  const exchange = createExchange({
    realm: "phones.test",
    users: { agent: "secret", agent2: "secret" },
    ...options,
  });
  const server = createServer();
  const sockets = new WebSocketServer({ server, handleProtocols: () => "sip" });
  sockets.on("connection", (socket) => exchange.attach(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address of that kind.
  const { port } = server.address() as AddressInfo;
  return {
    exchange,
    port,
    async [Symbol.asyncDispose]() {
      exchange.close();
      sockets.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The last call of the robots. */
function lastCall(exchange: Exchange): CallSnapshot {
  const call = exchange.calls().at(-1);
  if (!call) throw new Error("no call");
  return call;
}

const hears = (audio: Audio, hertz: number) => () =>
  Math.abs((audio.meter.heard().frequency ?? 0) - hertz) < 5;
const robotHears = (exchange: Exchange, hertz: number) => () =>
  Math.abs((lastCall(exchange).heard.frequency ?? 0) - hertz) < 5;

describe("exchange/exchange with a telephone", function () {
  this.timeout(20_000);

  it("registers with the right password, and not with a wrong one", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    assert.equal(await telephone.register("wrong"), 401);
    assert.equal(await telephone.register(), 200);
    assert.deepInclude(house.exchange.registrations()[0], { user: "agent" });
    assert.equal(house.exchange.stats().requests.REGISTER, 4);
  });

  it("connects with the echo, which hears and says back what is said", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("600", tone(1_000));
    await call.answered;
    await eventually("the echo to hear", robotHears(house.exchange, 1_000));
    await eventually("the echo to be heard", hears(call.audio, 1_000));
    assert.include(call.statuses, 180);
    assert.deepInclude(lastCall(house.exchange), {
      from: "agent",
      to: "600",
      direction: "incoming",
      state: "connected",
    });
    assert.equal(await call.hangUp(), 200);
    assert.deepInclude(lastCall(house.exchange), {
      state: "ended",
      reason: "hung up by the telephone",
    });
  });

  it("plays 440 Hz at 601", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("601");
    await call.answered;
    await eventually("the tone", hears(call.audio, 440));
  });

  const refusals: [string, number][] = [
    ["602", 486],
    ["604", 603],
    ["777", 404],
    ["agent2", 480],
  ];
  for (const [number, status] of refusals) {
    it(`refuses a call to ${number} with ${status}`, async () => {
      await using house = await openExchange();
      await using telephone = new Telephone(house.port);
      await telephone.register();
      const call = await telephone.call(number);
      await call.answered;
      assert.equal(call.statuses.at(-1), status);
    });
  }

  it("rings at 603 until the caller gives up", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("603");
    await eventually("ringing", () => call.statuses.includes(180));
    if (call.invite) {
      const cancel = {
        ...call.invite,
        method: "CANCEL",
        headers: call.invite.headers.copy(),
        body: "",
      };
      cancel.headers.set(
        "cseq",
        call.invite.headers.get("cseq")?.replace("INVITE", "CANCEL") ?? "",
      );
      telephone.socket.send(formatMessage(cancel));
    }
    await call.answered;
    assert.equal(call.statuses.at(-1), 487);
    assert.equal(lastCall(house.exchange).reason, "cancelled by the caller");
  });

  it("hangs up by a robot's script, and finds robots by numbers however written", async () => {
    const routed: string[] = [];
    const route = (number: string) => {
      routed.push(number);
      return { voice: 700, hangUpAfter: 1_000 };
    };
    await using house = await openExchange({ route });
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("(415) 555-0142");
    await call.answered;
    assert.include(routed, "+14155550142");
    await eventually("the robot's voice", hears(call.audio, 700));
    await eventually("the robot to hang up", () => telephone.request("BYE"));
    assert.equal(lastCall(house.exchange).reason, "hung up by the robot");
  });

  it("keeps the call when another peer connection takes over, and measures the gap", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("600", tone(1_000));
    await call.answered;
    await eventually("the echo to hear", robotHears(house.exchange, 1_000));
    const { id } = lastCall(house.exchange);
    await call.audio.close();
    house.exchange.mark(id);
    // A browser makes a certificate for each peer connection; werift makes one for the process.
    delete RTCDtlsTransport.localCertificate;
    delete RTCDtlsTransport.localCertificatePromise;
    const next = new Audio();
    next.voice = tone(700);
    try {
      assert.equal((await call.reoffer(next)).status, 200);
      await eventually("the other voice", robotHears(house.exchange, 700));
      await eventually("its echo", hears(next, 700));
      assert.equal(lastCall(house.exchange).id, id);
      assert.isAbove(lastCall(house.exchange).heard.longestGapMs, 20);
    } finally {
      await next.close();
    }
  });

  it("is silent on hold, and speaks again after", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("601", tone(1_000));
    await call.answered;
    await eventually("the tone", hears(call.audio, 440));
    call.audio.hold(true);
    await call.reoffer(call.audio);
    assert.isTrue(lastCall(house.exchange).held);
    await eventually("silence", () => call.audio.meter.heard().rms === 0);
    call.audio.hold(false);
    await call.reoffer(call.audio);
    assert.isFalse(lastCall(house.exchange).held);
    await eventually("the tone again", hears(call.audio, 440));
  });

  it("hears keys in the sound and by INFO, and presses keys itself", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("601");
    await call.answered;
    await eventually("the tone", hears(call.audio, 440));
    call.audio.sendDigits("12#");
    await eventually("the keys", () => lastCall(house.exchange).digits === "12#");
    const info = call.dialog.request("INFO", {
      body: "Signal=9\r\nDuration=100",
      contentType: "application/dtmf-relay",
    });
    assert.equal((await telephone.ask(info)).status, 200);
    assert.equal(lastCall(house.exchange).digits, "12#9");

    let heard = "";
    call.audio.onDigit = (digit) => (heard += digit);
    house.exchange.sendDigits(lastCall(house.exchange).id, "45");
    await eventually("the robot's keys", () => heard === "45");
  });

  it("calls whom it is referred to, and reports how that goes", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("601");
    await call.answered;
    const refer = call.dialog.request("REFER", {
      headers: [["refer-to", "<sip:600@phones.test>"]],
    });
    assert.equal((await telephone.ask(refer)).status, 202);
    const success = await eventually("the report", () => {
      return telephone.requests.find(({ body }) => body.startsWith("SIP/2.0 200"));
    });
    assert.match(success.headers.get("subscription-state") ?? "", /^terminated/);
    await eventually("601 to hear its echo at 600", robotHears(house.exchange, 440));
  });

  it("refuses a REFER that leads nowhere, and a broken escape in one", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("600");
    await call.answered;
    const refer = (to: string) => call.dialog.request("REFER", { headers: [["refer-to", to]] });
    assert.equal((await telephone.ask(refer("<tel:1>"))).status, 400);
    assert.equal((await telephone.ask(refer("<sip:600@phones.test?Replaces=%zz>"))).status, 500);
    assert.equal((await telephone.ask(call.dialog.request("JUMP"))).status, 405);
    assert.equal(await call.hangUp(), 200);
  });

  it("goes on with a call that somebody takes over by Replaces", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("601");
    await call.answered;
    const { id } = lastCall(house.exchange);
    const { callId, localTag, remoteTag = "" } = call.dialog;
    const replaces = `${callId};to-tag=${remoteTag};from-tag=${localTag}`;
    const second = await telephone.call("601", tone(900), [["replaces", replaces]]);
    await second.answered;
    await eventually("the tone on the new leg", hears(second.audio, 440));
    await eventually("the old leg's end", () => telephone.request("BYE"));
    assert.lengthOf(house.exchange.calls(), 1);
    assert.equal(lastCall(house.exchange).id, id);
    await eventually("the new voice", robotHears(house.exchange, 900));
  });

  it("lets a customer call, talk and hang up", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const id = house.exchange.customerCalls({
      from: "+14155550101",
      to: "agent",
      name: 'Åsa "A"',
      headers: { "X-Case": "7" },
    });
    const invite = await eventually("the call", () => telephone.request("INVITE"));
    assert.include(
      invite.headers.get("from") ?? "",
      '"Åsa \\"A\\"" <sip:+14155550101@phones.test>',
    );
    assert.equal(invite.headers.get("x-case"), "7");
    telephone.reply(invite, 180, { tag: "t" });
    await eventually("ringing", () => house.exchange.call(id)?.state === "ringing");
    const call = await telephone.answer(invite, tone(1_000));
    await eventually("the customer's voice", hears(call.audio, 523));
    await eventually("the customer to hear", robotHears(house.exchange, 1_000));
    assert.isTrue(await holdAgreed(house.exchange, telephone, call.audio));
    house.exchange.hangUp(id);
    await eventually("the end", () => telephone.request("BYE"));
    assert.deepInclude(house.exchange.call(id), { state: "ended", reason: "hung up by the robot" });
  });

  it("lets a customer give up", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const id = house.exchange.customerCalls({ from: "+1", to: "agent", cancelAfter: 50 });
    await eventually("the call", () => telephone.request("INVITE"));
    await eventually("its end", () => telephone.request("CANCEL"));
    assert.equal(house.exchange.call(id)?.reason, "given up by the caller");
  });

  it("says of a customer's call why it failed", async () => {
    await using house = await openExchange();
    const id = house.exchange.customerCalls({ from: "+1", to: "agent" });
    await eventually(
      "the refusal",
      () => house.exchange.call(id)?.reason === "480 Temporarily Unavailable",
    );
    assert.throws(() => house.exchange.customerCalls({ from: "+1", to: "nobody" }), ExchangeError);
    assert.throws(() => house.exchange.hangUp("none"), ExchangeError);
  });

  it("takes a telephone for lost that says nothing any more", async () => {
    await using house = await openExchange({ times: { silence: 1_000 } });
    await using telephone = new Telephone(house.port);
    await telephone.register();
    const call = await telephone.call("601", tone(1_000));
    await call.answered;
    await eventually("sound", robotHears(house.exchange, 1_000));
    await call.audio.close();
    await eventually("the robot to hang up", () => lastCall(house.exchange).state === "ended");
    assert.equal(lastCall(house.exchange).reason, "nothing heard any more");
  });

  it("keeps nothing of many calls", async () => {
    await using house = await openExchange({ times: { linger: 0 } });
    await using telephone = new Telephone(house.port);
    await telephone.register();
    for (let round = 0; round < 30; round++) {
      const call = await telephone.call(round % 3 === 0 ? "602" : "600");
      await call.answered;
      if (round % 3 !== 0) await call.hangUp();
      await call.audio.close();
    }
    await eventually("all to be forgotten", () => house.exchange.stats().transactions === 0);
    assert.equal(house.exchange.stats().runningCalls, 0);
  });

  it("answers keep-alives, refuses nonsense, and lives on", async () => {
    const entries: ExchangeLogEntry[] = [];
    await using house = await openExchange({ log: (entry) => entries.push(entry) });
    await using telephone = new Telephone(house.port);
    await telephone.register();
    telephone.socket.send("\r\n\r\n");
    telephone.socket.send("\u0000nonsense");
    telephone.socket.send(Buffer.from([0xff, 0xfe, 0x00]));
    telephone.socket.send(
      "OPTIONS sip:x SIP/2.0\r\nVia: a;branch=1\r\nFrom: <sip:a@b>\r\nTo: <sip:a@b>\r\nCall-ID: 1\r\nCSeq: x\r\n\r\n",
    );
    await eventually("the refusal", () =>
      telephone.raw.some((text) => text.startsWith("SIP/2.0 400")),
    );
    assert.include(telephone.raw, "\r\n");
    assert.equal(await telephone.register(), 200);
    assert.isAtLeast(entries.filter(({ direction }) => direction === "note").length, 3);
    assert.isEmpty(entries.filter(({ text }) => text.includes('response="')));
  });

  it("drops its connections on request, registrations with them", async () => {
    await using house = await openExchange();
    await using telephone = new Telephone(house.port);
    await telephone.register();
    assert.equal(house.exchange.dropSockets(), 1);
    await eventually(
      "the registration to be gone",
      () => house.exchange.registrations().length === 0,
    );
    await eventually("the telephone to see it", () => telephone.socket.readyState === 3);
  });
});

/** Whether the telephone, asked to go on hold, is; it answers as a telephone does. */
async function holdAgreed(
  exchange: Exchange,
  telephone: Telephone,
  audio: Audio,
): Promise<boolean> {
  const before = telephone.requests.length;
  const agreed = exchange.hold(lastCall(exchange).id);
  const offer = await eventually("the new offer", () => {
    return telephone.requests.slice(before).find(({ method }) => method === "INVITE");
  });
  telephone.reply(offer, 200, { body: await audio.answer(offer.body) });
  return agreed;
}

describe("exchange/http-routes", () => {
  function routes() {
    const exchange = createExchange({ realm: "phones.test", users: { agent: "secret" } });
    const table = httpRoutes(exchange);
    return {
      ask(method: string, path: string, more: { id?: string; body?: unknown } = {}) {
        const route = table.find((row) => row.method === method && row.path === path);
        if (!route) throw new Error(`no route ${method} ${path}`);
        return route.handle(more.id === undefined ? {} : { id: more.id }, more.body);
      },
      [Symbol.dispose]: () => exchange.close(),
    };
  }

  it("starts, shows and ends a customer's call", () => {
    using house = routes();
    const { status, json } = house.ask("POST", "/exchange/calls", {
      body: { from: "+14155550101", to: "agent" },
    });
    assert.equal(status, 201);
    assert.property(json, "id");
    const id = String((json as { id: unknown }).id); // The property was just seen.
    assert.deepInclude(house.ask("GET", "/exchange/calls/:id", { id }).json, {
      id,
      to: "agent",
      direction: "outgoing",
    });
    assert.equal(house.ask("POST", "/exchange/calls/:id/mark", { id }).status, 200);
    assert.equal(
      house.ask("POST", "/exchange/calls/:id/digits", { id, body: { digits: "1" } }).status,
      409,
    );
    assert.equal(house.ask("DELETE", "/exchange/calls/:id", { id }).status, 200);
    assert.deepInclude(house.ask("GET", "/exchange/calls/:id", { id }).json, { state: "ended" });
    assert.lengthOf(house.ask("GET", "/exchange/calls").json as unknown[], 1); // A list, or the length fails.
  });

  const wrong: [string, unknown][] = [
    ["nothing", undefined],
    ["a text", "hello"],
    ["no caller", { to: "agent" }],
    ["an empty caller", { from: " ", to: "agent" }],
    ["a number for a name", { from: 1, to: "agent" }],
    ["a line break", { from: "1\r\nX: y", to: "agent" }],
    ["half a character", { from: "\ud800", to: "agent" }],
    ["a field that is none", { from: "1", to: "agent", password: "x" }],
    ["a header that steers", { from: "1", to: "agent", headers: { Via: "x" } }],
    ["an endless time", { from: "1", to: "agent", hangUpAfter: -1 }],
  ];
  for (const [name, body] of wrong) {
    it(`says what is wrong with ${name}`, () => {
      using house = routes();
      const { status, json } = house.ask("POST", "/exchange/calls", { body });
      assert.equal(status, 400);
      assert.property(json, "error");
    });
  }

  it("knows no strangers, and no call that there never was", () => {
    using house = routes();
    assert.equal(
      house.ask("POST", "/exchange/calls", { body: { from: "1", to: "eve" } }).status,
      404,
    );
    assert.equal(house.ask("GET", "/exchange/calls/:id", { id: "x" }).status, 404);
    assert.equal(house.ask("DELETE", "/exchange/calls/:id", { id: "x" }).status, 404);
    assert.equal(house.ask("POST", "/exchange/calls/:id/digits", { id: "x", body: 5 }).status, 400);
  });

  it("tells registrations and numbers, and drops connections", () => {
    using house = routes();
    assert.deepEqual(house.ask("GET", "/exchange/registrations").json, []);
    assert.deepInclude(house.ask("GET", "/exchange/stats").json, { sockets: 0, runningCalls: 0 });
    assert.deepEqual(house.ask("POST", "/exchange/drop-sockets").json, { dropped: 0 });
  });
});
