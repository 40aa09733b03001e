import type { ConsoleState } from "../console/state.ts";
import { layouts } from "../records/layouts.ts";
import { listAddress } from "./address.ts";

/** The objects in the menu of the console's navigation tab, contacts first. */
export function consoleNavigation(): ConsoleState["navigation"]["items"] {
  const order = ["Contact", "Case", "Lead", "Account", "Opportunity", "Task", "User"];
  return [...layouts]
    .sort((one, other) => order.indexOf(one.object) - order.indexOf(other.object))
    .map(({ object, plural }) => ({ id: object, label: plural, url: listAddress(object) }));
}
