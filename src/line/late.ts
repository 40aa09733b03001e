import { NumberKeeper } from "./kept/number-keeper.ts";
import { storedValues } from "./value-store.ts";

// What a line can ring without, in one piece: loaded beside it.
export { ListDesk } from "./calling-list/list-desk.ts";
export { StoredLists } from "./calling-list/stored-lists.ts";
export { DiskWishes } from "./wishes/disk-wishes.ts";
export { NumberKeeper };

export function storedNumbers(): NumberKeeper {
  const what = "recent calls and favourites";
  return new NumberKeeper(storedValues({ name: "switchhook-numbers", what }));
}
