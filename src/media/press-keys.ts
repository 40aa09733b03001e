/** Keys to press in a call's sound (RFC 4733); times in milliseconds. */
export interface Keys {
  readonly tones: string;
  readonly duration: number;
  readonly gap: number;
}

/** What says that the document goes away. */
type Page = Pick<Window, "addEventListener">;

/** How much longer than planned it may take. */
const patience = 1_000;
/** Milliseconds that the end of a key takes, which is said three times. */
const ending = 60;

/**
 * Presses keys, and resolves when the last one begins: the other side may count it from then on, and it must not be
 * pressed again. A page that goes meanwhile waits until that one was sent as a whole.
 *
 * @throws `Error` when there is no way for them, or none any more: the last one was not begun.
 */
export function pressKeys(
  connection: RTCPeerConnection,
  keys: Keys,
  page: Page = window,
): Promise<void> {
  const sender = connection.getSenders().find(({ dtmf }) => dtmf?.canInsertDTMF)?.dtmf;
  if (!sender || connection.connectionState !== "connected")
    return Promise.reject(new Error("There is no way for tones now"));
  const { tones, duration, gap } = keys;
  const pressing = new AbortController();
  const { signal } = pressing;
  return new Promise((resolve, reject) => {
    let end: number | undefined;
    const look = () => {
      if (sender.toneBuffer !== "") return;
      end ??= performance.now() + duration + ending;
      resolve();
    };
    const stop = () => {
      pressing.abort();
      reject(new Error("The tones were not sent")); // of no effect once they were
    };
    const leave = () => {
      look();
      stop();
      waitUntil(end);
    };
    setTimeout(stop, tones.length * (duration + gap) + patience);
    // Before the listener that tells the line to expect nothing more.
    page.addEventListener("pagehide", leave, { signal, capture: true });
    sender.addEventListener("tonechange", look, { signal });
    sender.insertDTMF(tones, duration, gap);
  });
}

/** Other threads send the sound, for as long as the document is there. */
function waitUntil(moment = 0): void {
  let now = performance.now();
  while (now < moment) now = performance.now();
}
