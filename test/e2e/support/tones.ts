import type { Page } from "playwright-core";

/** Which of the tones the softphone in `page` plays to the agent at this moment, over all its calls. */
export async function tonesPlayedToAgent(
  page: Page,
  tones: readonly number[],
): Promise<readonly number[]> {
  const frame = page.frame({ name: "sfdcSoftphone" }) ?? page.mainFrame();
  return frame.evaluate(async (wanted) => {
    const { testPeers = [] } = window as unknown as { testPeers?: RTCPeerConnection[] };
    const tracks = testPeers
      .filter(({ connectionState }) => connectionState === "connected")
      .flatMap((peer) => peer.getReceivers().map(({ track }) => track));
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 16_384, smoothingTimeConstant: 0 });
    for (const track of tracks)
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    await new Promise((resolve) => setTimeout(resolve, 400)); // the length of what is looked at
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(spectrum);
    const width = context.sampleRate / analyser.fftSize;
    await context.close();
    // A tone of the robots' loudness has -17 dB, one that is hardly heard -40.
    return wanted.filter((hertz) => {
      const middle = Math.round(hertz / width);
      return spectrum.slice(middle - 3, middle + 4).some((db) => db > -40);
    });
  }, tones);
}
