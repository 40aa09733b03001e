import type { Page } from "playwright-core";
import type { Stage } from "../e2e/support/stage.ts";

const rows = 2_000;
const runs = 5;

interface Run {
  /** Milliseconds until every number is a link. */
  readonly took: number;
  /** The longest task meanwhile, in ms; 0 while none was over 50 ms: browsers tell of no others. */
  readonly longest: number;
}

/** How long the plug-in for lists keeps a page busy in one go, with each jQuery that is tested. */
export async function measureNumberList(stage: Stage): Promise<void> {
  console.log(`\nThe longest task while ${rows} rows are made clickable, over ${runs} pages:`);
  for (const version of ["1", "3", "4"]) {
    const measured: Run[] = [];
    for (let run = 0; run < runs; run++) measured.push(await measure(stage, version));
    const longest = Math.max(...measured.map((run) => run.longest));
    const slowest = Math.max(...measured.map(({ took }) => took));
    const words = longest === 0 ? "none over 50 ms" : `${Math.round(longest)} ms`;
    console.log(
      `  jQuery ${version}: ${words}; all clickable after ${Math.round(slowest)} ms at most`,
    );
  }
}

async function measure({ agent, demo }: Stage, version: string): Promise<Run> {
  const origin = `http://phone.localhost:${demo.port}`;
  const page = await agent.newPage();
  await page.setContent("<!doctype html><title>List</title><table><tbody></tbody></table>");
  for (const script of [`/samples/jquery-${version}.js`, "/clicktodial.js"])
    await page.addScriptTag({ url: origin + script });
  await fill(page);
  const run = await page.evaluate(makeClickable, { origin, rows });
  await page.close();
  return run;
}

/** The page's own work, which is not the plug-in's: done and painted before the clock starts. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    const body = document.querySelector("tbody");
    for (let at = 0; at < count; at++) {
      const row = body?.insertRow();
      if (row) row.insertCell().textContent = `Contact ${at}`;
      const cell = row?.insertCell();
      if (cell) Object.assign(cell, { className: "phone", textContent: `(415) 555-${1000 + at}` });
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
  }, rows);
}

/** Runs in the page. */
async function makeClickable(list: { origin: string; rows: number }): Promise<Run> {
  const { jQuery } = window as unknown as { jQuery: JQueryStatic };
  const links = document.getElementsByClassName("switchhook-number");
  const started = performance.now();
  jQuery("table").clickToDial({ numbers: "td.phone", phoneOrigin: list.origin });
  while (links.length < list.rows) await new Promise((resolve) => setTimeout(resolve, 4));
  const took = performance.now() - started;
  // The last of it is laid out and painted, and told of.
  await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
  return new Promise((resolve) => {
    const tasks: number[] = [0];
    const observer = new PerformanceObserver((found) => {
      for (const { startTime, duration } of found.getEntries())
        if (startTime + duration > started) tasks.push(duration);
    });
    observer.observe({ type: "longtask", buffered: true });
    setTimeout(() => resolve({ took, longest: Math.max(...tasks) }), 200);
  });
}
