import type { AudioModel } from "../../softphone/audio-model.ts";
import type { DeviceRole } from "../../softphone/states.ts";
import { goneText, roles, systemDevices } from "./words.ts";

/** Chooses one device. One that is chosen and not there stays in the list, as what it is waited for. */
export function DeviceSelect({ model, role }: { model: AudioModel; role: DeviceRole }) {
  const { microphones, speakers } = model.devices.value;
  // The system's own choice is the first entry of ours.
  const devices = (role === "microphone" ? microphones : speakers).filter(
    ({ id }) => !["", "default", "communications"].includes(id),
  );
  const chosen = model.choices.value[role];
  const there = devices.find(({ id, label }) => id === chosen?.id || label === chosen?.label);
  const choose = (id: string) => {
    const device = devices.find((each) => each.id === id);
    model.choose(role, device && { id: device.id, label: device.label });
  };
  return (
    <label>
      {roles[role]}
      <select
        value={there?.id ?? chosen?.id ?? ""}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        <option value="">{systemDevices[role]}</option>
        {devices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        {chosen && !there && <option value={chosen.id}>{goneText(chosen.label)}</option>}
      </select>
    </label>
  );
}
