import type { Stop } from "../base/emitter.ts";
import type { CrmModel } from "./crm-model.ts";
import { keepWishes } from "./phone-wishes.ts";
import { tidyUp } from "./tidy-up.ts";
import type { TurnKeeperOptions } from "./turn-keeper.ts";

export { signInCommands } from "./account.ts";

/** What a view sees to by itself, beside what the agent does. Loaded once it is up. */
export function keepUp(options: TurnKeeperOptions & { readonly crm: CrmModel }): Stop {
  const stops = [keepWishes(options), tidyUp(options.link, options.crm)];
  return () => {
    for (const stop of stops) stop();
  };
}
