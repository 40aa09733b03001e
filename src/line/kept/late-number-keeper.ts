import type { CallRecord } from "../call-record.ts";
import type { KeptCommand } from "../protocol-kept.ts";
import type { NumberKeeper } from "./number-keeper.ts";

type Listener = Parameters<NumberKeeper["obey"]>[0];

export function isAboutKept(command: { readonly type: string }): command is KeptCommand {
  return command.type === "askKept" || command.type === "setFavourite";
}

/** A {@link NumberKeeper} whose code is loaded when there is something to keep; what it is told is done in order. */
export class LateNumberKeeper {
  readonly #load: () => Promise<NumberKeeper>;
  #keeper: Promise<NumberKeeper> | undefined;

  /** @param load - Makes the real one; by default one that forgets when the line ends. */
  constructor(load = forgetful) {
    this.#load = load;
  }

  belongTo(owner: string | undefined): Promise<void> {
    return this.#tell((keeper) => keeper.belongTo(owner));
  }

  note(records: readonly CallRecord[]): void {
    if (records.length > 0) void this.#tell((keeper) => keeper.note(records));
  }

  forgetRecents(): void {
    void this.#tell((keeper) => keeper.forgetRecents());
  }

  obey(view: Listener, command: KeptCommand): void {
    void this.#tell((keeper) => keeper.obey(view, command));
  }

  async #tell(act: (keeper: NumberKeeper) => void | Promise<void>): Promise<void> {
    this.#keeper ??= this.#load();
    await act(await this.#keeper);
  }
}

async function forgetful(): Promise<NumberKeeper> {
  const kept = await import("../late.ts");
  return new kept.NumberKeeper();
}
