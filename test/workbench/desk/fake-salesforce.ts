import { signal } from "@preact/signals";
import { consoleNavigation } from "../../../src/workbench/desk/console-navigation.ts";
import type {
  ClickToDial,
  ConsoleState,
  ConsoleTab,
  PlayedSalesforce,
  PrimaryTab,
  SoftphonePanel,
  WireEntry,
} from "../../../src/workbench/console/state.ts";

/** A played Salesforce without a wire: opens tabs as asked, and remembers what the desk did. */
export function fakeSalesforce(mode: "console" | "tabs" = "console") {
  const state = signal<ConsoleState>({
    primaryTabs: [],
    navigation: { selected: "Contact", items: consoleNavigation() },
  });
  const softphone = signal<SoftphonePanel>({
    visible: false,
    width: 260,
    height: 400,
    button: { text: "", style: "" },
    popoutable: false,
    poppedOut: false,
    clickToDial: true,
  });
  const wire = signal<readonly WireEntry[]>([]);
  const titleQueue = signal<readonly string[]>([]);
  const navigateTo = signal<string | undefined>(undefined);
  const clicks: ClickToDial[] = [];
  const saves: { id: string; created: boolean }[] = [];
  const connected: { frame: HTMLIFrameElement; nonce: string; origin: string }[] = [];
  let made = 0;
  let loggedOut = false;

  const tabFor = (id: string, url: string): ConsoleTab => ({
    id,
    url,
    label: url,
    pinned: false,
    dirty: false,
    closable: true,
    revision: 0,
  });
  const change = (tabs: readonly PrimaryTab[], focused?: string) => {
    const { navigation } = state.value;
    const focus = focused === undefined ? {} : { focusedPrimaryTab: focused };
    state.value = { navigation, primaryTabs: tabs, ...focus };
  };
  const changeTab = (id: string, changed: Partial<ConsoleTab>) => {
    const { primaryTabs, focusedPrimaryTab } = state.value;
    const changeOne = <Tab extends ConsoleTab>(tab: Tab): Tab =>
      tab.id === id ? { ...tab, ...changed } : tab;
    change(
      primaryTabs.map((tab) => changeOne({ ...tab, subtabs: tab.subtabs.map(changeOne) })),
      focusedPrimaryTab,
    );
  };

  const salesforce: PlayedSalesforce = {
    mode,
    console: state,
    softphone,
    wire,
    titleQueue,
    navigateTo,
    connectFrame(frame, details) {
      connected.push({ frame, ...details });
      return () => void connected.pop();
    },
    clickToDial: (click) => void clicks.push(click),
    toggleSoftphone() {
      softphone.value = { ...softphone.value, visible: !softphone.value.visible };
    },
    open(url, where = {}) {
      made++;
      const { primaryTabs } = state.value;
      const parent = primaryTabs.find(({ id }) => id === where.subtabOf);
      if (url === "/refused") throw new Error("One tab too many");
      if (!parent) {
        const tab = { ...tabFor(`scc-pt-${made}`, url), subtabs: [] };
        change([...primaryTabs, tab], tab.id);
        return;
      }
      const subtab = tabFor(`scc-st-${made}`, url);
      const grown = { ...parent, subtabs: [...parent.subtabs, subtab], focusedSubtab: subtab.id };
      change(
        primaryTabs.map((tab) => (tab === parent ? grown : tab)),
        parent.id,
      );
    },
    focusTab(id) {
      const { primaryTabs } = state.value;
      const owner = primaryTabs.find((tab) => tab.subtabs.some((subtab) => subtab.id === id));
      const tabs = primaryTabs.map((tab) => {
        if (tab === owner) return { ...tab, focusedSubtab: id };
        return tab.id === id ? withoutSubtabInFront(tab) : tab;
      });
      change(tabs, owner?.id ?? id);
    },
    closeTab(id) {
      change(state.value.primaryTabs.filter((tab) => tab.id !== id));
    },
    selectNavigation(id) {
      const { primaryTabs, navigation } = state.value;
      state.value = { primaryTabs, navigation: { ...navigation, selected: id } };
    },
    pinTab: (id, pinned) => changeTab(id, { pinned }),
    setDirty: (id, dirty) => changeTab(id, { dirty }),
    logOut() {
      loggedOut = true;
      navigateTo.value = "/secur/logout.jsp";
    },
    recordSaved: (record, created) => void saves.push({ id: record.Id, created }),
  };
  return {
    salesforce,
    softphone,
    clicks,
    saves,
    connected,
    wire,
    titleQueue,
    navigateTo,
    loggedOut: () => loggedOut,
    changeTab,
  };
}

function withoutSubtabInFront({ subtabs, ...tab }: PrimaryTab): PrimaryTab {
  const { focusedSubtab, ...rest } = { ...tab, subtabs };
  return focusedSubtab === undefined ? { ...tab, subtabs } : rest;
}
