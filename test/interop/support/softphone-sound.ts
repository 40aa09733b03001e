import type { BrowserContext } from "playwright-core";

/** Pitch of the microphone after {@link speakInTone}. */
export const agentHertz = 1000;

/**
 * Gives the agent's microphone one steady tone, so that the other side's recording can be judged by its pitch. The
 * real (fake) device is opened all the same: permission, delays and failures stay what they are.
 */
export async function speakInTone(agent: BrowserContext): Promise<void> {
  await agent.addInitScript((hertz) => {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return; // not a secure context
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      await open(constraints);
      const context = new AudioContext();
      const tone = new OscillatorNode(context, { frequency: hertz });
      const volume = new GainNode(context, { gain: 0.3 });
      const destination = context.createMediaStreamDestination();
      tone.connect(volume).connect(destination);
      tone.start();
      return destination.stream;
    };
  }, agentHertz);
}
