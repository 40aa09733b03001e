import type { Stop } from "../base/emitter.ts";

/** Measures how loud a stream is, ten times a second, from 0 to 1 as an ear would have it. */
export function watchLevel(stream: MediaStream, tell: (level: number) => void): Stop {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    tell(levelOf(Math.sqrt(square)));
  }, 100);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

/** 60 decibels between nothing and all. */
export function levelOf(loudness: number): number {
  return loudness <= 0 ? 0 : Math.min(1, Math.max(0, 1 + (20 * Math.log10(loudness)) / 60));
}

/** Records for some milliseconds. */
export function record(stream: MediaStream, milliseconds: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(stream);
    const parts: Blob[] = [];
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    recorder.addEventListener("stop", () => resolve(new Blob(parts)));
    recorder.addEventListener("error", () => reject(new DOMException("", "AbortError")));
    recorder.start();
    setTimeout(() => recorder.state === "recording" && recorder.stop(), milliseconds);
  });
}

/** Plays a recording on the chosen speaker; resolves at its end. */
export async function playBack(recording: Blob, speaker: string): Promise<void> {
  const context: AudioContext & { setSinkId?: (id: string) => Promise<void> } = new AudioContext();
  try {
    await context.setSinkId?.(speaker).catch(() => undefined);
    const buffer = await context.decodeAudioData(await recording.arrayBuffer());
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(context.destination);
    const ended = new Promise((resolve) => source.addEventListener("ended", resolve));
    source.start();
    await ended;
  } finally {
    await context.close();
  }
}
