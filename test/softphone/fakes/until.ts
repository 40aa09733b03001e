/** Waits for a state, never for a time. */
export async function until(holds: () => unknown, what = holds.toString()): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
