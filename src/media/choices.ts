import type { AudioChoices, DeviceChoice } from "../telephony/audio-choices.ts";

const key = "switchhook-audio";

/** What the agent chose in this browser; nothing where the browser keeps nothing. */
export function readChoices(): AudioChoices {
  try {
    return decodeChoices(JSON.parse(localStorage.getItem(key) ?? "{}"));
  } catch {
    return {};
  }
}

export function keepChoices(choices: AudioChoices): void {
  try {
    localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    // This browser stores nothing: the choice counts until it closes.
  }
}

/** Takes what makes sense; another release may have written it. */
function decodeChoices(kept: unknown): AudioChoices {
  if (typeof kept !== "object" || kept === null) return {};
  // Each member is looked at below.
  const { microphone, speaker, ring, ringtone, ringVolume, ...switches } = kept as Record<
    string,
    unknown
  >;
  return {
    ...chosen("microphone", device(microphone)),
    ...chosen("speaker", device(speaker)),
    ...chosen("ring", device(ring)),
    ...chosen("ringtone", typeof ringtone === "string" ? ringtone : undefined),
    ...chosen("ringVolume", volume(ringVolume)),
    ...chosen("echoCancellation", onOff(switches.echoCancellation)),
    ...chosen("noiseSuppression", onOff(switches.noiseSuppression)),
    ...chosen("autoGainControl", onOff(switches.autoGainControl)),
  };
}

/** The choices with one changed; `undefined` takes it back. */
export function withChoice<Name extends keyof AudioChoices>(
  choices: AudioChoices,
  name: Name,
  value: AudioChoices[Name] | undefined,
): AudioChoices {
  return decodeChoices({ ...choices, [name]: value });
}

function chosen<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  // A computed key widens to any text, which the compiler cannot narrow again.
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

function device(kept: unknown): DeviceChoice | undefined {
  if (typeof kept !== "object" || kept === null) return undefined;
  const { id, label } = kept as Partial<Record<keyof DeviceChoice, unknown>>;
  return typeof id === "string" && typeof label === "string" ? { id, label } : undefined;
}

const onOff = (kept: unknown) => (typeof kept === "boolean" ? kept : undefined);

const volume = (kept: unknown) =>
  typeof kept === "number" && kept >= 0 && kept <= 1 ? kept : undefined;
