import type { AudioChoices } from "../telephony/audio-choices.ts";
import type { MediaReport } from "../telephony/media-port.ts";
import type { MediaRouter } from "./media-router.ts";
import type { LineSnapshot, ToLine } from "./protocol.ts";
import { Sounds } from "./sounds.ts";
import type { View } from "./view.ts";
import type { Views } from "./views.ts";

type AudioCommand = Extract<ToLine, { type: "mediaReport" | "audible" | "chooseAudio" }>;

/** Tells what is about sound, and of no use to the rest of the line. */
export function isAboutAudio(command: ToLine): command is AudioCommand {
  return ["mediaReport", "audible", "chooseAudio"].includes(command.type);
}

/** What the line knows of sound: how calls are heard, where it may ring, and what the agent chose to hear with. */
export class AudioRoom {
  readonly sounds: Sounds;
  readonly #media: MediaRouter;
  readonly #views: Views;
  readonly #changed: () => void;
  #choices: AudioChoices | undefined;

  constructor({ media, views, changed }: AudioRoomOptions) {
    this.sounds = new Sounds(changed);
    this.#media = media;
    this.#views = views;
    this.#changed = changed;
    media.on("moved", ({ call }) => {
      this.sounds.move(call, media.current(call)?.id ?? "");
      changed();
    });
  }

  /** Its part of what views are told. */
  get snapshot(): Pick<Partial<LineSnapshot>, "ringer" | "audible" | "audio"> {
    const { ringer, isAudible } = this.#views;
    return {
      ...(ringer && { ringer: ringer.id }),
      ...(isAudible !== undefined && { audible: isAudible }),
      ...(this.#choices && { audio: this.#choices }),
    };
  }

  obey(view: View, command: AudioCommand): void {
    switch (command.type) {
      case "mediaReport":
        this.#hear(view, command.report);
        return;
      case "audible":
        view.audible = command.audible;
        break;
      case "chooseAudio":
        if (!command.first || this.#isNew(command.choices)) this.#choices = command.choices;
    }
    this.#changed();
  }

  /** Nobody has chosen yet, and this says something: views of the phone's own window may remember nothing. */
  #isNew(choices: AudioChoices): boolean {
    return !this.#choices && Object.keys(choices).length > 0;
  }

  #hear(view: View, report: MediaReport): void {
    const carrier = this.#media.current(report.call)?.id;
    this.sounds.hear(report, carrier, view.id);
    if (report.news === "stalled" && carrier === view.id) this.#media.stall(report.call);
  }
}

export interface AudioRoomOptions {
  readonly media: MediaRouter;
  readonly views: Views;
  /** Called after each change. */
  readonly changed: () => void;
}
