import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Settings } from "../callcenter/schema.ts";
import type { AudioKeeper, AudioKeeperEvents } from "../media/audio-keeper.ts";
import { keepChoices, readChoices, withChoice } from "../media/choices.ts";
import { findDevice, type DeviceList, type Devices } from "../media/device-list.ts";
import { playBack, record, watchLevel } from "../media/microphone-check.ts";
import type { AudioChoices } from "../telephony/audio-choices.ts";
import type { AttentionModel } from "./attention-model.ts";
import { dialAsItIs } from "./dial-planner.ts";
import type { LineLink } from "./line-link.ts";

export type MovedDevice = AudioKeeperEvents["deviceMoved"];

/** What the agent hears and is heard with. */
export interface AudioModel {
  /** What is in force: the agent's choice, else the administrator's. */
  readonly choices: ReadonlySignal<AudioChoices>;
  readonly devices: ReadonlySignal<Devices>;
  /** The chosen device that went away last, or came back. */
  readonly moved: ReadonlySignal<MovedDevice | undefined>;
  /** How loud the microphone is, from 0 to 1; `undefined` while nobody looks. */
  readonly level: ReadonlySignal<number | undefined>;
  readonly check: ReadonlySignal<"idle" | "recording" | "playing" | "failed">;
  /** The number of the echo test; empty where there is none. */
  readonly echoNumber: ReadonlySignal<string>;
  /** `undefined` takes the choice back. */
  choose<Name extends keyof AudioChoices>(name: Name, value: AudioChoices[Name] | undefined): void;
  /** Opens the microphone to show its level, and lets it go again. */
  look(isOn: boolean): void;
  sampleRing(): void;
  /** Records three seconds and plays them. */
  checkMicrophone(): void;
  callEcho(): void;
}

/** What {@link AudioModel} needs. */
export interface AudioModelOptions {
  readonly link: LineLink;
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly attention: Pick<AttentionModel, "soundOn">;
  readonly list: DeviceList;
  readonly keeper: AudioKeeper;
  readonly openMicrophone: () => Promise<MediaStream>;
  readonly sampleRing: () => void;
  /** Milliseconds of a recording. @defaultValue 3000 */
  readonly recordFor?: number;
}

export const AudioModel = createModel<AudioModel, [options: AudioModelOptions]>((options) => {
  const { link, list, keeper, settings } = options;
  const chosen = signal(readChoices());
  const devices = signal(list.now);
  const moved = signal<MovedDevice | undefined>(undefined);
  const level = signal<number | undefined>(undefined);
  const check = signal<"idle" | "recording" | "playing" | "failed">("idle");
  const shown = signal(false);
  const choices = computed(() => ({ ...defaultsOf(settings.value), ...chosen.value }));
  const attached = computed(() => link.snapshot.value !== undefined);
  const told = computed(() => link.snapshot.value?.audio);

  effect(() => {
    if (!attached.value) return;
    if (told.value) {
      chosen.value = told.value;
      keepChoices(told.value);
    } else link.send({ type: "chooseAudio", choices: chosen.peek(), first: true });
  });
  effect(() => {
    if (attached.value) link.send({ type: "audible", audible: options.attention.soundOn.value });
  });
  effect(() => keeper.use(choices.value));
  effect(() => {
    const stops = [
      list.on("changed", (news) => (devices.value = news.devices)),
      keeper.on("deviceMoved", (news) => (moved.value = news)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  });
  effect(() => {
    if (!shown.value) return;
    const gone = new AbortController();
    void showLevel(options.openMicrophone, { list, level, gone: gone.signal });
    return () => {
      gone.abort();
      level.value = undefined;
    };
  });

  async function recordAndPlay() {
    const stream = await options.openMicrophone();
    check.value = "recording";
    const recording = await record(stream, options.recordFor ?? 3_000);
    for (const track of stream.getTracks()) track.stop();
    check.value = "playing";
    await playBack(recording, findDevice(list.now.speakers, choices.value.speaker)?.id ?? "");
    check.value = "idle";
  }

  return {
    ...{ choices, devices, moved, level, check },
    echoNumber: computed(() => settings.value?.audio.echoNumber ?? ""),
    choose(name, value) {
      moved.value = undefined;
      chosen.value = withChoice(chosen.value, name, value);
      keepChoices(chosen.value);
      link.send({ type: "chooseAudio", choices: chosen.value });
    },
    look(isOn) {
      shown.value = isOn;
    },
    sampleRing: options.sampleRing,
    checkMicrophone() {
      recordAndPlay().catch(() => (check.value = "failed"));
    },
    callEcho() {
      const target = settings.value?.audio.echoNumber;
      if (target) link.send(dialAsItIs(target, settings.value));
    },
  };
});

/** The administrator's choice. */
function defaultsOf(settings: Settings | undefined): AudioChoices {
  if (!settings) return {};
  const { ringtone, echoCancellation, noiseSuppression, gainControl } = settings.audio;
  return { ringtone, echoCancellation, noiseSuppression, autoGainControl: gainControl };
}

interface LevelShown {
  readonly list: DeviceList;
  readonly level: { value: number | undefined };
  readonly gone: AbortSignal;
}

async function showLevel(
  open: () => Promise<MediaStream>,
  { list, level, gone }: LevelShown,
): Promise<void> {
  try {
    const stream = await open();
    // Names are told only once the microphone may be used.
    void list.look();
    const stop = gone.aborted
      ? undefined
      : watchLevel(stream, (loudness) => (level.value = loudness));
    const end = () => {
      stop?.();
      for (const track of stream.getTracks()) track.stop();
    };
    if (gone.aborted) end();
    else gone.addEventListener("abort", end, { once: true });
  } catch {
    level.value = undefined; // no microphone: a call says why
  }
}
