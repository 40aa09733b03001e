import { useEffect, useState } from "preact/hooks";

/** Something that takes its time to come. */
export type Loaded<Value> =
  | { readonly phase: "loading" }
  | { readonly phase: "ready"; readonly value: Value }
  | { readonly phase: "failed"; readonly reason: string };

/** Loads once for each new `keys`; what comes too late for its keys is dropped. */
export function useLoaded<Value>(
  load: () => Promise<Value>,
  keys: readonly unknown[],
): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ phase: "loading" });
  useEffect(() => {
    let wanted = true;
    const settle = (next: Loaded<Value>) => {
      if (wanted) setLoaded(next);
    };
    load().then(
      (value) => settle({ phase: "ready", value }),
      (error: unknown) => settle({ phase: "failed", reason: reasonOf(error) }),
    );
    return () => {
      wanted = false;
    };
  }, keys);
  return loaded;
}

/** An error's own words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
