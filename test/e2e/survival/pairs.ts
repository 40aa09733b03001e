const whole = process.env.WHOLE !== undefined;

/**
 * Which of `others` one row of a matrix is played with: all of them with `WHOLE=1`, else one of each `share`, beginning
 * at another one in each row. So each row and each column is played in every run, and the whole matrix in a long one.
 */
export function pairedWith<Other>(
  row: number,
  others: readonly Other[],
  share: number,
): readonly Other[] {
  return others.filter((_other, column) => whole || (row + column) % share === 0);
}
