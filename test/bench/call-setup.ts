import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import webpack from "webpack";
import { SoftphonePage } from "../e2e/support/desk.ts";
import { SipTap } from "../e2e/support/sip-tap.ts";
import { Stage } from "../e2e/support/stage.ts";
import { until } from "../e2e/support/until.ts";
import { quantile, summary } from "../e2e/survival/distribution.ts";

const calls = Number(process.env.CALLS ?? 20);
const neverAnswers = "603";

interface SetUp {
  /** Milliseconds from the click to the INVITE, for each call. */
  readonly invite: readonly number[];
  /** Milliseconds from the INVITE to the 180. */
  readonly ringing: readonly number[];
}

/**
 * How soon a click becomes an INVITE, and that a 180: ours beside what SIP.js and JsSIP offer for the same job, on the
 * same page and server.
 *
 * @param bundles - A folder for what the rivals' page needs.
 */
export async function measureCallSetUp(bundles: string): Promise<void> {
  let port = 0;
  const tap = await SipTap.open({ upstream: () => port, own: () => false });
  const stage = await Stage.open({ demo: { bundles, settings: { "/sip/servers": tap.address } } });
  port = stage.demo.port;
  try {
    await bundleRivals(bundles);
    const ours = await measure(tap, () => openOurs(stage, tap));
    for (const name of ["sipJs", "jsSip"] as const) {
      const theirs = await measure(tap, () => openRival({ stage, tap, name }));
      tell(name, { ours, theirs });
    }
    console.log(`  Switchhook: click to INVITE ${summary(ours.invite)}`);
    console.log(`              INVITE to 180   ${summary(ours.ringing)}`);
  } finally {
    await stage.close();
    await tap.close();
  }
}

function tell(name: string, { ours, theirs }: { ours: SetUp; theirs: SetUp }): void {
  const ratio = (of: keyof SetUp) =>
    (quantile(theirs[of], 0.5) / quantile(ours[of], 0.5)).toFixed(1);
  console.log(`\nCall set-up with ${name}, in ms, over ${calls} calls:`);
  console.log(`  click to INVITE ${summary(theirs.invite)} (${ratio("invite")} times ours)`);
  console.log(`  INVITE to 180   ${summary(theirs.ringing)} (${ratio("ringing")} times ours)`);
}

/** A phone that is registered, and what clicks its buttons. Both return once the click has been heard. */
interface Clicks {
  readonly page: Page;
  call(): Promise<number>;
  hangUp(): Promise<void>;
}

async function measure(tap: SipTap, open: () => Promise<Clicks>): Promise<SetUp> {
  const clicks = await open();
  const [invite, ringing]: [number[], number[]] = [[], []];
  for (let call = 0; call < calls; call++) {
    const from = tap.log.length;
    const clicked = await clicks.call();
    const later = () => tap.log.slice(from);
    const rung = () => later().find(({ text }) => text.startsWith("SIP/2.0 180"));
    await until(rung, Boolean, { what: "the 180" });
    const sent = later().find(({ text }) => text.startsWith("INVITE "))?.at ?? NaN;
    invite.push(sent - clicked);
    ringing.push((rung()?.at ?? NaN) - sent);
    await clicks.hangUp();
    await until(() => later().some(({ text }) => text.startsWith("SIP/2.0 487")), Boolean, {
      what: "the end",
    });
  }
  await clicks.page.close();
  return { invite, ringing };
}

async function openOurs(stage: Stage, tap: SipTap): Promise<Clicks> {
  const settings = {
    ...{ "/sip/servers": tap.address, "/sip/domain": "demo.switchhook.test" },
    ...{ "/sip/user": "agent", "/sip/credentialsUrl": "/demo/sign-in" },
  };
  await stage.agent.route("**/static/settings.json", (route) => route.fulfill({ json: settings }));
  const page = await open(stage, "/");
  const phone = new SoftphonePage(page);
  await page.getByLabel("Password").fill(stage.demo.passwords.agent ?? "");
  await phone.button("Sign in").click();
  await phone.says(/Registered/);
  return {
    page,
    async call() {
      await phone.number.fill(neverAnswers);
      return clickNow(page, ".dialer button[type=submit]");
    },
    async hangUp() {
      await phone.button("Hang up").click();
      await phone.button("Hang up").waitFor({ state: "detached" });
    },
  };
}

interface RivalOptions {
  readonly stage: Stage;
  readonly tap: SipTap;
  readonly name: "sipJs" | "jsSip";
}

async function openRival({ stage, tap, name }: RivalOptions): Promise<Clicks> {
  const page = await open(stage, "/rivals.html");
  const account = {
    ...{ server: tap.address, domain: "demo.switchhook.test" },
    ...{ user: "agent2", password: stage.demo.passwords.agent2 ?? "" },
  };
  await page.evaluate(([which, who]) => window.startRival(which, who), [name, account] as const);
  return {
    page,
    call: () => clickNow(page, "#call"),
    async hangUp() {
      await clickNow(page, "#end");
    },
  };
}

async function open(stage: Stage, path: string): Promise<Page> {
  const origin = `http://phone.localhost:${stage.demo.port}`;
  await stage.agent.grantPermissions(["microphone"], { origin });
  const page = await stage.agent.newPage();
  await page.goto(origin + path);
  return page;
}

/** Clicks as a person does, and returns when: in milliseconds since 1970. */
async function clickNow(page: Page, selector: string): Promise<number> {
  const button = page.locator(selector);
  const clicked = button.evaluate(
    (element) =>
      new Promise<number>((resolve) =>
        element.addEventListener(
          "click",
          () => resolve(performance.timeOrigin + performance.now()),
          { once: true, capture: true },
        ),
      ),
  );
  await button.click();
  return clicked;
}

/** Puts the rivals' page where the server finds it. */
async function bundleRivals(folder: string): Promise<void> {
  const compiler = webpack({
    mode: "production",
    entry: join(import.meta.dirname, "rivals/page.ts"),
    output: { path: folder, filename: "rivals.js" },
    module: { rules: [{ test: /\.ts$/, loader: "esbuild-loader", options: { target: "es2022" } }] },
    resolve: { extensions: [".ts", ".js"] },
    performance: false,
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors()) reject(new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
  const body = '<button id="call">Call</button><button id="end">End</button>';
  await writeFile(
    join(folder, "rivals.html"),
    `<!doctype html><title>Rivals</title>${body}<script src="/rivals.js"></script>`,
  );
}
