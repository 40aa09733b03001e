import { type ReadonlySignal, signal } from "@preact/signals";
import { Emitter } from "../../base/emitter.ts";
import type { ConsoleFeatures } from "./features.ts";
import { omit } from "./omit.ts";
import { factOf, newTab, type Opening, openingOf, type TabFact, withFocused } from "./opening.ts";
import { mayOpen, recordIdIn } from "./record-url.ts";
import { SalesforceError } from "./salesforce-error.ts";
import type { ConsoleState, ConsoleTab, PrimaryTab } from "./state.ts";
import {
  changeTab,
  findRecord,
  findTab,
  frontTab,
  neighbour,
  type Place,
  tabOf,
  without,
} from "./tab-lookup.ts";

export interface TabEvents {
  opened: TabFact;
  closed: TabFact;
  refreshed: TabFact;
  /** The agent saved what was unsaved. */
  saved: TabFact;
  /** `undefined`: the navigation tab came to the front. */
  primaryFocused: TabFact | undefined;
  subtabFocused: TabFact;
}

/** The tabs of a console window, and the rules by which they open, come to the front and close. */
export class ConsoleTabs {
  readonly events = new Emitter<TabEvents>();
  readonly #state;
  readonly #features: ConsoleFeatures;
  readonly #details = new Map<string, string>();
  #closed: { opening: Opening; subtabOf?: string }[] = [];
  #primaries = 0;
  #subtabs = 0;

  constructor(navigation: ConsoleState["navigation"], features: ConsoleFeatures) {
    this.#state = signal<ConsoleState>({ primaryTabs: [], navigation });
    this.#features = features;
  }

  get state(): ReadonlySignal<ConsoleState> {
    return this.#state;
  }

  get front(): Place | undefined {
    return frontTab(this.#now);
  }

  get primaryTabs(): readonly PrimaryTab[] {
    return this.#now.primaryTabs;
  }

  /** The tab with this Id; a details page's Id finds its primary tab. */
  find(id: string): Place | undefined {
    return findTab(this.primaryTabs, this.#primaryOfDetails(id) ?? id);
  }

  /** As {@link ConsoleTabs.find}, for those who cannot go on without. */
  get(id: string): Place {
    const place = this.find(id);
    if (place === undefined) throw new SalesforceError("notFound", `No tab ${id}`);
    return place;
  }

  /** The Id by which the toolkit knows a primary tab's own page. */
  detailsId(primary: string): string {
    return this.#details.get(primary) ?? primary;
  }

  /** Opens a primary tab and returns its Id. A record that is open already comes to the front instead. */
  openPrimary(opening: Opening): string {
    this.#check(opening.url);
    const existing =
      this.#reused(opening) ?? findRecord(this.primaryTabs, recordIdIn(opening.url))?.id;
    if (existing !== undefined) return this.#show(existing, opening);
    refuseBeyond(this.#features.maxPrimaryTabs, this.primaryTabs.length);
    const detailsId = `scc-st-${++this.#subtabs}`;
    const tab = { ...newTab(`scc-pt-${++this.#primaries}`, opening), subtabs: [], detailsId };
    this.#details.set(tab.id, detailsId);
    this.#change({ primaryTabs: [...this.primaryTabs, tab] });
    return this.#opened(tab, opening);
  }

  /** Opens a subtab and returns its Id. */
  openSubtab(primaryId: string, opening: Opening): string {
    this.#check(opening.url);
    const { primary } = this.get(primaryId);
    const existing =
      this.#reused(opening) ??
      findRecord([primary, ...primary.subtabs], recordIdIn(opening.url))?.id;
    if (existing !== undefined) return this.#show(existing, opening);
    refuseBeyond(this.#features.maxSubtabs, primary.subtabs.length);
    const tab = newTab(`scc-st-${++this.#subtabs}`, opening);
    this.#changePrimary(primary.id, { subtabs: [...primary.subtabs, tab] });
    return this.#opened(tab, opening);
  }

  /** Brings a tab to the front, or with `undefined` the navigation tab. */
  focus(id: string | undefined): void {
    if (id === undefined) {
      this.#set(omit(this.#now, "focusedPrimaryTab"));
      return;
    }
    const { primary, subtab } = this.get(id);
    // A primary tab comes to the front with whatever was in front of it; its details page says so itself.
    const inner =
      id === this.detailsId(primary.id) ? undefined : (subtab?.id ?? primary.focusedSubtab);
    this.#set({
      ...this.#now,
      primaryTabs: this.primaryTabs.map((tab) =>
        tab.id === primary.id ? withFocused(tab, inner) : tab,
      ),
      focusedPrimaryTab: primary.id,
    });
  }

  /** Changes how a tab looks or behaves. */
  alter(id: string, change: Partial<ConsoleTab>): void {
    this.#change({
      primaryTabs: changeTab(this.primaryTabs, tabOf(this.get(id)).id, change),
    });
  }

