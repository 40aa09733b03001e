import type { BrowserContext, CDPSession } from "playwright-core";
import { softphoneIn } from "../e2e/support/desk.ts";
import type { Stage } from "../e2e/support/stage.ts";
import { until } from "../e2e/support/until.ts";
import { quantile, summary } from "../e2e/survival/distribution.ts";
import { pathOf } from "./paths.ts";

/** From the start of the softphone's frame until it can be used, with the CPU throttled: with the worker, and without. */
export async function measureReadiness(stage: Stage, loads: number): Promise<void> {
  const kept = await measure(stage, { loads, worker: true });
  const registering = await measure(stage, { loads, worker: false });
  for (const part of ["shown", "both"] as const) {
    const ratio = quantile(registering[part], 0.5) / quantile(kept[part], 0.5);
    console.log(
      `A phone that registers on each load: ${ratio.toFixed(1)} times as long (${part}).`,
    );
  }
}

/** In milliseconds, a number for each load. */
interface Readiness {
  /** The line's true state is shown, and calls are possible. */
  readonly shown: number[];
  /** Salesforce's page was asked to make numbers dial. */
  readonly clickable: number[];
  readonly both: number[];
}

async function measure(
  stage: Stage,
  { loads, worker }: { loads: number; worker: boolean },
): Promise<Readiness> {
  const agent = await stage.anotherAgent();
  if (!worker) await agent.addInitScript(() => Reflect.deleteProperty(window, "SharedWorker"));
  const told = await hearTimes(agent);
  const page = await agent.newPage();
  await page.goto(`${stage.crm}/home`);
  await softphoneIn(page).says(/Registered/);
  const slowed = await slowDown(await agent.newCDPSession(page));
  const times: Readiness = { shown: [], clickable: [], both: [] };
  for (let load = 0; load < loads; load++) {
    told.clear();
    await page.goto(stage.crm + pathOf(load), { waitUntil: "commit" });
    const { began, ready, clickToDial } = await allOf(told);
    times.shown.push(ready - began);
    times.clickable.push(clickToDial - began);
    times.both.push(Math.max(ready, clickToDial) - began);
    // An agent looks at a page before the next: it is whole by then, and the browser has kept its scripts compiled.
    await page.waitForLoadState("networkidle");
  }
  await agent.close();
  const name = worker ? "line kept in its worker" : "worker switched off, registers each time";
  console.log(`\nFrom the frame's start to ready, CPU throttled four times (${name}):`);
  console.log(`  line's state shown, calls possible:  ${summary(times.shown)}`);
  console.log(`  click-to-dial enabled in Salesforce: ${summary(times.clickable)}`);
  console.log(`  both, in ms: ${summary(times.both)} (${slowed.frames} frames were slowed down)`);
  return times;
}

/** The softphone's frame is in another process than the page: each is slowed down before its first script runs. */
async function slowDown(session: CDPSession): Promise<{ frames: number }> {
  const slowed = { frames: 0 };
  const slow = { id: 1, method: "Emulation.setCPUThrottlingRate", params: { rate: 4 } };
  const go = { id: 2, method: "Runtime.runIfWaitingForDebugger" };
  session.on("Target.attachedToTarget", ({ sessionId }) => {
    for (const order of [slow, go]) {
      const message = JSON.stringify(order);
      // A frame may be gone before it hears.
      session.send("Target.sendMessageToTarget", { sessionId, message }).catch(() => undefined);
    }
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    if (message.includes('"id":1')) slowed.frames += message.includes("error") ? 0 : 1;
  });
  await session.send("Emulation.setCPUThrottlingRate", slow.params);
  const options = { autoAttach: true, waitForDebuggerOnStart: true, flatten: false };
  await session.send("Target.setAutoAttach", options);
  return slowed;
}

const moments = ["began", "ready", "clickToDial"] as const;
type Moment = (typeof moments)[number];
type Times = Map<string, number>;

/** The pages tell when something happens: asking them again and again would keep them from it. */
async function hearTimes(agent: BrowserContext): Promise<Times> {
  const told: Times = new Map();
  const hear = (_source: object, name: string, at: number) => void told.set(name, Math.round(at));
  await agent.exposeBinding("tellTime", hear);
  await agent.addInitScript(tellWhenReady);
  await agent.addInitScript(tellClickToDial);
  return told;
}

async function allOf(told: Times): Promise<Record<Moment, number>> {
  const isWhole = () => moments.every((moment) => told.has(moment));
  await until(isWhole, Boolean, { what: "the softphone to be ready" });
  return Object.fromEntries(told) as Record<Moment, number>; // as was looked at
}

declare global {
  interface Window {
    readonly tellTime: (name: Moment, at: number) => void;
  }
}

/** Runs in every frame before its scripts: Salesforce's page tells when its script's message reaches it. */
function tellClickToDial() {
  if (window.parent !== window) return;
  // What goes over this wire as "enable" comes once for each page.
  window.addEventListener("message", ({ data }) => {
    if (String(data).includes("enableClickToDial")) window.tellTime("clickToDial", Date.now());
  });
}

/** Runs in every frame before its scripts: tells when the softphone says that it is registered and can be used. */
function tellWhenReady() {
  // Without a name: what carries names over does not exist in the page.
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector("[role=status]")?.textContent.includes("Registered")) return;
    if (!document.querySelector(".dialer button[type=submit]:enabled")) return;
    observer.disconnect();
    window.tellTime("ready", Date.now());
    window.tellTime("began", performance.timeOrigin);
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
}
