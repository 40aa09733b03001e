// Salesforce Classic, played in one browser window.
import "../workbench/desk/desk.css";
import { apexFunctions } from "../workbench/desk/apex-functions.ts";
import { decodeConfig, type WorkbenchConfig } from "../workbench/desk/config.ts";
import { consoleNavigation } from "../workbench/desk/console-navigation.ts";
import type { DeskParts } from "../workbench/desk/desk-context.ts";
import { connectEarlyFrame, type EarlyFrame } from "../workbench/desk/early-frame.ts";
import { keepFrameAddress } from "../workbench/desk/frame-address.ts";
import { chosenLayout } from "../workbench/desk/layout-choice.ts";
import { mountDesk, type DeskPlaces } from "../workbench/desk/mount-desk.tsx";
import { chosenScenario } from "../workbench/desk/scenario-choice.ts";
import { furnish, furniture } from "../workbench/explorer/furnish.ts";
import { shareWire } from "../workbench/explorer/share-wire.ts";
import { layoutChoices } from "../workbench/players/layout-choices.ts";
import type { DirectoryNumber } from "../workbench/players/options.ts";
import { playSalesforce, type SalesforceOnStage } from "../workbench/players/play-salesforce.ts";
import { httpStore } from "../workbench/records/http-store.ts";
import { scenarios } from "../workbench/scenarios/scenarios.ts";

/** Time for the softphone to hear of the log-out before its page goes. */
const farewell = 250;

const store = httpStore("/crm");
const url = location.pathname + location.search;
const inExplorer = location.pathname === "/explorer";
const mode = location.pathname === "/console" || inExplorer ? "console" : "tabs";
const chosen = chosenScenario(location.search);
const layoutName = chosenLayout(location.search);
const scenario = scenarios.find(({ name }) => name === chosen);

function deskWith(config: WorkbenchConfig) {
  const layout = config.layout ?? layoutChoices.find(({ name }) => name === layoutName)?.layout;
  const salesforce = playSalesforce({
    mode,
    store,
    settings: config.settings,
    adapterUrl: config.adapterUrl,
    navigation: consoleNavigation(),
    currentUrl: url,
    apexFunctions: apexFunctions(store),
    openWindow: (address) => void window.open(address),
    ...(layout ? { layout } : {}),
    ...(scenario ? { scenario } : {}),
    directory: directoryOf(config),
    ...(inExplorer ? furniture : {}),
  });
  return { salesforce, store, config, scenarios, load } satisfies DeskParts;
}

/** The company's numbers, as many as a directory has. */
function directoryOf({ phonebook }: WorkbenchConfig): readonly DirectoryNumber[] {
  const robots = [
    { name: "Echo", phone: "600", description: "Says what you say" },
    { name: "Tone", phone: "601", description: "A 440 Hz tone" },
  ];
  return [...robots, ...phonebook.map(({ name, number }) => ({ name, phone: number }))];
}

function load(address: string): void {
  const wait = address.startsWith("/secur/logout") ? farewell : 0;
  setTimeout(() => location.assign(address), wait);
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

function embed(salesforce: SalesforceOnStage, early: EarlyFrame): void {
  connectEarlyFrame(salesforce, early);
  if (inExplorer) shareWire(salesforce, early);
}

/** In the explorer the embedded page stays where it is, whatever it asks for. */
function places(): DeskPlaces {
  const root = element("desk");
  return inExplorer ? { root } : { root, softphone: element("softphone") };
}

async function start(): Promise<void> {
  const response = await (globalThis.workbenchConfig ?? fetch("/crm/workbench.json"));
  const config = decodeConfig(await response.clone().json());
  const { adapterUrl } = config;
  if (keepFrameAddress({ adapterUrl, toolkitVersion: scenario?.toolkitVersion })) {
    location.reload();
    return;
  }
  const desk = deskWith(config);
  if (inExplorer) furnish(desk.salesforce);
  const early = await globalThis.softphoneFrame;
  if (early) embed(desk.salesforce, early);
  mountDesk(desk, places(), url);
  if (mode === "console" && location.hash.length > 1) {
    desk.salesforce.open(decodeURIComponent(location.hash.slice(1)));
  }
}

start().catch((error: unknown) => {
  element("desk").textContent = `The workbench could not start: ${String(error)}`;
});
