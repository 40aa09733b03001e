import { assert } from "chai";
import { closeGathered } from "../../src/media/gathering.ts";
import { until } from "../telephony/until.ts";

const isClosed = ({ signalingState }: RTCPeerConnection) => signalingState === "closed";

/** A connection that began to gather a moment ago: news of it are on the way. */
async function gathering(): Promise<RTCPeerConnection> {
  const connection = new RTCPeerConnection();
  connection.addTransceiver("audio");
  await connection.setLocalDescription();
  return connection;
}

describe("media/gathering closeGathered", () => {
  it("closes at once what does not gather", () => {
    const connection = new RTCPeerConnection();
    closeGathered(connection);
    assert.isTrue(isClosed(connection));
  });

  it("closes what gathers once it is done", async () => {
    const connection = await gathering();
    const states: RTCIceGatheringState[] = [];
    connection.addEventListener("icegatheringstatechange", () =>
      states.push(connection.iceGatheringState),
    );
    closeGathered(connection);
    assert.isFalse(isClosed(connection));
    await until(() => isClosed(connection), "the connection to close");
    assert.equal(states.at(-1), "complete");
  });

  it("closes at once what has gathered", async () => {
    const connection = await gathering();
    await until(() => connection.iceGatheringState === "complete", "the gathering");
    closeGathered(connection);
    assert.isTrue(isClosed(connection));
  });
});
