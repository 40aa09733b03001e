import { choice, flag, text } from "./setting-kinds.ts";

/** Settings of sound. What an agent chooses in the phone comes first. */
export const audioSchema = {
  audio: {
    label: "Audio",
    items: {
      echoNumber: text({
        label: "Echo test number",
        help: "Says back what it hears: the audio panel offers a test call to it. Empty: it offers none.",
      }),
      ringtone: choice({
        label: "Ringtone",
        help: "How it rings until an agent chooses otherwise: classic, chime, marimba, pulse or low.",
        of: ["classic", "chime", "marimba", "pulse", "low"],
        default: "classic",
      }),
      echoCancellation: flag({
        label: "Echo cancellation",
        help: "Keeps what comes out of the speaker from going back into the microphone.",
        default: true,
      }),
      noiseSuppression: flag({
        label: "Noise suppression",
        help: "Takes steady noise out of what the microphone hears.",
        default: true,
      }),
      gainControl: flag({
        label: "Gain control",
        help: "Makes a quiet voice louder and a loud one quieter.",
        default: true,
      }),
    },
  },
} as const;
