import { withDeadline } from "../../../base/deadline.ts";
import { PrimaryTabs, Subtabs, Tabs, type ConsoleLink } from "../../../toolkits/console/index.ts";
import { isSameRecord } from "../../../toolkits/opencti/index.ts";
import type { CrmPage, OpenOptions } from "../../call-layout.ts";
import { addressOf } from "./address.ts";

/** How long the open tabs may take to say what is on them, in milliseconds: one that still loads says nothing. */
const patience = 600;

/** A tab that is open: a primary one, or a subtab of it. */
interface Place {
  readonly primary: string;
  readonly subtab?: string;
}

/** How a tab is to come. */
interface Coming {
  readonly activate: boolean;
  readonly label?: string;
  readonly name?: string;
}

/** Opens pages in the console's tabs; where a record is on a tab already, that one comes to the front instead. */
export class ConsoleOpener {
  readonly #primary: PrimaryTabs;
  readonly #subtabs: Subtabs;
  readonly #tabs: Tabs;

  constructor(link: ConsoleLink) {
    this.#primary = new PrimaryTabs(link);
    this.#subtabs = new Subtabs(link);
    this.#tabs = new Tabs(link);
  }

  /** @param activate - Whether the page comes to the front. */
  async open(page: CrmPage, options: OpenOptions, activate: boolean): Promise<void> {
    const { label, call, within } = options;
    const open = await this.#placeOf(page);
    if (open) {
      if (activate) await this.#focus(open);
      return;
    }
    const name = call && `call-${call}`;
    if (!within) {
      await this.#openPrimary(page, comingOf({ activate, label, name }));
      return;
    }
    const { primary } = (await this.#placeOf(within)) ?? {
      primary: await this.#openPrimary(within, comingOf({ activate, label: within.label, name })),
    };
    const coming = comingOf({ activate, label, name: name && `${name}-record` });
    await this.#subtabs.openSubtab(primary, addressOf(page), coming);
    if (activate) await this.#primary.focusPrimaryTabById(primary);
  }

  #openPrimary(page: CrmPage, coming: Coming): Promise<string> {
    return this.#primary.openPrimaryTab(addressOf(page), coming);
  }

  /** Its primary tab as well: a subtab alone may stay behind another. */
  async #focus({ primary, subtab }: Place): Promise<void> {
    await this.#primary.focusPrimaryTabById(primary);
    if (subtab !== undefined) await this.#subtabs.focusSubtabById(subtab);
  }

  /** Where a record is open already. */
  async #placeOf(page: CrmPage): Promise<Place | undefined> {
    if (page.shows !== "record") return undefined;
    const { id } = page.record;
    const primaries = await this.#primary.getPrimaryTabIds().catch(() => []);
    const places = await Promise.all(primaries.map((primary) => this.#within(primary, id)));
    return places.find((place) => place !== undefined);
  }

  async #within(primary: string, record: string): Promise<Place | undefined> {
    const [isHere, subtabs] = await Promise.all([
      this.#shows(primary, record),
      this.#subtabs.getSubtabIds(primary).catch(() => []),
    ]);
    if (isHere) return { primary };
    const shown = await Promise.all(
      subtabs.map(async (each) => ((await this.#shows(each, record)) ? [each] : [])),
    );
    const [subtab] = shown.flat();
    return subtab === undefined ? undefined : { primary, subtab };
  }

  async #shows(tab: string, record: string): Promise<boolean> {
    try {
      const page = await withDeadline(this.#tabs.getPageInfo(tab), patience, "a tab's page");
      return isSameRecord(page.objectId ?? "", record);
    } catch {
      return false;
    }
  }
}

/** The toolkit knows no `undefined` but absence. */
function comingOf(given: {
  readonly activate: boolean;
  readonly label: string | undefined;
  readonly name: string | undefined;
}): Coming {
  const { activate, label, name } = given;
  return { activate, ...(label && { label }), ...(name && { name }) };
}
