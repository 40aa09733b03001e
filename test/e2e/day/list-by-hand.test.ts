import { assert } from "chai";
import type { Locator, Page } from "playwright-core";
import type { Behaviour } from "../../../src/exchange/robots/behaviour.ts";
import { listViews } from "../../../src/workbench/records/list-views.ts";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

const settings = { "/lists/mode": "preview", "/lists/retryAfter": "1", "/lists/retries": "1" };
const answers: Behaviour = { hangUpAfter: 20 };
/** Whom the agent calls, by last name, and what is at the other end. */
const people = {
  Busy: "busy",
  Declines: "declines",
  Forbidden: answers,
  Skipped: answers,
  Later: answers,
} as const satisfies Record<string, Behaviour>;
type Name = keyof typeof people;
const names = Object.keys(people) as Name[]; // of the object above
const numberOf = (at: number) => `+1415555${2100 + at}`;
const allContacts = listViews.find(({ label }) => label === "All Contacts")?.id ?? "";

describe("a calling list that is worked by hand", () => {
  let stage: Stage;
  let page: Page;
  const ids = new Map<Name, string>();

  beforeEach(async () => {
    const robots = Object.fromEntries(names.map((name, at) => [numberOf(at), people[name]]));
    stage = await Stage.open({ demo: { robots, settings } });
    for (const [at, LastName] of names.entries()) {
      const fields = { FirstName: "Robot", LastName, Phone: numberOf(at), DoNotCall: "false" };
      ids.set(LastName, (await stage.demo.org.save("Contact", fields)).Id);
    }
  });
  afterEach(() => stage.close());

  const list = () => softphoneIn(page).root.getByRole("complementary", { name: "Calling list" });
  /** By the keyboard: parts that come late move a button away from under a mouse. */
  const press = (button: Locator) => button.press("Enter");
  const call = () => press(list().getByRole("button", { name: "Call this number" }));
  const finished = () => list().getByText("All numbers are called.");
  const ready = () => list().getByRole("button", { name: "Call this number" }).or(finished());
  const progress = () => list().locator("header p").textContent();

  /** What the agent does with whoever comes up; the order is the list's. */
  const acts: Record<Name, (turn: number) => Promise<void>> = {
    Busy: call,
    async Declines() {
      await list().getByLabel("Notes for this call").fill("asks for <Ann> & Bob");
      await call();
    },
    async Forbidden() {
      // Somebody asks not to be called while the list is already being worked.
      const Id = ids.get("Forbidden") ?? "";
      await stage.demo.org.save("Contact", { Id, DoNotCall: "true" });
      await call();
    },
    Skipped: () => press(list().getByRole("button", { name: "Skip", exact: true })),
    async Later(turn) {
      if (turn > 0) return call();
      await list().getByLabel("Call back at").fill("2020-01-01T10:00");
      await press(list().getByRole("button", { name: "Call back then" }));
    },
  };

  /** Does what is to be done with the row that is shown, and waits until it is dealt with. */
  async function workRow(turns: Map<string, number>) {
    const shown = (await list().locator("section.row").getAttribute("aria-label")) ?? "";
    const name = names.find((each) => shown.endsWith(each)) ?? assert.fail(`a row for ${shown}`);
    const before = await progress();
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    await acts[name](turn);
    await until(progress, (now) => now !== before, { what: `the end of ${name}` });
    await ready().waitFor();
  }

  const tasksOf = (tasks: Awaited<ReturnType<Stage["loggedCalls"]>>, name: Name) =>
    tasks.map(({ fields }) => fields).filter(({ WhoId }) => WhoId === ids.get(name));

  for (const [surface, prefix] of [
    ["standard tabs", ""],
    ["the console", "/console#"],
  ] as const) {
    it(`in ${surface}: notes, skip, call back, retry, do not call`, async () => {
      const asked = `view=${allContacts}&ids=${[...ids.values()].join(",")}`;
      page = await stage.visit(`${prefix}/apex/CallThisList?${asked}`);
      page.setDefaultTimeout(20_000);
      await ready().waitFor();
      const turns = new Map<string, number>();
      while (!(await finished().isVisible())) await workRow(turns);
      assert.deepEqual(Object.fromEntries(turns), {
        ...{ Busy: 2, Declines: 1, Forbidden: 1, Skipped: 1, Later: 2 },
      });
      await list().getByText("Must not be called 1").waitFor();
      const tasks = await until(
        () => stage.loggedCalls(),
        (all) => all.length === 4,
        { what: "four Tasks" },
      );
      const outcomes = (name: Name) =>
        tasksOf(tasks, name).map(({ CallDisposition }) => CallDisposition);
      assert.deepEqual(names.map(outcomes), [["Busy", "Busy"], ["Declined"], [], [], ["Answered"]]);
      assert.equal(tasksOf(tasks, "Declines")[0]?.Description, "asks for <Ann> & Bob");
    });
  }
});
