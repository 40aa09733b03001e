import type { ComponentChildren } from "preact";
import type { Loaded } from "./use-loaded.ts";

type WaitProps<Value> = {
  for: Loaded<Value>;
  children: (value: Value) => ComponentChildren;
};

/** Shows what has come, that it has not come yet, or why it never will. */
export function Wait<Value>({ for: loaded, children }: WaitProps<Value>) {
  if (loaded.phase === "loading") return <p class="waiting">Loading…</p>;
  if (loaded.phase === "failed") {
    return (
      <p class="refusal" role="alert">
        {loaded.reason}
      </p>
    );
  }
  return <>{children(loaded.value)}</>;
}
