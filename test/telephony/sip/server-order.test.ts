import { assert } from "chai";
import { ServerOrder } from "../../../src/telephony/sip/server-order.ts";

const inTheMiddle = () => 0.5;

describe("telephony/sip/server-order", () => {
  it("goes round the servers, the preferred one first", () => {
    const order = new ServerOrder(["one", "two", "three"], inTheMiddle);
    const tried = [order.current];
    for (let n = 0; n < 3; n++) {
      order.fail();
      tried.push(order.current);
    }
    assert.deepEqual(tried, ["one", "two", "three", "one"]);
  });

  it("tries each server at once, and is slower with each round after that", () => {
    const order = new ServerOrder(["one", "two"], inTheMiddle);
    const pauses = Array.from({ length: 6 }, () => order.fail());
    assert.deepEqual(pauses, [200, 750, 750, 1_500, 1_500, 3_000]);
  });

  it("gives a single server a second chance at once", () => {
    const order = new ServerOrder(["one"], inTheMiddle);
    assert.deepEqual([order.fail(), order.fail(), order.fail()], [200, 750, 1_500]);
  });

  it("never waits longer than eight seconds", () => {
    const order = new ServerOrder(["one"], () => 1);
    const pauses = Array.from({ length: 40 }, () => order.fail());
    assert.equal(Math.max(...pauses), 8_000);
  });

  it("scatters the phones that come back to a server", () => {
    const pauses = Array.from({ length: 50 }, () => new ServerOrder(["one"]).fail());
    assert.isAbove(new Set(pauses).size, 40);
    assert.isAtMost(Math.max(...pauses), 400);
  });

  it("begins anew once a server serves", () => {
    const order = new ServerOrder(["one"], inTheMiddle);
    order.fail();
    order.fail();
    order.succeed();
    assert.equal(order.fail(), 200);
  });

  it("knows the way home", () => {
    const order = new ServerOrder(["one", "two"], inTheMiddle);
    order.fail();
    assert.isTrue(order.isAway);
    order.goHome();
    assert.equal(order.current, "one");
    assert.isFalse(order.isAway);
  });
});
