import { assert } from "chai";
import { watchForStalls } from "../../src/media/stall-watch.ts";
import { until } from "../telephony/until.ts";

class ConnectionFake extends EventTarget {
  connectionState = "connected";

  become(state: string): void {
    this.connectionState = state;
    this.dispatchEvent(new Event("connectionstatechange"));
  }
}

describe("media/stall-watch", () => {
  let connection: ConnectionFake;
  let network: EventTarget;
  let closing: AbortController;
  let stalls: number;

  beforeEach(() => {
    connection = new ConnectionFake();
    network = new EventTarget();
    closing = new AbortController();
    stalls = 0;
    // The members that are looked at.
    const watched = connection as unknown as RTCPeerConnection;
    watchForStalls(watched, () => (stalls += 1), { network, closed: closing.signal });
  });
  afterEach(() => closing.abort());

  it("tells at once that a connection has failed", async () => {
    connection.become("failed");
    await until(() => stalls === 1, "the news");
  });

  it("lets a short breath of the network pass", async () => {
    connection.become("disconnected");
    connection.become("connected");
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    assert.equal(stalls, 0);
  });

  it("tells that nothing came through for two seconds", async () => {
    connection.become("disconnected");
    await until(() => stalls === 1, "the news");
  });

  it("tells at once that the network is another one", () => {
    network.dispatchEvent(new Event("online"));
    assert.equal(stalls, 1);
  });

  it("is quiet once the connection is closed", async () => {
    closing.abort();
    network.dispatchEvent(new Event("online"));
    connection.become("failed");
    await new Promise((resolve) => setTimeout(resolve, 50)); // a failed one would be told at once
    assert.equal(stalls, 0);
  });

  it("does not wait for a connection that is closed meanwhile", async () => {
    connection.become("disconnected");
    closing.abort();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    assert.equal(stalls, 0);
  });
});
