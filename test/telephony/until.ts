/** Waits until `look` finds something; fails with what was waited for. */
export async function until<Found>(
  look: () => Maybe<Found> | Promise<Maybe<Found>>,
  awaited: string,
  milliseconds = 5_000,
): Promise<Found> {
  for (const start = performance.now(); ; await new Promise((resolve) => setTimeout(resolve, 4))) {
    const found = await look();
    if (found) return found;
    if (performance.now() - start > milliseconds) throw new Error(`Waited in vain for ${awaited}`);
  }
}

type Maybe<Found> = Found | undefined | false | null;
