import { assert } from "chai";
import type { Socket } from "jssip";
import { Trunk } from "../../../src/telephony/sip/trunk.ts";
import { ScheduleFake } from "../schedule-fake.ts";

const [one, two] = ["wss://one.test", "wss://two.test"] as const;

class ServerSocketFake {
  via_transport = "WSS";
  readonly sip_uri = "sip:server.test";
  readonly url: string;
  readonly sent: string[] = [];
  open = false;
  closed = false;
  onconnect: () => void = () => undefined;
  ondisconnect: (error: boolean) => void = () => undefined;
  ondata: (text: string) => void = () => undefined;

  constructor(url: string) {
    this.url = url;
  }

  connect(): void {
    this.open = true;
  }

  disconnect(): void {
    this.closed = true;
  }

  send(text: string): boolean {
    this.sent.push(text);
    return true;
  }
}

describe("telephony/sip/trunk", () => {
  let clock: ScheduleFake;
  let sockets: ServerSocketFake[];
  let events: string[];
  let idle: boolean;
  let left: number;

  beforeEach(() => {
    clock = new ScheduleFake();
    [sockets, events, idle, left] = [[], [], true, 0];
  });

  function build(servers: readonly string[] = [one, two]) {
    const trunk = new Trunk({
      servers,
      openSocket(address) {
        const socket = new ServerSocketFake(address);
        sockets.push(socket);
        // JsSIP's type lists members that nobody looks at.
        return socket as unknown as Socket;
      },
      schedule: clock.schedule,
      options: () => "OPTIONS",
      isIdle: () => idle,
      leave: () => Promise.resolve(void (left += 1)),
      stay: () => events.push("stay"),
      random: () => 0.5,
    });
    trunk.onconnect = () => events.push(`connected ${trunk.url}`);
    trunk.ondisconnect = () => events.push("disconnected");
    trunk.ondata = (text) => events.push(String(text));
    trunk.connect();
    return trunk;
  }

  /** The socket that was opened last to an address. */
  const to = (address: string) =>
    sockets.findLast(({ url, open }) => open && url === address) ?? assert.fail(address);

  it("connects to the preferred server", () => {
    const trunk = build();
    to(one).onconnect();
    assert.deepEqual(events, [`connected ${one}`]);
    assert.isTrue(trunk.isConnected());
    assert.isTrue(trunk.send("hello"));
    assert.deepEqual(to(one).sent, ["hello"]);
  });

  it("goes on to the next server at once when the connection breaks", () => {
    const trunk = build();
    to(one).onconnect();
    to(one).ondisconnect(true);
    assert.isFalse(trunk.send("lost"));
    clock.pass(400);
    to(two).onconnect();
    assert.deepEqual(events, [`connected ${one}`, "disconnected", `connected ${two}`]);
  });

  it("goes on to the next server when one does not take the connection in four seconds", () => {
    build();
    clock.pass(4_400);
    to(two).onconnect();
    assert.deepEqual(events, ["disconnected", `connected ${two}`]);
  });

  it("notices a half-open connection within ten seconds", () => {
    build();
    to(one).onconnect();
    const dead = to(one);
    clock.pass(10_000);
    assert.deepEqual(events, [`connected ${one}`, "disconnected"]);
    assert.isTrue(dead.closed);
    dead.ondata("late");
    assert.notInclude(events, "late");
  });

  it("stays with a server that answers", () => {
    build();
    to(one).onconnect();
    for (let n = 0; n < 10; n++) {
      clock.pass(4_000);
      to(one).ondata("\r\n");
    }
    assert.notInclude(events, "disconnected");
  });

  it("is slower with each time that a server takes the connection and drops it", () => {
    build([one]);
    for (let n = 0; n < 10; n++) {
      to(one).onconnect();
      to(one).ondisconnect(true);
      clock.pass(8_000);
    }
    const count = sockets.length;
    to(one).onconnect();
    to(one).ondisconnect(true);
    clock.pass(5_999);
    assert.lengthOf(sockets, count);
    clock.pass(1);
    assert.lengthOf(sockets, count + 1);
  });

  it("comes back at once to a server that has served", () => {
    const trunk = build([one]);
    for (let n = 0; n < 10; n++) {
      to(one).onconnect();
      to(one).ondisconnect(true);
      clock.pass(8_000);
    }
    const count = sockets.length;
    to(one).onconnect();
    trunk.serves();
    to(one).ondisconnect(true);
    clock.pass(400);
    assert.lengthOf(sockets, count + 1);
  });

  it("does not wait any longer once the network is back", () => {
    const trunk = build([one]);
    for (let n = 0; n < 6; n++) {
      to(one).ondisconnect(true);
      clock.pass(8_000);
    }
    to(one).ondisconnect(true);
    const count = sockets.length;
    trunk.check();
    assert.lengthOf(sockets, count + 1);
    to(one).onconnect();
    assert.isTrue(trunk.isConnected());
  });

  it("asks a connected server at once when there is doubt", () => {
    const trunk = build();
    to(one).onconnect();
    trunk.check();
    assert.deepEqual(to(one).sent, ["\r\n\r\n"]);
  });

  it("leaves a server that is of no use for the next", () => {
    const trunk = build();
    to(one).onconnect();
    trunk.giveUp();
    clock.pass(400);
    to(two).onconnect();
    assert.equal(trunk.url, two);
  });

  it("keeps a server that is of no use when it is the only one", () => {
    const trunk = build([one]);
    to(one).onconnect();
    trunk.giveUp();
    assert.isTrue(trunk.isConnected());
  });

  describe("away from the preferred server", () => {
    function away() {
      const trunk = build();
      to(one).ondisconnect(true);
      clock.pass(400);
      to(two).onconnect();
      events.length = 0;
      return trunk;
    }
    /** The second server answers whatever it is asked. */
    const pass = (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 1_000) {
        clock.pass(1_000);
        to(two).ondata("\r\n");
      }
      events.length = 0;
    };
    const settled = () => new Promise((resolve) => setTimeout(resolve));

    it("returns to it once it is back", async () => {
      const trunk = away();
      pass(15_000);
      to(one).onconnect();
      await settled();
      assert.equal(left, 1);
      to(one).onconnect();
      assert.equal(trunk.url, one);
      assert.deepEqual(events, ["disconnected", `connected ${one}`]);
    });

    it("stays away while a call is up", () => {
      away();
      idle = false;
      const count = sockets.length;
      pass(60_000);
      assert.lengthOf(sockets, count);
    });

    it("stays away while it cannot be reached", async () => {
      const trunk = away();
      pass(15_000);
      to(one).ondisconnect(true);
      await settled();
      assert.equal(trunk.url, two);
      assert.equal(left, 0);
      assert.isTrue(trunk.isConnected());
    });

    it("stays when a call came up while it took its leave", async () => {
      const trunk = away();
      pass(15_000);
      to(one).onconnect();
      idle = false;
      await settled();
      assert.deepEqual(events, ["stay"]);
      assert.equal(trunk.url, two);
    });
  });

  it("leaves nothing behind once closed", () => {
    const trunk = build();
    to(one).onconnect();
    trunk.disconnect();
    assert.equal(clock.pending, 0);
    assert.isTrue(to(one).closed);
  });
});
