import { assert } from "chai";
import { watchForStalls } from "../../src/media/stall-watch.ts";
import { until } from "../telephony/until.ts";

class ConnectionFake extends EventTarget {
  connectionState = "connected";
  signalingState = "stable";

  become(state: string): void {
    this.connectionState = state;
    this.dispatchEvent(new Event("connectionstatechange"));
  }
}

describe("media/stall-watch", () => {
  let connection: ConnectionFake;
  let network: EventTarget;
  let stalls: number;

  beforeEach(() => {
    connection = new ConnectionFake();
    network = new EventTarget();
    stalls = 0;
    // The members that are looked at.
    const watched = connection as unknown as RTCPeerConnection;
    watchForStalls(watched, () => (stalls += 1), network);
  });
  afterEach(() => connection.become("connected"));

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

  it("is quiet once the connection is closed", () => {
    connection.signalingState = "closed";
    network.dispatchEvent(new Event("online"));
    network.dispatchEvent(new Event("online"));
    assert.equal(stalls, 0);
  });
});
