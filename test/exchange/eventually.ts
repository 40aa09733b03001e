/** Waits for a state, never for a time: asks again at each turn until it is there. */
export async function eventually<Value>(
  what: string,
  look: () => Value | undefined | false,
  milliseconds = 5_000,
): Promise<Value> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
