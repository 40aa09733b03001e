import type { CallQuality } from "../../softphone/states.ts";
import { gradeOf, graphText } from "./words.ts";

const [width, height] = [60, 16];

/** The scores of the last minute as a line: the higher the better, the newest at the right. */
export function Graph({ quality }: { quality: CallQuality }) {
  const { history, mos } = quality;
  const points = history.map(
    (score, at) => `${width - history.length + at + 0.5},${heightOf(score).toFixed(1)}`,
  );
  return (
    <svg
      class={`graph ${gradeOf(mos.now)}`}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={graphText(quality)}
    >
      <polyline points={points.join(" ")} />
    </svg>
  );
}

/** 1 is at the bottom, 4.5 at the top. */
function heightOf(score: number): number {
  return height - 1 - ((score - 1) / 3.5) * (height - 2);
}
