/** Milliseconds after which a description is sent with what was gathered by then. */
const longest = { host: 400, relayed: 2_000 };

/**
 * Waits until a description is worth sending.
 *
 * Without STUN and TURN servers the first IPv4 host candidate over UDP says it all, some 100 ms before gathering is
 * complete. With servers it is the first candidate that they found.
 *
 * @param options - `anew`: the connection gathers once more, and what it found before does not count.
 */
export function worthSending(connection: RTCPeerConnection, { anew = false } = {}): Promise<void> {
  const servers = (connection.getConfiguration().iceServers ?? []).length > 0;
  const enough = servers ? foundByServer : isHost;
  return new Promise((resolve) => {
    const look = (event?: RTCPeerConnectionIceEvent) => {
      if (
        connection.iceGatheringState !== "complete" &&
        !(event?.candidate && enough(event.candidate))
      )
        return;
      connection.removeEventListener("icecandidate", look);
      connection.removeEventListener("icegatheringstatechange", complete);
      clearTimeout(timer);
      resolve();
    };
    const complete = () => look();
    const timer = setTimeout(resolve, servers ? longest.relayed : longest.host);
    connection.addEventListener("icecandidate", look);
    connection.addEventListener("icegatheringstatechange", complete);
    if (!anew) look();
  });
}

const isHost = ({ type, protocol, address }: RTCIceCandidate) =>
  type === "host" && protocol === "udp" && !(address ?? "").includes(":");

const foundByServer = ({ type }: RTCIceCandidate) => type === "srflx" || type === "relay";

/** Milliseconds that a connection stays open for its gathering's sake. */
const patience = 5000;

/**
 * Closes a connection, one that gathers once it is done: Chromium keeps for ever what is closed while news of its
 * gathering are on the way to the page.
 */
export function closeGathered(connection: RTCPeerConnection): void {
  const close = () => connection.close(); // a second time does nothing
  const look = () => {
    if (!connection.localDescription || connection.iceGatheringState === "complete") close();
  };
  setTimeout(close, patience);
  connection.addEventListener("icegatheringstatechange", look);
  look();
}
