/**
 * Asks again and again until `settled` likes the answer, and returns that answer.
 *
 * @throws Error with the last answer when `seconds` are over.
 */
export async function until<Value>(
  ask: () => Value | Promise<Value>,
  settled: (value: Value) => boolean,
  { what, seconds = 15 }: { what: string; seconds?: number },
): Promise<Value> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (settled(value)) return value;
    if (Date.now() > end) {
      throw new Error(`Waited ${seconds} s for ${what}; last seen: ${JSON.stringify(value)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
