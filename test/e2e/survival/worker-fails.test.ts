import { assert } from "chai";
import { itBeginsEarly } from "../support/begins-early.ts";
import { ChangedBundles } from "../support/changed-bundles.ts";
import { Stage } from "../support/stage.ts";
import { Talk } from "./talk.ts";
import { wantNoCalls, wantsNoCalls } from "./wants.ts";

const pageLoad = async ({ page, phone, stage }: Talk, path: string): Promise<void> => {
  await page.goto(stage.crm + path);
  await phone.says(/Registered/);
};

/** The panel says which way is in force, and why. */
const saysWhy = ({ phone }: Talk, why: string) =>
  phone.root.getByText(`Each page signs in anew`).filter({ hasText: why }).waitFor();

async function keepsItsCall(talk: Talk): Promise<void> {
  await talk.dial("601");
  await talk.connected();
  await talk.isHeardBothWays();
  await pageLoad(talk, "/003/o");
  await talk.connected();
  await talk.isHeardBothWays();
  assert.equal(talk.exchange.stats().runningCalls, 1);
  await talk.hangUp();
  await talk.stage.firstLoggedCall();
  assert.lengthOf(await talk.stage.loggedCalls(), 1);
}

describe("a worker that the server does not have as it should", () => {
  for (const [what, spoil, why, test = it] of [
    [
      "is not there",
      (bundles: ChangedBundles) => bundles.remove("worker.js"),
      "The phone's worker could not be started",
    ],
    [
      "says nothing",
      (bundles: ChangedBundles) =>
        bundles.begin("worker.js", 'Object.defineProperty(self, "onconnect", { set() {} })'),
      "The phone's worker could not be started",
      itBeginsEarly, // the page gives it eight seconds
    ],
    [
      "is of another release",
      (bundles: ChangedBundles) =>
        bundles.replace("worker.js", "switchhook-line-v1", "switchhook-line-v2"),
      "The phone has a new version",
    ],
  ] as const) {
    test(`as it ${what}: the phone lives in the page, says so, and keeps its call`, async () => {
      await using bundles = await ChangedBundles.make();
      await spoil(bundles);
      await using stage = await Stage.open({ demo: { bundles: bundles.folder } });
      const talk = new Talk(stage, await stage.visit("/home"));
      await talk.phone.says(/Registered/);
      await saysWhy(talk, why);
      await keepsItsCall(talk);
    });
  }
});

describe("a worker that the browser ends with its page, against its promise", () => {
  it("leaves its call to the next page, which does without it from then on", async () => {
    await using stage = await Stage.open();
    await stage.agent.addInitScript(breakPromise);
    const talk = new Talk(stage, await stage.visit("/home"));
    await talk.phone.says(/Registered/);
    await talk.phone.root.getByText("Calls outlive page loads in the background.").waitFor();
    await keepsItsCall(talk);
    await saysWhy(talk, "This browser ended the phone's worker with its page");
    assert.lengthOf(stage.demo.exchange.registrations(), 1);
  });

  it("leaves what the agent wants to the next page", async () => {
    await using stage = await Stage.open();
    await stage.agent.addInitScript(breakPromise);
    const talk = new Talk(stage, await stage.visit("/home"));
    await talk.phone.says(/Registered/);
    await wantNoCalls(talk);
    await pageLoad(talk, "/003/o");
    await wantsNoCalls(talk);
    await talk.anotherCustomer().endsByItself();
  });
});

/** An option that TypeScript's DOM does not know yet. */
type LongLived = WorkerOptions & { readonly extendedLifetime?: boolean };

/** Runs in every frame before its scripts: the option is read, and not heeded. */
function breakPromise() {
  const Original = window.SharedWorker;
  window.SharedWorker = class extends Original {
    constructor(url: string | URL, options: string | WorkerOptions = {}) {
      const { name = "", extendedLifetime = false } =
        typeof options === "string" ? { name: options } : (options as LongLived);
      super(url, extendedLifetime ? name : options);
    }
  };
}
