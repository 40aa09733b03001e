import { useDesk } from "../desk-context.ts";
import { ToolDrawer } from "../tools/ToolDrawer.tsx";
import { ConsoleFooter } from "./ConsoleFooter.tsx";
import { NavigationTab } from "./NavigationTab.tsx";
import { PrimaryTabPanel } from "./PrimaryTabPanel.tsx";
import { NavigationMenu } from "./NavigationMenu.tsx";
import { TabStrip } from "./TabStrip.tsx";

/** The Service Console: one page that is never left; everything opens in its tabs. */
export function ServiceConsole() {
  const { salesforce } = useDesk();
  const { primaryTabs, focusedPrimaryTab, navigation } = salesforce.console.value;
  const chosen = navigation.items.find(({ id }) => id === navigation.selected);
  const navigationTab = { id: "navigation", label: chosen?.label ?? "Lists" };
  const focus = (id: string) => {
    if (id === navigationTab.id) salesforce.selectNavigation(navigation.selected);
    else salesforce.focusTab(id);
  };
  return (
    <div class="console">
      <ConsoleHeader />
      <nav class="primary-bar" aria-label="Primary tabs">
        <NavigationMenu />
        <TabStrip
          label="Primary tabs"
          tabs={[navigationTab, ...primaryTabs]}
          focused={focusedPrimaryTab ?? navigationTab.id}
          onFocus={focus}
        />
      </nav>
      <main class="console-main">
        <NavigationTab hidden={focusedPrimaryTab !== undefined} />
        {primaryTabs.map((tab) => (
          <PrimaryTabPanel key={tab.id} tab={tab} hidden={tab.id !== focusedPrimaryTab} />
        ))}
      </main>
      <Refusal />
      <ConsoleFooter />
      <ToolDrawer />
    </div>
  );
}

function ConsoleHeader() {
  const { salesforce, attempt } = useDesk();
  const search = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("str");
    if (typeof text !== "string" || text === "") return;
    attempt(() => salesforce.open(`/search?str=${encodeURIComponent(text)}`));
  };
  return (
    <header class="masthead">
      <strong class="brand">Service Console</strong>
      <form role="search" onSubmit={search}>
        <input name="str" type="search" aria-label="Search" placeholder="Search…" />
        <button type="submit">Search</button>
      </form>
      <div class="masthead-links">
        <a href="/home">Standard tabs</a>
        <button type="button" onClick={() => salesforce.logOut()}>
          Log out
        </button>
      </div>
    </header>
  );
}

/** What Salesforce would not do for the agent, such as opening one tab too many. */
function Refusal() {
  const { refusal } = useDesk();
  if (refusal.value === "") return <></>;
  return (
    <p class="refusal console-refusal" role="alert">
      {refusal.value}{" "}
      <button type="button" class="button" onClick={() => (refusal.value = "")}>
        OK
      </button>
    </p>
  );
}
