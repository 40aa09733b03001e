// What a page is told of the agent's choice by the page before it, so that the first word goes into the right
// microphone. It is kept ready to use: nothing has to be loaded to read it.

const keys = { microphone: "switchhook-microphone", speaker: "switchhook-speaker" } as const;

/** Opens the microphone that is kept, or any where that one is gone. */
export async function openKeptMicrophone(devices: MediaDevices): Promise<MediaStream> {
  try {
    return await devices.getUserMedia({ audio: keptMicrophone() });
  } catch (error) {
    const { name } = error as Error; // every refusal has one, if not the class: not every browser has that
    // It is gone, or means nothing to this browser.
    if (name === "OverconstrainedError" || name === "TypeError")
      return devices.getUserMedia({ audio: true });
    throw error;
  }
}

function keptMicrophone(): MediaTrackConstraints | true {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keys.microphone) ?? "");
    // The browser looks at its members, and refuses those that it does not understand.
    return typeof kept === "object" && kept !== null ? kept : true;
  } catch {
    return true;
  }
}

/** The id of the output device; empty for the system's. */
export function keptSpeaker(): string {
  try {
    return localStorage.getItem(keys.speaker) ?? "";
  } catch {
    return "";
  }
}

/** Keeps both for the next page. */
export function keepDevices(microphone: MediaTrackConstraints, speaker: string): void {
  try {
    localStorage.setItem(keys.microphone, JSON.stringify(microphone));
    localStorage.setItem(keys.speaker, speaker);
  } catch {
    // This browser stores nothing: the next page begins with the system's devices.
  }
}
