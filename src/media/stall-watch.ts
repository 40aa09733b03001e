/** Milliseconds for a lost way to come back by itself, as it does after a short breath of a network. */
const breath = 2_000;
/** Milliseconds until a new way is asked for once more; doubled each time. */
const firstWait = 4_000;
const longestWait = 16_000;

interface WatchOptions {
  /** The connection is closed by ourselves, which no event of its own says. */
  readonly closed: AbortSignal;
  /** @defaultValue window */
  readonly network?: Pick<EventTarget, "addEventListener">;
}

/**
 * Tells when nothing gets through any more, and again until something does: a network that has just changed may hand
 * out old addresses for some seconds.
 */
export function watchForStalls(
  connection: RTCPeerConnection,
  onStalled: () => void,
  { closed, network = window }: WatchOptions,
): void {
  if (closed.aborted) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWait;
  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(tell, milliseconds);
  };
  const look = () => {
    const { connectionState: state } = connection;
    if (state === "connected") {
      clearTimeout(timer);
      wait = firstWait;
    } else if (state === "disconnected") later(breath);
    else if (state === "failed") later(0);
  };
  function tell() {
    clearTimeout(timer);
    onStalled();
    if (connection.connectionState !== "connected") later(wait);
    wait = Math.min(wait * 2, longestWait);
  }
  closed.addEventListener("abort", () => clearTimeout(timer));
  connection.addEventListener("connectionstatechange", look, { signal: closed });
  // The browser itself takes some five seconds to see that the way it had is of another network.
  network.addEventListener("online", tell, { signal: closed });
  look();
}
