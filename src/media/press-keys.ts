/** Keys to press in a call's sound (RFC 4733); times in milliseconds. */
export interface Keys {
  readonly tones: string;
  readonly duration: number;
  readonly gap: number;
}

/** How much longer than planned it may take. */
const patience = 1_000;

/**
 * Presses keys, and resolves once they have been sent as a whole.
 *
 * @throws `Error` when there is no way for them, or none any more.
 */
export function pressKeys(connection: RTCPeerConnection, keys: Keys): Promise<void> {
  const sender = connection.getSenders().find(({ dtmf }) => dtmf?.canInsertDTMF)?.dtmf;
  if (!sender || connection.connectionState !== "connected")
    return Promise.reject(new Error("There is no way for tones now"));
  const { tones, duration, gap } = keys;
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const settle = (act: () => void) => {
      clearTimeout(timer);
      listening.abort();
      act();
    };
    const late = () => settle(() => reject(new Error("The tones were not sent")));
    const timer = setTimeout(late, tones.length * (duration + gap) + patience);
    const heard = ({ tone }: RTCDTMFToneChangeEvent) => {
      // The event for the end comes only after the gap: a page that goes in between would have it pressed again.
      if (tone !== "" && sender.toneBuffer === "") setTimeout(() => settle(resolve), duration);
    };
    sender.addEventListener("tonechange", heard, { signal: listening.signal });
    sender.insertDTMF(tones, duration, gap);
  });
}
