import { render } from "preact";
import type { Stop } from "../base/emitter.ts";
import type { LineClient } from "../line/protocol-client.ts";
import { AudioKeeper } from "../media/audio-keeper.ts";
import { DeviceList } from "../media/device-list.ts";
import { openKeptMicrophone } from "../media/kept.ts";
import type { LateRinger } from "../media/late-ringer.ts";
import { lateParts, type MediaDesk } from "../media/media-desk.ts";
import type { Microphone } from "../media/microphone.ts";
import { QualityWatch } from "../media/quality/quality-watch.ts";
import { Ringer } from "../media/ringer.ts";
import { AudioModel } from "../softphone/audio-model.ts";
import type { Softphone } from "../softphone/softphone.ts";
import { AudioPanel } from "../ui/audio/AudioPanel.tsx";

/** What the view has of audio from its beginning. */
export interface AudioParts {
  readonly line: LineClient;
  readonly desk: MediaDesk;
  readonly microphone: Microphone;
  readonly ringer: LateRinger;
}

/** Adds what calls do not need to begin: the ring, how well they are heard, and what they are heard with. */
export function addAudio({ line, desk, microphone, ...parts }: AudioParts, place: Place): Stop {
  void lateParts().catch(() => undefined);
  const ringer = new Ringer(new AudioContext(), () => new AudioContext());
  parts.ringer.become(ringer);
  const watch = new QualityWatch({
    calls: desk.calls,
    report: (report) => line.send({ type: "mediaReport", report }),
  });
  // Missing where the page is not served safely; then there is no microphone either.
  const media = navigator.mediaDevices as MediaDevices | undefined;
  const stopPanel = media && addPanel(media, { desk, microphone, ringer }, place);
  return () => {
    watch[Symbol.dispose]();
    stopPanel?.();
  };
}

/** Where the panel is drawn, and of which softphone. */
interface Place {
  readonly app: Softphone;
  readonly root: Element;
}

type Keeping = Pick<AudioParts, "desk" | "microphone"> & { readonly ringer: Ringer };

function addPanel(media: MediaDevices, parts: Keeping, { app, root }: Place): Stop {
  const list = new DeviceList(media);
  const keeper = new AudioKeeper({ ...parts, devices: list });
  const model = new AudioModel({
    ...{ list, keeper, link: app.link, settings: app.crm.settings, attention: app.attention },
    openMicrophone: () => openKeptMicrophone(media),
    sampleRing: () => parts.ringer.sample(),
  });
  render(<AudioPanel model={model} />, root);
  return () => {
    render(null, root);
    model[Symbol.dispose]();
    keeper[Symbol.dispose]();
    list.stop();
  };
}
