// What a page load, a call and a long list cost: npm run bench (LOADS=50, CALLS=50 for more). It measures; it decides nothing.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { softphoneIn } from "../e2e/support/desk.ts";
import { Stage } from "../e2e/support/stage.ts";
import { until } from "../e2e/support/until.ts";
import { quantile, summary } from "../e2e/survival/distribution.ts";
import { Talk } from "../e2e/survival/talk.ts";
import { measureCallSetUp } from "./call-setup.ts";
import { measureNumberList } from "./number-list.ts";

const loads = Number(process.env.LOADS ?? 20);
const paths = ["/003/o", "/001/o", "/home", "/500/o"];
const pathOf = (load: number) => paths[load % paths.length] ?? "/home";

const bundles = await mkdtemp(join(tmpdir(), "switchhook-bench-"));
execFileSync("npx", ["webpack", "--mode", "production", "--output-path", bundles]);
let slowedDown = 0;
const stage = await Stage.open({ demo: { bundles } });
try {
  await measureGaps();
  const kept = await measureReadiness({ worker: true });
  const registering = await measureReadiness({ worker: false });
  const ratio = quantile(registering, 0.5) / quantile(kept, 0.5);
  console.log(`\nA phone that registers on each load takes ${ratio.toFixed(1)} times as long.`);
  await measureCallSetUp(bundles);
  await measureNumberList(stage);
} finally {
  await stage.close();
  await rm(bundles, { recursive: true });
}

/** The silence that a page load makes, at both ends of one call. */
async function measureGaps(): Promise<void> {
  const page = await stage.visit("/home");
  await softphoneIn(page).says(/Registered/);
  const talk = new Talk(stage, page);
  await talk.dial("601");
  await talk.connected();
  await talk.isHeardBothWays();
  const [here, there]: [number[], number[]] = [[], []];
  for (let load = 0; load < loads; load++) {
    talk.exchange.mark(talk.id);
    await page.goto(stage.crm + pathOf(load), { waitUntil: "commit" });
    here.push(1_000 * (await gapOnCard(talk)));
    const { packets } = talk.there.heard;
    await until(
      () => talk.there.heard.packets,
      (now) => now > packets + 25,
      { what: "the robot to hear the agent" },
    );
    there.push(talk.there.heard.longestGapMs);
  }
  await talk.hangUp();
  await page.close();
  console.log(`\nSilence at a page load, in ms, over ${loads} loads in one call:`);
  console.log(`  agent's end (page gone until sound is back): ${summary(here)}`);
  console.log(`  other end (longest time without a packet):   ${summary(there)}`);
}

async function gapOnCard({ phone }: Talk): Promise<number> {
  const news = phone.region.getByText(/Sound back after/);
  await news.waitFor();
  return Number(/[\d.]+/.exec((await news.textContent()) ?? "")?.[0]);
}

/** From the start of the softphone's frame to the true state shown and calls possible, with the CPU throttled. */
async function measureReadiness({ worker }: { worker: boolean }): Promise<readonly number[]> {
  const agent = await stage.anotherAgent();
  if (!worker) await agent.addInitScript(() => Reflect.deleteProperty(window, "SharedWorker"));
  await agent.addInitScript(noteWhenReady);
  await agent.addInitScript(noteClickToDial);
  const page = await agent.newPage();
  await page.goto(`${stage.crm}/home`);
  await softphoneIn(page).says(/Registered/);
  await slowDown(await agent.newCDPSession(page));
  const [shown, clickable, times]: [number[], number[], number[]] = [[], [], []];
  for (let load = 0; load < loads; load++) {
    await page.goto(stage.crm + pathOf(load), { waitUntil: "commit" });
    const [one, other] = [await readyTime(page), await clickToDialTime(page)];
    shown.push(one);
    clickable.push(other);
    times.push(Math.max(one, other));
  }
  await agent.close();
  const name = worker ? "line kept in its worker" : "worker switched off, registers each time";
  console.log(`\nFrom the frame's start to ready, CPU throttled four times (${name}):`);
  console.log(`  line's state shown, calls possible:  ${summary(shown)}`);
  console.log(`  click-to-dial enabled in Salesforce: ${summary(clickable)}`);
  console.log(`  both, in ms: ${summary(times)} (${slowedDown} frames were slowed down)`);
  return times;
}

/** The softphone's frame is in another process than the page: each is slowed down before its first script runs. */
async function slowDown(session: CDPSession): Promise<void> {
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
    if (message.includes('"id":1')) slowedDown += message.includes("error") ? 0 : 1;
  });
  await session.send("Emulation.setCPUThrottlingRate", slow.params);
  const options = { autoAttach: true, waitForDebuggerOnStart: true, flatten: false };
  await session.send("Target.setAutoAttach", options);
}

async function readyTime(page: Page): Promise<number> {
  return until(
    async () => {
      const frame = page.frame({ name: "sfdcSoftphone" });
      // Between two documents there is none to ask.
      return frame
        ?.evaluate(() => Number(document.documentElement.dataset.readyAt ?? 0))
        .catch(() => 0);
    },
    (at) => (at ?? 0) > 0,
    { what: "the softphone to be ready" },
  ).then((at) => at ?? 0);
}

/** Milliseconds from the start of the softphone's frame until Salesforce's page was asked to make numbers dial. */
async function clickToDialTime(page: Page): Promise<number> {
  const at = await until(
    () => page.evaluate(() => Number(document.documentElement.dataset.clickToDialAt ?? 0)),
    (moment) => moment > 0,
    { what: "click-to-dial to be enabled" },
  );
  const began = await page.frame({ name: "sfdcSoftphone" })?.evaluate(() => performance.timeOrigin);
  return Math.round(at - (began ?? at));
}

/** Runs in every frame before its scripts: Salesforce's page notes when its script's message reaches it. */
function noteClickToDial() {
  if (window.parent !== window) return;
  window.addEventListener("message", ({ data }) => {
    const { dataset } = document.documentElement;
    if (String(data).includes("enableClickToDial")) dataset.clickToDialAt ??= String(Date.now());
  });
}

/** Runs in every frame before its scripts: notes when the softphone says that it is registered and can be used. */
function noteWhenReady() {
  // Without a name: what carries names over does not exist in the page.
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector("[role=status]")?.textContent.includes("Registered")) return;
    if (!document.querySelector(".dialer button[type=submit]:enabled")) return;
    observer.disconnect();
    document.documentElement.dataset.readyAt = String(Math.round(performance.now()));
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
}
