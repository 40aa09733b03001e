import "../workbench/desk/desk.css";
import { httpStore } from "../workbench/records/http-store.ts";
import { playSalesforce } from "../workbench/players/play-salesforce.ts";
import { decodeConfig, type WorkbenchConfig } from "../workbench/desk/config.ts";
import type { Desk } from "../workbench/desk/desk-context.ts";
import { connectEarlyFrame } from "../workbench/desk/early-frame.ts";
import { consoleNavigation } from "../workbench/desk/console-navigation.ts";
import { mountDesk } from "../workbench/desk/mount-desk.tsx";

const store = httpStore("/crm");
const url = location.pathname + location.search;
const mode = location.pathname === "/console" ? "console" : "tabs";

function deskWith(config: WorkbenchConfig): Desk {
  const salesforce = playSalesforce({
    mode,
    store,
    settings: config.settings,
    adapterUrl: config.adapterUrl,
    ...(config.layout ? { layout: config.layout } : {}),
    navigation: consoleNavigation(),
    currentUrl: url,
    openWindow: (address) => void window.open(address),
  });
  const load = (address: string) => location.assign(address);
  return { salesforce, store, config, scenarios: [], load };
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

async function start(): Promise<void> {
  const response = await (window.workbenchConfig ?? fetch("/crm/workbench.json"));
  const desk = deskWith(decodeConfig(await response.clone().json()));
  const early = await window.softphoneFrame;
  if (early) connectEarlyFrame(desk.salesforce, early);
  mountDesk(desk, { root: element("desk"), softphone: element("softphone") }, url);
  if (mode === "console" && location.hash.length > 1) {
    desk.salesforce.open(decodeURIComponent(location.hash.slice(1)));
  }
}

start().catch((error: unknown) => {
  element("desk").textContent = `The workbench could not start: ${String(error)}`;
});
