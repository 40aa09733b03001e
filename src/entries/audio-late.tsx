import type { LineClient } from "../line/protocol-client.ts";
import type { MediaDesk } from "../media/media-desk.ts";
import { QualityWatch } from "../media/quality/quality-watch.ts";
import type { Stop } from "../base/emitter.ts";

/** What the view has of audio from its beginning. */
export interface AudioParts {
  readonly line: LineClient;
  readonly desk: MediaDesk;
}

/** Adds what calls do not need to begin: how well they are heard. */
export function addAudio({ line, desk }: AudioParts): Stop {
  const watch = new QualityWatch({
    calls: desk.calls,
    report: (report) => line.send({ type: "mediaReport", report }),
  });
  return () => watch[Symbol.dispose]();
}
