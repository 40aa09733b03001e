import type { BrowserContext, Page } from "playwright-core";
import type { Heard } from "./recording.ts";

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

/** What the softphone in `page` plays to the agent at this moment. */
export async function playedToAgent(page: Page): Promise<Heard> {
  const frame = page.frame({ name: "sfdcSoftphone" }) ?? page.mainFrame();
  return frame.evaluate(async () => {
    const { testPeers = [] } = window as unknown as { testPeers?: RTCPeerConnection[] };
    const peer = testPeers.findLast((each) => each.connectionState === "connected");
    const track = peer?.getReceivers()[0]?.track;
    if (!track) return { loudness: 0, hertz: 0 };
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 16_384, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    await new Promise((resolve) => setTimeout(resolve, 400)); // the length of what is looked at
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(spectrum);
    const loudest = spectrum.reduce((best, db, at) => (db > (spectrum[best] ?? 0) ? at : best), 0);
    const width = context.sampleRate / analyser.fftSize;
    await context.close();
    const power = samples.reduce((sum, each) => sum + each * each, 0) / samples.length;
    return { loudness: Math.sqrt(power), hertz: power > 0 ? loudest * width : 0 };
  });
}
