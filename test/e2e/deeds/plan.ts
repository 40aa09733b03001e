import type { Random } from "../../../src/workbench/records/random.ts";

const deeds = ["go", "go", "go", "open", "close", "crash", "crashPhone"] as const;
const paths = ["/home", "/003", "/001", "/home?again"] as const;

/** What happens to one of the agent's tabs. */
export interface Disturbance {
  readonly deed: (typeof deeds)[number];
  /** Which tab, as a share of however many there are then. */
  readonly which: number;
  /** Where a tab goes that goes anywhere. */
  readonly path: string;
}

/** What happens to the tabs while a call rings, while it is talked on, and after its end. */
export interface PlannedCall {
  readonly ringing: readonly Disturbance[];
  readonly talking: readonly Disturbance[];
  readonly ended: readonly Disturbance[];
}

/** Draws all chances of a run before it begins, so that what a slow machine has to try twice changes none of them. */
export function planCalls(random: Random, calls: number): readonly PlannedCall[] {
  const some = () => Array.from({ length: random.below(3) }, () => disturbance(random));
  return Array.from({ length: calls }, () => ({
    ringing: some(),
    talking: some(),
    ended: some(),
  }));
}

function disturbance(random: Random): Disturbance {
  return { deed: random.pick(deeds), which: random.next(), path: random.pick(paths) };
}
