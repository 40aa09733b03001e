import { PresenceModel, type PresenceOptions } from "./presence-model.ts";

/** What fills an agent's day beside calls. Loaded apart, once the view is up. */
export interface Day extends Disposable {
  readonly presence: PresenceModel;
}

/** What a {@link Day} needs of the application. */
export type DayParts = PresenceOptions;

export function makeDay(parts: DayParts): Day {
  const presence = new PresenceModel(parts);
  return {
    presence,
    [Symbol.dispose]() {
      presence[Symbol.dispose]();
    },
  };
}
