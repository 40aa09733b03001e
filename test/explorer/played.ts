import { catalog, type CatalogMethod } from "../../src/explorer/catalog.ts";
import { examples } from "../../src/explorer/catalog/examples.ts";
import { makeKits, type KitOptions, type Kits } from "../../src/explorer/kits.ts";
import { consoleNavigation } from "../../src/workbench/desk/console-navigation.ts";
import { furnish, furniture } from "../../src/workbench/explorer/furnish.ts";
import type { SalesforceOptions } from "../../src/workbench/players/options.ts";
import { createOrg } from "../../src/workbench/records/org.ts";
import { Stage, type SoftphoneOptions } from "../workbench/stage.ts";

const navigation = consoleNavigation();

/** What differs from the explorer as a person opens it. */
export interface PlayedOptions {
  readonly salesforce?: Partial<SalesforceOptions>;
  readonly softphone?: SoftphoneOptions;
  readonly kits?: KitOptions;
}

/** Both toolkits of ours, over stand-ins in a frame, posting to a Salesforce that plays them. */
export class Played {
  readonly stage: Stage;
  readonly kits: Kits;

  constructor({ salesforce, softphone, kits }: PlayedOptions = {}) {
    this.stage = new Stage({ store: createOrg(), navigation, ...furniture, ...salesforce });
    furnish(this.stage.salesforce);
    const toolkits = this.stage.softphone({ entityFeedNonce: "f33d", version: 66, ...softphone });
    const apiVersion = softphone?.version ?? 66;
    const { interaction, console } = toolkits;
    this.kits = makeKits({ interaction, console, apiVersion }, { timeout: 4_000, ...kits });
  }

  /** Calls a method with what its fields are filled in with at first. */
  async call(id: string): Promise<unknown> {
    const { entry } = methodOf(id);
    if (entry.kind !== "call") throw new Error(`${id} is listened with`);
    return await entry.call(this.kits, {});
  }

  /** The first event that comes to a listener. */
  hears(id: string): { readonly event: Promise<unknown>; readonly stop: () => void } {
    const { entry } = methodOf(id);
    if (entry.kind !== "listen") throw new Error(`${id} is called`);
    let stop: () => void = () => undefined;
    const event = new Promise((resolve) => {
      stop = entry.listen(this.kits, {}, resolve);
    });
    return { event, stop: () => stop() };
  }

  [Symbol.dispose](): void {
    this.stage[Symbol.dispose]();
  }
}

function methodOf(id: string): CatalogMethod {
  const found = catalog.find((method) => method.id === id);
  if (!found) throw new Error(`No method ${id}`);
  return found;
}

/** The frame of a page that is in a tab. */
export const inSubtab = { softphone: { tabId: examples.subtab } };
