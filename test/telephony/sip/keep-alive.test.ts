import { assert } from "chai";
import { KeepAlive } from "../../../src/telephony/sip/keep-alive.ts";
import { ScheduleFake } from "../schedule-fake.ts";

describe("telephony/sip/keep-alive", () => {
  let clock: ScheduleFake;
  let sent: string[];
  let deaths: number;
  let keepAlive: KeepAlive;

  beforeEach(() => {
    clock = new ScheduleFake();
    sent = [];
    deaths = 0;
    keepAlive = new KeepAlive({
      schedule: clock.schedule,
      send: (text) => sent.push(text),
      options: () => "OPTIONS",
      dead: () => (deaths += 1),
    });
  });

  it("asks with an empty message after four quiet seconds", () => {
    clock.pass(3_999);
    assert.isEmpty(sent);
    clock.pass(1);
    assert.deepEqual(sent, ["\r\n\r\n"]);
  });

  it("says that nobody is there within ten seconds", () => {
    clock.pass(10_000);
    assert.equal(deaths, 1);
  });

  it("asks with OPTIONS where an empty message is not answered, and from then on always", () => {
    clock.pass(6_500);
    assert.deepEqual(sent, ["\r\n\r\n", "OPTIONS"]);
    keepAlive.hear();
    clock.pass(4_000);
    assert.deepEqual(sent, ["\r\n\r\n", "OPTIONS", "OPTIONS"]);
    assert.equal(deaths, 0);
  });

  it("is content with anything that comes in", () => {
    for (let n = 0; n < 20; n++) {
      clock.pass(3_000);
      keepAlive.hear();
    }
    assert.isEmpty(sent);
    assert.equal(deaths, 0);
  });

  it("asks at once when there is reason to doubt, and not twice", () => {
    keepAlive.check();
    keepAlive.check();
    assert.deepEqual(sent, ["\r\n\r\n"]);
    clock.pass(5_000);
    assert.equal(deaths, 1);
  });

  it("is quiet once stopped", () => {
    keepAlive.stop();
    clock.pass(60_000);
    assert.isEmpty(sent);
    assert.equal(clock.pending, 0);
  });
});
