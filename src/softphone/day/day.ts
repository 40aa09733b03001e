import { DesktopModel, type DesktopOptions } from "./desktop-model.ts";
import { obeyKeys, type KeyOptions } from "./keys.ts";
import { LogModel, type LogOptions } from "./log-model.ts";
import { lockPlace } from "./place.ts";
import { PresenceModel, type PresenceOptions } from "./presence-model.ts";

/** What fills an agent's day beside calls. Loaded apart, once the view is up. */
export interface Day extends Disposable {
  readonly presence: PresenceModel;
  readonly desktop: DesktopModel;
  readonly log: LogModel;
}

/** What a {@link Day} needs of the application. */
export type DayParts = PresenceOptions & DesktopOptions & LogOptions & Omit<KeyOptions, "page">;

export function makeDay(parts: DayParts): Day {
  const presence = new PresenceModel(parts);
  const desktop = new DesktopModel(parts);
  const log = new LogModel(parts);
  const stops = [obeyKeys({ ...parts, page: window }), lockPlace(parts)];
  return {
    presence,
    desktop,
    log,
    [Symbol.dispose]() {
      for (const stop of stops) stop();
      for (const model of [log, presence, desktop]) model[Symbol.dispose]();
    },
  };
}
