// What a page load, a call and a long list cost: npm run bench (LOADS=50, CALLS=50 for more). It measures; it decides nothing.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { softphoneIn } from "../e2e/support/desk.ts";
import { Stage } from "../e2e/support/stage.ts";
import { until } from "../e2e/support/until.ts";
import { summary } from "../e2e/survival/distribution.ts";
import { Talk } from "../e2e/survival/talk.ts";
import { measureCallSetUp } from "./call-setup.ts";
import { measureNumberList } from "./number-list.ts";
import { pathOf } from "./paths.ts";
import { measureReadiness } from "./readiness.ts";

const loads = Number(process.env.LOADS ?? 20);

const bundles = await mkdtemp(join(tmpdir(), "switchhook-bench-"));
execFileSync("npx", ["webpack", "--mode", "production", "--output-path", bundles]);
const stage = await Stage.open({ demo: { bundles } });
try {
  await measureGaps();
  await measureReadiness(stage, loads);
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