  /** Makes the page in a tab load again. */
  refresh(id: string): void {
    const tab = tabOf(this.get(id));
    this.alter(tab.id, { revision: tab.revision + 1 });
    this.events.emit("refreshed", factOf(tab));
  }

  close(id: string): void {
    const place = this.get(id);
    const { primary, subtab } = place;
    const tab = tabOf(place);
    if (!tab.closable) throw new SalesforceError("notAllowed", `Tab ${id} may not be closed`);
    this.#closed.push({ opening: openingOf(tab), ...(subtab ? { subtabOf: primary.id } : {}) });
    if (subtab === undefined) this.#removePrimary(primary);
    else this.#removeSubtab(primary, subtab);
    for (const gone of subtab ? [subtab] : [...primary.subtabs, primary]) {
      this.events.emit("closed", factOf(gone));
    }
  }

  /** Opens again what was closed last. */
  reopen(): string {
    const last = this.#closed.pop();
    if (last === undefined) throw new SalesforceError("notFound", "No tab was closed");
    const { opening, subtabOf } = last;
    return subtabOf !== undefined && this.find(subtabOf) !== undefined
      ? this.openSubtab(subtabOf, opening)
      : this.openPrimary(opening);
  }

  selectNavigation(selected: string): void {
    const { navigation } = this.#now;
    if (!navigation.items.some(({ id }) => id === selected)) {
      throw new SalesforceError("notFound", `No list ${selected}`);
    }
    this.#change({ navigation: { ...navigation, selected } });
    this.focus(undefined);
  }

  get #now(): ConsoleState {
    return this.#state.peek();
  }

  #primaryOfDetails(id: string): string | undefined {
    return [...this.#details].find(([, details]) => details === id)?.[0];
  }

  #check(url: string): void {
    if (mayOpen(url, this.#features.allowedHosts ?? [])) return;
    throw new SalesforceError("badUrl", `May not open ${url}`);
  }

  #reused({ id }: Opening): string | undefined {
    return id === undefined ? undefined : this.find(id) && id;
  }

  #show(id: string, { url, label, name, activate }: Opening): string {
    const tab = tabOf(this.get(id));
    const recordId = recordIdIn(url);
    const moved = url === tab.url ? {} : { url, revision: tab.revision + 1 };
    this.alter(id, {
      ...moved,
      ...(recordId === undefined ? {} : { recordId }),
      ...(label === undefined ? {} : { label }),
      ...(name === undefined ? {} : { name }),
    });
    if (activate) this.focus(id);
    return tab.id;
  }

  #opened(tab: ConsoleTab, { activate }: Opening): string {
    this.events.emit("opened", factOf(tab));
    if (activate) this.focus(tab.id);
    return tab.id;
  }

  #removePrimary(primary: PrimaryTab): void {
    const next = neighbour(this.primaryTabs, primary.id)?.id;
    const focused = this.#now.focusedPrimaryTab;
    const front = focused === primary.id ? next : focused;
    this.#details.delete(primary.id);
    this.#set({
      ...omit(this.#now, "focusedPrimaryTab"),
      primaryTabs: without(this.primaryTabs, primary.id),
      ...(front === undefined ? {} : { focusedPrimaryTab: front }),
    });
  }

  #removeSubtab(primary: PrimaryTab, subtab: ConsoleTab): void {
    const next = neighbour(primary.subtabs, subtab.id)?.id;
    const front = primary.focusedSubtab === subtab.id ? next : primary.focusedSubtab;
    const left = { ...primary, subtabs: without(primary.subtabs, subtab.id) };
    this.#change({
      primaryTabs: this.primaryTabs.map((tab) =>
        tab.id === primary.id ? withFocused(left, front) : tab,
      ),
    });
  }

  #changePrimary(id: string, change: Partial<PrimaryTab>): void {
    this.#change({
      primaryTabs: this.primaryTabs.map((tab) => (tab.id === id ? { ...tab, ...change } : tab)),
    });
  }

  #change(change: Partial<ConsoleState>): void {
    this.#set({ ...this.#now, ...change });
  }

  /** The one place where the state changes, so that no change of what is in front goes unsaid. */
  #set(next: ConsoleState): void {
    const before = this.#now;
    this.#state.value = next;
    const [was, is] = [frontTab(before), frontTab(next)];
    if (before.focusedPrimaryTab !== next.focusedPrimaryTab) {
      this.events.emit("primaryFocused", is && factOf(is.primary));
    }
    if (is === undefined || (was && tabOf(was).id === tabOf(is).id)) return;
    const { recordId } = tabOf(is);
    this.events.emit("subtabFocused", {
      id: is.subtab?.id ?? this.detailsId(is.primary.id),
      recordId,
    });
  }
}

function refuseBeyond(limit: number | undefined, open: number): void {
  if (limit === undefined || open < limit) return;
  throw new SalesforceError("limit", `No more than ${limit} tabs may be open`);
}
