import { sameRecord } from "../../console/record-url.ts";
import type { Players } from "../player.ts";
import { success } from "../player.ts";
import type { Scene } from "../scene.ts";

/** Plays choosing and running a macro. */
export function macroPlayers({ features }: Scene): Players {
  let selected: string | undefined;
  return {
    selectMacro(args) {
      const id = args.text("macroId");
      selected = features.macros?.find((each) => sameRecord(each, id));
      return selected === undefined ? { success: false, cause: `No macro ${id}` } : success;
    },
    runSelectedMacro: () =>
      selected === undefined ? { success: false, cause: "No macro is selected" } : success,
  };
}
