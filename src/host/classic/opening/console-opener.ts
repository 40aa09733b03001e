import { withDeadline } from "../../../base/deadline.ts";
import { PrimaryTabs, Subtabs, Tabs, type ConsoleLink } from "../../../toolkits/console/index.ts";
import { isSameRecord } from "../../../toolkits/opencti/index.ts";
import type { CrmPage, OpenOptions } from "../../call-layout.ts";
import { addressOf } from "./address.ts";

/** How long the open tabs may take to say what is on them, in milliseconds: one that still loads says nothing. */
const patience = 600;

/** How a tab is to come. */
interface Opening {
  readonly activate: boolean;
  readonly label: string | undefined;
  readonly name: string | undefined;
}

/** Opens pages in the console's tabs: a record that a primary tab shows already comes to the front instead. */
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
    const name = call && `call-${call}`;
    if (!within) {
      await this.#openPrimary(page, { activate, label, name });
      return;
    }
    const tab = await this.#openPrimary(within, { activate, label: within.label, name });
    const subtab = { activate, ...(label && { label }), ...(name && { name: `${name}-record` }) };
    await this.#subtabs.openSubtab(tab, addressOf(page), subtab);
  }

  async #openPrimary(page: CrmPage, { activate, label, name }: Opening): Promise<string> {
    const open = page.shows === "record" ? await this.#tabOf(page.record.id) : undefined;
    if (open === undefined)
      return this.#primary.openPrimaryTab(addressOf(page), {
        activate,
        ...(label && { label }),
        ...(name && { name }),
      });
    if (activate) await this.#primary.focusPrimaryTabById(open);
    return open;
  }

  /** The primary tab that shows a record. */
  async #tabOf(record: string): Promise<string | undefined> {
    const ids = await this.#primary.getPrimaryTabIds().catch(() => []);
    const found = ids.map(async (id) => {
      const page = withDeadline(this.#tabs.getPageInfo(id), patience, "the page in a tab");
      const { objectId = "" } = await page.catch(() => ({ objectId: undefined }));
      return isSameRecord(objectId, record) ? [id] : [];
    });
    return (await Promise.all(found)).flat()[0];
  }
}
