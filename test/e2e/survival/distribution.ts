/** The value below which a part of all values lies: 0.5 for the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** How times spread, in a line. */
export function summary(values: readonly number[]): string {
  const of = (part: number) => Math.round(quantile(values, part));
  return (
    `median ${of(0.5)}, 95th percentile ${of(0.95)}, ` +
    `from ${of(0)} to ${of(1)}, ${values.length} values`
  );
}
