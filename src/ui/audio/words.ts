import type { AudioModel, MovedDevice } from "../../softphone/audio-model.ts";
import type { DeviceRole } from "../../softphone/states.ts";

// Loaded with the panel, apart from the words that every page needs at once.

export const audioWords = {
  panel: "Audio",
  level: "Input level",
  checkMicrophone: "Test the microphone",
  callEcho: "Call the echo test",
  switches: "Microphone processing",
  ringtone: "Ringtone",
  ringVolume: "Ring volume",
  sampleRing: "Play the ring",
} as const;

export const roles: Record<DeviceRole, string> = {
  microphone: "Microphone",
  speaker: "Speaker",
  ring: "Ring on",
};

export const systemDevices: Record<DeviceRole, string> = {
  microphone: "The system's microphone",
  speaker: "The system's speaker",
  ring: "The same as the speaker",
};

export const switches = {
  echoCancellation: "Echo cancellation",
  noiseSuppression: "Noise suppression",
  autoGainControl: "Gain control",
} as const;

export const ringtones = {
  classic: "Classic",
  chime: "Chime",
  marimba: "Marimba",
  pulse: "Pulse",
  low: "Low",
} as const;

/** How the test of the microphone stands. */
export const checks: Record<AudioModel["check"]["value"], string> = {
  idle: "",
  recording: "Say something. Recording three seconds …",
  playing: "This is how you sound.",
  failed: "The microphone could not be tested.",
};

/** A chosen device that is not plugged in. */
export function goneText(label: string): string {
  return `${label} (not there)`;
}

const uses: Record<DeviceRole, string> = {
  microphone: "The system's microphone is used instead.",
  speaker: "The system's speaker is used instead.",
  ring: "It rings on the system's speaker instead.",
};

/** What became of a chosen device. */
export function movedText({ role, label, isThere }: MovedDevice): string {
  return isThere ? `${label} is back.` : `${label} is gone. ${uses[role]}`;
}
