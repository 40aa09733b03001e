const whole = process.env.WHOLE !== undefined;

/** Decides which part of a matrix this run plays; to be shown in a test's name, so that `SEED` plays it again. */
export const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/**
 * Which of `others` one row of a matrix is played with: all of them with `WHOLE=1`, else one of each `share`, beginning
 * at another one in each row and with each seed. So, of `share` rows at least, each row and each column is played in
 * every run, other pairs with another seed, and the whole matrix in a long run.
 */
export function pairedWith<Other>(
  row: number,
  others: readonly Other[],
  part: { readonly share: number; readonly seed: number },
): readonly Other[] {
  const isPlayed = (column: number) => (row + column + part.seed) % part.share === 0;
  return others.filter((_other, column) => whole || isPlayed(column));
}
