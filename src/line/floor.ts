import type { Call } from "../telephony/call.ts";

export interface FloorOptions {
  readonly calls: () => readonly Call[];
  /** Whether two calls are heard at the same time. */
  readonly together: (one: string, other: string) => boolean;
}

/** Sees to it that the agent talks in one call at a time: whoever gets the floor, the others are held. */
export class Floor {
  readonly #options: FloorOptions;

  constructor(options: FloorOptions) {
    this.#options = options;
  }

  /** The agent turns to a call. */
  give(call: Call): void {
    const { calls, together } = this.#options;
    for (const other of calls()) {
      // One that is being taken over ends by itself.
      if (other === call || other.id === call.replaces || together(other.id, call.id)) continue;
      other.setHeld(true);
    }
  }

  /** A call begins: it gets the floor once it is up, or at once when the agent began it. */
  follow(call: Call): void {
    // One that another line had stands to the others as it did there.
    if (call.direction === "outgoing" && call.state.phase !== "connected") this.give(call);
    call.on("stateChanged", ({ from, to }) => {
      if (to.phase === "connected" && from.phase !== "connected") this.give(call);
    });
  }
}
