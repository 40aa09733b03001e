import { until } from "../telephony/until.ts";

/** A stream with one pure tone, in place of a microphone. */
export function toneStream(context: AudioContext, hertz: number): MediaStream {
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  const target = context.createMediaStreamDestination();
  oscillator.connect(target);
  oscillator.start();
  return target.stream;
}

/** Waits until the loudest pitch in a track is `hertz`, or, with `undefined`, until it is silent. */
export async function hears(
  context: AudioContext,
  track: MediaStreamTrack,
  hertz: number | undefined,
): Promise<void> {
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = new AnalyserNode(context, { fftSize: 4096 });
  source.connect(analyser);
  const bins = new Float32Array(analyser.frequencyBinCount);
  const width = context.sampleRate / analyser.fftSize;
  const loudest = () => {
    analyser.getFloatFrequencyData(bins);
    const level = Math.max(...bins);
    return level > -60 ? bins.indexOf(level) * width : undefined;
  };
  const matches = () => {
    const pitch = loudest();
    if (hertz === undefined || pitch === undefined) return hertz === pitch;
    return Math.abs(pitch - hertz) <= 2 * width;
  };
  await until(matches, hertz === undefined ? "silence" : `${hertz} Hz`);
  source.disconnect();
}
