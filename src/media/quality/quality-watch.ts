import type { Quiet } from "../../telephony/call-quality.ts";
import type { MediaReport } from "../../telephony/media-port.ts";
import type { CallAudio } from "../call-audio.ts";
import { readStats, type Reading } from "./reading.ts";
import { loudnessBetween, sampleBetween } from "./second.ts";
import { Silence, type Heard } from "./silence.ts";

/** What {@link QualityWatch} needs. */
export interface QualityWatchOptions {
  /** The calls that this document carries. */
  readonly calls: ReadonlyMap<string, CallAudio>;
  readonly report: (report: MediaReport) => void;
  /** Milliseconds. @defaultValue 1000 */
  readonly every?: number;
}

interface Watched {
  readonly audio: CallAudio;
  readonly silence: Silence;
  last: Reading | undefined;
  quiet: string;
}

/** Measures once a second how well every call is heard in this document, and tells the line. */
export class QualityWatch implements Disposable {
  readonly #options: QualityWatchOptions;
  readonly #watched = new Map<string, Watched>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(options: QualityWatchOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#look(), options.every ?? 1000);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { calls } = this.#options;
    for (const call of this.#watched.keys()) if (!calls.has(call)) this.#watched.delete(call);
    for (const [call, audio] of calls) {
      const known = this.#watched.get(call);
      const watched = known?.audio === audio ? known : newlyWatched(audio);
      this.#watched.set(call, watched);
      if (audio.connection.connectionState === "connected") void this.#measure(call, watched);
    }
  }

  async #measure(call: string, watched: Watched): Promise<void> {
    const { audio, last } = watched;
    // Maplike, and typed without its entries.
    const stats = (await audio.connection.getStats()) as unknown as ReadonlyMap<string, unknown>;
    const reading = readStats(stats);
    watched.last = reading;
    if (!last || this.#watched.get(call) !== watched) return;
    if (receives(audio))
      this.#options.report({ news: "quality", call, sample: sampleBetween(last, reading) });
    this.#tellQuiet(call, watched, watched.silence.add(heardBetween(audio, last, reading)));
  }

  #tellQuiet(call: string, watched: Watched, quiet: Quiet): void {
    const text = JSON.stringify(quiet);
    if (watched.quiet === text) return;
    watched.quiet = text;
    this.#options.report({ news: "quiet", call, quiet });
  }
}

function newlyWatched(audio: CallAudio): Watched {
  return { audio, silence: new Silence(), last: undefined, quiet: "{}" };
}

function heardBetween(audio: CallAudio, last: Reading, now: Reading): Heard {
  const packets = now.received - last.received;
  // What the browser does not play it does not measure.
  const loudness = audio.isPlaying ? loudnessBetween(last.there, now.there) : undefined;
  return {
    us: ownLoudness(audio, last, now),
    them: receives(audio) ? { packets, loudness: packets > 0 ? loudness : undefined } : undefined,
  };
}

function ownLoudness(audio: CallAudio, last: Reading, now: Reading): number | undefined {
  if (audio.muted || !audio.track || !direction(audio).startsWith("send")) return undefined;
  // Muted by the system, or by a button that it knows; or a device that is gone and gives no samples any more.
  const isDead = audio.track.muted || now.here.seconds === last.here.seconds;
  return isDead ? 0 : loudnessBetween(last.here, now.here);
}

const receives = (audio: CallAudio) => direction(audio).endsWith("recv");

function direction({ connection }: CallAudio): string {
  const audio = connection.getTransceivers().find(({ sender }) => sender.track?.kind !== "video");
  const agreed: string | undefined = audio?.currentDirection ?? undefined;
  return agreed === "recvonly" || agreed === "sendonly" || agreed === "sendrecv" ? agreed : "";
}
