import { Emitter, type Listenable, type Stop } from "../base/emitter.ts";
import type { DeviceChoice } from "../telephony/audio-choices.ts";

/** What can be chosen at the moment. Without leave to use the microphone browsers tell neither names nor ids. */
export interface Devices {
  readonly microphones: readonly Device[];
  readonly speakers: readonly Device[];
}

export interface Device extends DeviceChoice {
  /** Devices of one set, such as a headset's two, have the same. */
  readonly group: string;
}

export interface DeviceListEvents {
  changed: { readonly devices: Devices };
}

/** The devices that are plugged in. Not every browser says when that changes: it is looked at now and then, too. */
export class DeviceList implements Listenable<DeviceListEvents> {
  readonly #events = new Emitter<DeviceListEvents>();
  readonly #media: MediaDevices;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #look = () => void this.look().catch(() => undefined);
  #devices: Devices = { microphones: [], speakers: [] };

  /** @param every - Milliseconds between two looks. */
  constructor(media: MediaDevices, every = 2_000) {
    this.#media = media;
    media.addEventListener("devicechange", this.#look);
    this.#timer = setInterval(this.#look, every);
    this.#look();
  }

  get now(): Devices {
    return this.#devices;
  }

  on<Name extends keyof DeviceListEvents>(
    name: Name,
    listener: (event: DeviceListEvents[Name]) => void,
  ): Stop {
    return this.#events.on(name, listener);
  }

  /** Looks now; whoever listens hears of it when something has changed. */
  async look(): Promise<void> {
    const all = await this.#media.enumerateDevices();
    const of = (kind: MediaDeviceKind) => all.filter((each) => each.kind === kind).map(deviceOf);
    const devices = { microphones: of("audioinput"), speakers: of("audiooutput") };
    if (JSON.stringify(devices) === JSON.stringify(this.#devices)) return;
    this.#devices = devices;
    this.#events.emit("changed", { devices });
  }

  stop(): void {
    this.#media.removeEventListener("devicechange", this.#look);
    clearInterval(this.#timer);
  }
}

const deviceOf = ({ deviceId, label, groupId }: MediaDeviceInfo): Device => ({
  id: deviceId,
  label,
  group: groupId,
});

/** The chosen device among those that are there: by its id, or, in another partition of the browser, by its name. */
export function findDevice(
  devices: readonly Device[],
  choice: DeviceChoice | undefined,
): Device | undefined {
  if (!choice) return undefined;
  const byName = (each: Device) => each.label !== "" && each.label === choice.label;
  return devices.find(({ id }) => id !== "" && id === choice.id) ?? devices.find(byName);
}
