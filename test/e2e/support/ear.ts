import type { Page } from "playwright-core";

/** Runs in every frame before its scripts: an ear at each context's loudspeaker. */
export function earAtLoudspeaker() {
  const ears: AnalyserNode[] = [];
  Object.assign(window, { testEars: ears });
  const property = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "destination");
  const heard = new WeakMap<BaseAudioContext, AudioNode>();
  Object.defineProperty(BaseAudioContext.prototype, "destination", {
    get(this: BaseAudioContext): AudioNode {
      const known = heard.get(this);
      if (known) return known;
      const ear = new AnalyserNode(this);
      heard.set(this, ear);
      ears.push(ear);
      // What goes to the loudspeaker goes through the ear first.
      ear.connect(property?.get?.call(this) as AudioNode);
      return ear;
    },
  });
}

/** The loudest that goes to a loudspeaker now. */
export async function loudness(page: Page): Promise<number> {
  const frame = page.frame({ name: "sfdcSoftphone" });
  if (!frame) return 0;
  return frame.evaluate(() => {
    const { testEars = [] } = window as unknown as { testEars?: AnalyserNode[] };
    return testEars.reduce((most, ear) => {
      const samples = new Float32Array(ear.fftSize);
      ear.getFloatTimeDomainData(samples);
      return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), most);
    }, 0);
  });
}
