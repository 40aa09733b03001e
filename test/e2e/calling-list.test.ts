import { assert } from "chai";
import type { Locator, Page } from "playwright-core";
import type { Behaviour } from "../../src/exchange/robots/behaviour.ts";
import { listViews } from "../../src/workbench/records/list-views.ts";
import { softphoneIn } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";
import { until } from "./support/until.ts";

/** What a robot does, and what the Task of its call has to say; nothing where there must be no call. */
interface Fate {
  readonly behaviour: Behaviour;
  readonly disposition?: string;
}

const answers: Fate = { behaviour: { hangUpAfter: 20 }, disposition: "Answered" };
const fates: readonly Fate[] = [
  { behaviour: "busy", disposition: "Busy" },
  { behaviour: "declines", disposition: "Declined" },
  // Marked do-not-call: whoever answers there was called against the rule.
  { behaviour: "echo" },
  ...Array<Fate>(7).fill(answers),
];
const fateOf = (at: number): Fate => fates[at % fates.length] ?? answers;

const numberOf = (at: number) => `+1415555${2000 + at}`;
const progressive = { "/lists/mode": "progressive", "/lists/pause": "0", "/lists/retries": "0" };
const allContacts = listViews.find(({ label }) => label === "All Contacts")?.id ?? "";

const listIn = (page: Page): Locator =>
  softphoneIn(page).root.getByRole("complementary", { name: "Calling list" });

async function openStage(count: number, settings: Readonly<Record<string, string>> = {}) {
  const robots = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [numberOf(at), fateOf(at).behaviour]),
  );
  const stage = await Stage.open({ demo: { robots, settings } });
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    const { Id } = await stage.demo.org.save("Contact", {
      FirstName: "Robot",
      LastName: `No ${at} <b>&"`,
      Phone: numberOf(at),
      DoNotCall: String(fateOf(at).disposition === undefined),
    });
    ids.push(Id);
  }
  return { stage, ids };
}

const handOver = (ids: readonly string[]) =>
  `/apex/CallThisList?view=${allContacts}&ids=${ids.join(",")}`;

/** What the panel says, which begins with its name and how many rows are done: a list that stands still says why. */
const saidBy = (list: Locator): Promise<string> => list.innerText({ timeout: 10_000 });

const doneOf = (said: string): number => Number(/(\d+) of \d+/.exec(said)?.[1]);

/**
 * A page load while a log is on its way leaves it in doubt: the agent looks, and says that it is there, or saves again.
 */
async function settleDoubts(stage: Stage, page: Page): Promise<void> {
  const { root } = softphoneIn(page);
  const doubts = root.getByRole("button", { name: /^(Save again|Try again)$/ });
  for (let left = await doubts.count(); left > 0; left = await doubts.count()) {
    const entry = root.locator("li, article").filter({ has: doubts }).first();
    const number = /\+1415555\d{4}/.exec((await entry.textContent()) ?? "")?.[0] ?? "?";
    const tasks = await stage.loggedCalls();
    const isThere = tasks.some(({ fields }) => fields.Subject?.includes(number) ?? false);
    await entry.getByRole("button", { name: isThere ? "It is there" : /again$/ }).click();
    await until(
      () => doubts.count(),
      (now) => now < left,
      { what: `the log of ${number}` },
    );
  }
}

describe("a calling list", () => {
  it("of 200 contacts is worked to its end over page loads, every outcome on its record", async function () {
    this.timeout(300_000);
    const count = Number(process.env.ROWS ?? 200);
    const { stage, ids } = await openStage(count, progressive);
    try {
      const page = await stage.visit(handOver(ids));
      await page
        .frameLocator('iframe[title="CallThisList"]')
        .getByText(`${count} numbers handed to the phone.`)
        .waitFor();
      await softphoneIn(page).says(/Registered/);
      await listIn(page).getByRole("button", { name: "Start" }).click();
      const paths = ["/home", "/001/o", "/003/o", "/500/o"];
      const done = async () => doneOf(await saidBy(listIn(page)));
      for (let load = 0; (await done()) < count; load++) {
        const goal = Math.min(count, (await done()) + 30);
        await until(
          () => saidBy(listIn(page)),
          (said) => doneOf(said) >= goal,
          { what: `${goal} rows`, seconds: 60 },
        );
        if (goal < count) await page.goto(stage.crm + (paths[load % paths.length] ?? ""));
      }
      await listIn(page).getByText("All numbers are called.").waitFor();
      await settleDoubts(stage, page);
      const called = ids.filter((_id, at) => fateOf(at).disposition !== undefined);
      const logged = await until(
        async () => (await stage.loggedCalls()).length,
        (tasks) => tasks >= called.length,
        { what: `${called.length} Tasks`, seconds: 30 },
      );
      assert.equal(logged, called.length);
      const tasks = await stage.loggedCalls();
      const outcomes = new Map(tasks.map(({ fields }) => [fields.WhoId, fields.CallDisposition]));
      assert.deepEqual(
        ids.map((id) => outcomes.get(id)),
        ids.map((_id, at) => fateOf(at).disposition),
      );
    } finally {
      await stage.close();
    }
  });
});
