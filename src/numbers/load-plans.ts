import type { NumberingPlans } from "./numbering-plans.ts";

let loading: Promise<NumberingPlans | undefined> | undefined;

/** Loads the plans once. Resolves to `undefined` when they cannot be had: numbers then go as they are written. */
export function loadPlans(): Promise<NumberingPlans | undefined> {
  loading ??= import("./libphonenumber.ts").then(
    ({ libphonenumber }) => libphonenumber,
    () => {
      loading = undefined; // the next one may have more luck
      return undefined;
    },
  );
  return loading;
}
