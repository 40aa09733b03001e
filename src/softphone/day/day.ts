import { DesktopModel, type DesktopOptions } from "./desktop-model.ts";
import { obeyKeys, type KeyOptions } from "./keys.ts";
import { lockPlace } from "./place.ts";
import { PresenceModel, type PresenceOptions } from "./presence-model.ts";

/** What fills an agent's day beside calls. Loaded apart, once the view is up. */
export interface Day extends Disposable {
  readonly presence: PresenceModel;
  readonly desktop: DesktopModel;
}

/** What a {@link Day} needs of the application. */
export type DayParts = PresenceOptions & DesktopOptions & Omit<KeyOptions, "page">;

export function makeDay(parts: DayParts): Day {
  const presence = new PresenceModel(parts);
  const desktop = new DesktopModel(parts);
  const stops = [obeyKeys({ ...parts, page: window }), lockPlace(parts)];
  return {
    presence,
    desktop,
    [Symbol.dispose]() {
      for (const stop of stops) stop();
      for (const model of [presence, desktop]) model[Symbol.dispose]();
    },
  };
}
