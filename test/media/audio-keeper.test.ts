import { assert } from "chai";
import { AudioKeeper, type AudioKeeperEvents } from "../../src/media/audio-keeper.ts";
import { DeviceList, findDevice } from "../../src/media/device-list.ts";
import { openKeptMicrophone } from "../../src/media/kept.ts";
import { MediaDesk } from "../../src/media/media-desk.ts";
import { Microphone } from "../../src/media/microphone.ts";
import type { RingOptions } from "../../src/media/ringer.ts";
import { until } from "../telephony/until.ts";

const names = { headset: "Headset", table: "Table microphone", loud: "Loudspeaker" } as const;
type Name = keyof typeof names;
const choiceOf = (name: Name) => ({ id: name, label: names[name] });

/** A machine of which a test plugs devices in and out: real tracks that know which device they are of. */
class Machine extends EventTarget {
  plugged: readonly Name[] = ["headset", "table", "loud"];
  readonly opened: MediaStreamTrack[] = [];
  readonly #context = new AudioContext();

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    const info = (name: Name) => ({
      deviceId: name,
      label: names[name],
      groupId: "",
      kind: name === "loud" ? ("audiooutput" as const) : ("audioinput" as const),
      toJSON: () => name,
    });
    return Promise.resolve(this.plugged.map(info));
  }

  /** As Chromium does: it insists on what is exact, and does not look at what would be ideal. */
  getUserMedia({ audio }: MediaStreamConstraints): Promise<MediaStream> {
    const wanted = typeof audio === "object" ? audio.deviceId : undefined;
    const exact = typeof wanted === "object" && "exact" in wanted ? wanted.exact : undefined;
    const inputs = this.plugged.filter((name) => name !== "loud");
    const name = inputs.find((each) => exact === undefined || each === exact);
    if (!name && exact !== undefined)
      return Promise.reject(new OverconstrainedError("deviceId", "It is not plugged in"));
    if (!name) return Promise.reject(new DOMException("", "NotFoundError"));
    const { stream } = this.#context.createMediaStreamDestination();
    const [track] = stream.getAudioTracks();
    if (track) this.opened.push(Object.assign(track, { getSettings: () => ({ deviceId: name }) }));
    return Promise.resolve(stream);
  }

  plug(...plugged: readonly Name[]): void {
    this.plugged = plugged;
    this.dispatchEvent(new Event("devicechange"));
  }
}

describe("media/audio-keeper", () => {
  let machine: Machine;
  let list: DeviceList;
  let keeper: AudioKeeper;
  let microphone: Microphone;
  let desk: MediaDesk;
  let rings: RingOptions[];
  let moves: AudioKeeperEvents["deviceMoved"][];
  beforeEach(async () => {
    machine = new Machine();
    // All that is used of it.
    const media = machine as unknown as MediaDevices;
    list = new DeviceList(media, 20);
    microphone = new Microphone({ open: () => openKeptMicrophone(media), page: {} });
    const ignore = () => undefined;
    desk = new MediaDesk({ microphone, reply: ignore, report: ignore });
    [rings, moves] = [[], []];
    const ringer = { configure: (options: RingOptions) => void rings.push(options) };
    keeper = new AudioKeeper({ devices: list, desk, microphone, ringer });
    keeper.on("deviceMoved", (news) => moves.push(news));
    await until(() => list.now.microphones.length > 0, "the devices");
  });
  afterEach(() => {
    keeper[Symbol.dispose]();
    list.stop();
    microphone.release();
    localStorage.clear();
  });

  const uses = (name: Name) =>
    until(() => microphone.live?.getSettings().deviceId === name, `the ${name}`);

  it("changes the open microphone to the chosen one, and the next page asks for it first", async () => {
    await microphone.acquire();
    keeper.use({ microphone: choiceOf("table") });
    await uses("table");
    const track = await new Microphone({
      open: () => openKeptMicrophone(machine as unknown as MediaDevices),
      page: {},
    }).acquire();
    assert.equal(track.getSettings().deviceId, "table");
  });

  it("falls back when it is unplugged, returns when it is plugged in, and says both", async () => {
    keeper.use({ microphone: choiceOf("table") });
    await microphone.acquire();
    machine.plug("headset", "loud");
    await uses("headset");
    machine.plug("headset", "table", "loud");
    await uses("table");
    const news = { role: "microphone", label: names.table } as const;
    assert.deepEqual(moves, [
      { ...news, isThere: false },
      { ...news, isThere: true },
    ]);
  });

  it("leaves the switches as they are when it is unplugged", async () => {
    const asked: (MediaTrackConstraints | boolean | undefined)[] = [];
    const open = machine.getUserMedia.bind(machine);
    machine.getUserMedia = (constraints) => {
      asked.push(constraints.audio);
      return open(constraints);
    };
    keeper.use({ microphone: choiceOf("table"), noiseSuppression: false });
    await microphone.acquire();
    machine.plug("headset", "loud");
    await uses("headset");
    assert.deepEqual(asked.at(-1), { noiseSuppression: false });
  });

  it("sees what no event tells", async () => {
    keeper.use({ microphone: choiceOf("table") });
    await microphone.acquire();
    machine.plugged = ["headset"];
    await uses("headset");
    assert.lengthOf(moves, 1);
  });

  it("does not open a microphone that nobody uses", async () => {
    keeper.use({ microphone: choiceOf("table") });
    machine.plug("headset");
    await until(() => moves.length === 1, "the news");
    assert.isEmpty(machine.opened);
  });

  it("finds a device by its name where its id is another, as in the phone's own window", () => {
    const devices = [{ id: "x1", label: names.table, group: "" }];
    assert.equal(findDevice(devices, choiceOf("table"))?.id, "x1");
    assert.isUndefined(findDevice(devices, choiceOf("headset")));
    assert.isUndefined(findDevice([{ id: "", label: "", group: "" }], { id: "", label: "" }));
  });

  it("opens the microphone anew for other processing", async () => {
    keeper.use({});
    await microphone.acquire();
    keeper.use({ noiseSuppression: false });
    await until(() => machine.opened.length === 2, "the second");
    const kept: unknown = JSON.parse(localStorage.getItem("switchhook-microphone") ?? "");
    assert.deepEqual(kept, { noiseSuppression: false });
  });

  it("rings on the ring's device, else where the other sides are heard", () => {
    keeper.use({ speaker: choiceOf("loud"), ringVolume: 0.3, ringtone: "chime" });
    const shared = { speaker: "loud", volume: 0.3, ringtone: "chime" };
    assert.deepEqual(rings.at(-1), { ...shared, ringDevice: "loud" });
    keeper.use({ ring: choiceOf("loud") });
    assert.deepInclude(rings.at(-1), { speaker: "", ringDevice: "loud", volume: 1 });
  });
});
