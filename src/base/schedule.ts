import type { Stop } from "./emitter.ts";

/** Does `act` after `milliseconds`, unless stopped before; tests have a clock of their own. */
export type Schedule = (act: () => void, milliseconds: number) => Stop;

export const schedule: Schedule = (act, milliseconds) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};
