import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { findBrowser } from "../../../scripts/browser.js";
import { until } from "./until.ts";

// Playwright switches storage partitioning off, which is not what agents have. The last --disable-features wins,
// so these are the others of its list.
const disabledFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "DialMediaRouteProvider",
  "GlobalMediaControls",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "Translate",
  "OptimizationHints",
];

const disable = (features: readonly string[]) => `--disable-features=${features.join(",")}`;

/** What every test browser is started with. */
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--allow-loopback-in-peer-connection",
  disable(disabledFeatures),
];

// A test browser that never throttles or hides is not the agent's browser.
const unwanted = [
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
];

/** What the agent's machine is like. */
export interface Machine {
  /** `granted`: a microphone that beeps; `refused`: the agent said no; `none`: no device. */
  readonly microphone?: "granted" | "refused" | "none";
  /** The browser lets pages make sound that nobody has touched. */
  readonly autoplay?: boolean;
  /** The browser believes every certificate; else only those that somebody it knows vouches for. */
  readonly certificates?: "any";
  /** The browser lets frames of another site store nothing. */
  readonly storage?: "refused";
}

/** A Chromium with the storage partitioning and pop-up blocker of a real one. */
export async function launchBrowser(machine: Machine = {}): Promise<Browser> {
  const { microphone = "granted", autoplay = false, storage } = machine;
  // Where storage is not partitioned by site, frames of other sites get none in a profile that keeps nothing.
  const refusal =
    storage === "refused" ? [disable([...disabledFeatures, "ThirdPartyStoragePartitioning"])] : [];
  const sound = autoplay ? ["--autoplay-policy=no-user-gesture-required"] : [];
  const trust = machine.certificates === "any" ? ["--ignore-certificate-errors"] : [];
  const device = microphone === "none" ? [] : ["--use-fake-device-for-media-stream"];
  return chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: ["--headless=new", ...flags, ...refusal, ...device, ...sound, ...trust],
    ignoreDefaultArgs: [...unwanted, "--disable-popup-blocking"],
  });
}

/** A new agent: a profile of its own, in which the CRM's origin may use the microphone or not. */
export async function newAgent(
  browser: Browser,
  { origin, microphone = "granted" }: Machine & { origin: string },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  if (microphone !== "refused") await context.grantPermissions(["microphone"], { origin });
  await context.addInitScript(watchPeerConnections);
  return context;
}

/** Runs in every frame before its scripts: keeps each peer connection where a test can ask it. */
function watchPeerConnections() {
  const peers: RTCPeerConnection[] = [];
  const Original = window.RTCPeerConnection as typeof RTCPeerConnection | undefined;
  if (!Original) return;
  Object.assign(window, { testPeers: peers });
  window.RTCPeerConnection = class extends Original {
    constructor(...options: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...options);
      // Those that are closed go: whoever counts what a page holds on to must not find them here.
      const open = peers.filter(({ connectionState }) => connectionState !== "closed");
      peers.splice(0, Infinity, ...open, this);
    }
  };
}

/** Packets and energy that reached the softphone so far, summed over its open peer connections. */
export interface Heard {
  readonly packets: number;
  readonly energy: number;
  readonly sentPackets: number;
}

/** What the softphone in `page` hears and sends. */
export async function heardBySoftphone(page: Page): Promise<Heard> {
  const frame = page.frame({ name: "sfdcSoftphone" }) ?? page.mainFrame();
  return frame.evaluate(async () => {
    const peers = (window as unknown as { testPeers?: RTCPeerConnection[] }).testPeers ?? [];
    const heard = { packets: 0, energy: 0, sentPackets: 0 };
    for (const peer of peers.filter((each) => each.connectionState !== "closed")) {
      for (const report of (await peer.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (report.type === "inbound-rtp") {
          heard.packets += Number(report.packetsReceived ?? 0);
          heard.energy += Number(report.totalAudioEnergy ?? 0);
        }
        if (report.type === "outbound-rtp") heard.sentPackets += Number(report.packetsSent ?? 0);
      }
    }
    return heard;
  });
}

/** The microphones by which the softphone in `page` speaks, by their labels. */
export async function microphonesOf(page: Page): Promise<readonly string[]> {
  const frame = page.frame({ name: "sfdcSoftphone" }) ?? page.mainFrame();
  return frame.evaluate(() => {
    const peers = (window as unknown as { testPeers?: RTCPeerConnection[] }).testPeers ?? [];
    return peers
      .filter(({ connectionState }) => connectionState !== "closed")
      .flatMap((peer) => peer.getSenders())
      .flatMap(({ track }) => track?.label ?? []);
  });
}

/** Waits until the softphone in `page` has heard somebody. */
export async function softphoneHears(page: Page, whom: string): Promise<void> {
  await until(
    () => heardBySoftphone(page),
    ({ energy }) => energy > 0.001,
    { what: `the softphone to hear ${whom}` },
  );
}
