// What a page is told of the agent's choice by the page before it, so that the first word goes into the right
// microphone. It is kept ready to use: nothing has to be loaded to read it.

const keys = { microphone: "switchhook-microphone", speaker: "switchhook-speaker" } as const;

/**
 * Opens the microphone that is kept, or any where that one is gone.
 *
 * Chromium takes back what is being asked when the page is left, be it granted for ever. That page may live for a
 * second still: its call must not end for that, so a refusal counts only when it is repeated.
 */
export async function openKeptMicrophone(
  devices: MediaDevices,
  permissions: Pick<Permissions, "query"> = navigator.permissions,
): Promise<MediaStream> {
  const audio = keptMicrophone();
  try {
    return await devices.getUserMedia({ audio });
  } catch (error) {
    const { name } = error as Error; // every refusal has one, if not the class: not every browser has that
    // It is gone, or means nothing to this browser.
    const isUnknown = name === "OverconstrainedError" || name === "TypeError";
    // Whoever has not granted it for good would be asked twice.
    if (!isUnknown && !(await isGranted(permissions))) throw error;
    return devices.getUserMedia({ audio: isUnknown || audio });
  }
}

async function isGranted(permissions: Pick<Permissions, "query">): Promise<boolean> {
  try {
    return (await permissions.query({ name: "microphone" })).state === "granted";
  } catch {
    return false; // not every browser tells
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
