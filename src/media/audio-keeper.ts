import { Emitter, type Listenable, type Stop } from "../base/emitter.ts";
import type { AudioChoices } from "../telephony/audio-choices.ts";
import { findDevice, type Device, type DeviceList } from "./device-list.ts";
import { keepDevices } from "./kept.ts";
import type { MediaDesk } from "./media-desk.ts";
import type { Microphone } from "./microphone.ts";
import type { Ringer } from "./ringer.ts";

export type DeviceRole = "microphone" | "speaker" | "ring";

export interface AudioKeeperEvents {
  /** A chosen device went away, and the system's takes its place; or it is there again. */
  deviceMoved: { readonly role: DeviceRole; readonly label: string; readonly isThere: boolean };
}

export interface AudioKeeperOptions {
  readonly devices: DeviceList;
  readonly desk: MediaDesk;
  readonly microphone: Microphone;
  readonly ringer: Pick<Ringer, "configure">;
}

/** Sees to it that calls and ring use the chosen devices while they are there, and the system's while they are not. */
export class AudioKeeper implements Listenable<AudioKeeperEvents>, Disposable {
  readonly #options: AudioKeeperOptions;
  readonly #events = new Emitter<AudioKeeperEvents>();
  readonly #stop: Stop;
  readonly #present = new Map<DeviceRole, boolean>();
  #choices: AudioChoices = {};
  #asked = "";
  #busy: Promise<void> = Promise.resolve();

  constructor(options: AudioKeeperOptions) {
    this.#options = options;
    this.#stop = options.devices.on("changed", () => this.#settle());
  }

  on<Name extends keyof AudioKeeperEvents>(
    name: Name,
    listener: (event: AudioKeeperEvents[Name]) => void,
  ): Stop {
    return this.#events.on(name, listener);
  }

  /** From now on these are chosen. Running calls go over to them. */
  use(choices: AudioChoices): void {
    const roles = ["microphone", "speaker", "ring"] as const;
    for (const role of roles)
      if (choices[role]?.id !== this.#choices[role]?.id) this.#present.delete(role);
    this.#choices = choices;
    this.#settle();
  }

  [Symbol.dispose](): void {
    this.#stop();
  }

  #settle(): void {
    const { devices, desk, ringer } = this.#options;
    const { microphones, speakers } = devices.now;
    const { microphone, speaker, ring, ringtone, ringVolume = 1 } = this.#choices;
    const found = {
      microphone: findDevice(microphones, microphone),
      speaker: findDevice(speakers, speaker),
      ring: findDevice(speakers, ring),
    };
    const speakerId = idOf(found.speaker);
    const ringDevice = ring ? idOf(found.ring) : speakerId;
    keepDevices(this.#constraints(found.microphone), idOf(speaker));
    desk.speaker = speakerId;
    ringer.configure({ ringtone, volume: ringVolume, ringDevice, speaker: speakerId });
    // One after the other: two at once would open the device twice.
    this.#busy = this.#busy.then(() => this.#settleMicrophone(found.microphone));
    if (microphones.length > 0) this.#tell(found);
  }

  async #settleMicrophone(wanted: Device | undefined): Promise<void> {
    const { desk, microphone } = this.#options;
    const asked = JSON.stringify(this.#constraints(wanted));
    const isOther = asked !== this.#asked;
    this.#asked = asked;
    try {
      if (microphone.live && (isOther || this.#isWrong(microphone.live, wanted)))
        await desk.changeMicrophone();
    } catch {
      // It cannot be had: calls keep the one before, and say so when that one falls silent.
    }
    desk.findMicrophones();
  }

  /** What is open is not what is chosen, or it is unplugged: its track may live on, without a sound. */
  #isWrong(live: MediaStreamTrack, wanted: Device | undefined): boolean {
    const { deviceId } = live.getSettings();
    if (wanted) return deviceId !== wanted.id;
    const { microphones } = this.#options.devices.now;
    return Boolean(deviceId) && !microphones.some(({ id }) => id === deviceId);
  }

  #constraints(microphone: Device | undefined): MediaTrackConstraints {
    const { echoCancellation, noiseSuppression, autoGainControl } = this.#choices;
    const isKnown = this.#options.devices.now.microphones.some((each) => each.id !== "");
    const id = isKnown ? microphone?.id : this.#choices.microphone?.id;
    return {
      // Chromium takes the system's instead of one that would only be ideal.
      ...(id && { deviceId: { exact: id } }),
      ...(echoCancellation !== undefined && { echoCancellation }),
      ...(noiseSuppression !== undefined && { noiseSuppression }),
      ...(autoGainControl !== undefined && { autoGainControl }),
    };
  }

  #tell(found: Readonly<Record<DeviceRole, Device | undefined>>): void {
    for (const role of ["microphone", "speaker", "ring"] as const) {
      const choice = this.#choices[role];
      if (!choice) continue;
      const before = this.#present.get(role);
      const isThere = found[role] !== undefined;
      this.#present.set(role, isThere);
      // What was not there from the beginning is told once, too.
      if (before === isThere || (before === undefined && isThere)) continue;
      this.#events.emit("deviceMoved", { role, label: choice.label, isThere });
    }
  }
}

const idOf = (device: { readonly id: string } | undefined) => device?.id ?? "";
