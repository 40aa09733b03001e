import { Cti } from "../../../src/toolkits/opencti/cti.ts";
import { EntityFeed } from "../../../src/toolkits/opencti/entity-feed.ts";
import { Interaction } from "../../../src/toolkits/opencti/interaction.ts";
import type {
  VendorCallback,
  VendorCti,
  VendorEntityFeed,
  VendorInteraction,
} from "../../../src/toolkits/opencti/vendor.ts";
import { openCtiFacts } from "./facts.ts";

/** Plays `sforce.interaction` without a wire: remembers what was called, answers as it was told to. */
export class FakeSalesforce {
  /** What was called, `cti.` and `entityFeed.` in front, with arguments; a callback shows as `"callback"`. */
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  readonly listeners = new Map<string, VendorCallback[]>();
  /** What listeners threw at the vendor. */
  readonly escaped: unknown[] = [];
  readonly interaction: VendorInteraction;
  readonly #answer: ((name: string) => unknown) | undefined;

  /**
   * @param answer - Makes the reply to each call. Without it, Salesforce never answers.
   * @param names - Which methods the script has.
   */
  constructor(
    answer?: (name: string) => unknown,
    names: readonly string[] = openCtiFacts.map(({ name }) => name),
  ) {
    this.#answer = answer;
    // The fixture lists every method of the three types, so these objects have them all.
    const part = (prefix: string) =>
      Object.fromEntries(
        names
          .filter((name) => name.startsWith(prefix))
          .map((name) => [
            name.slice(prefix.length),
            (...args: unknown[]) => this.#play(name, args),
          ]),
      ) as unknown;
    this.interaction = {
      ...(part("") as VendorInteraction),
      cti: part("cti.") as VendorCti,
      entityFeed: part("entityFeed.") as VendorEntityFeed,
    };
  }

  fire(name: string, event: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) {
      try {
        listener(event);
      } catch (error) {
        this.escaped.push(error);
      }
    }
  }

  #play(name: string, args: readonly unknown[]): void {
    const shown = args.map((arg) => (typeof arg === "function" ? "callback" : arg));
    this.calls.push({ name, args: shown });
    // What the wrappers pass as a function is the callback.
    const callback = args.find((arg) => typeof arg === "function") as VendorCallback | undefined;
    if (!callback) return;
    if (openCtiFacts.find((fact) => fact.name === name)?.result === "event") {
      this.listeners.set(name, [...(this.listeners.get(name) ?? []), callback]);
    } else if (this.#answer) {
      callback(this.#answer(name));
    }
  }
}

/** The toolkit's classes over a fake, and what they reported. */
export function toolkitOver(fake: FakeSalesforce, apiVersion = 66) {
  const reported: unknown[] = [];
  const options = {
    timeout: 20,
    apiVersion,
    report: (error: unknown) => void reported.push(error),
  };
  return {
    interaction: new Interaction(fake.interaction, options),
    cti: new Cti(fake.interaction.cti, options),
    entityFeed: new EntityFeed(fake.interaction.entityFeed, options),
    reported,
  };
}

export type Toolkit = ReturnType<typeof toolkitOver>;
