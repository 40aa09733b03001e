import { assert } from "chai";
import type { Locator, Page } from "playwright-core";
import { listViews } from "../../../src/workbench/records/list-views.ts";
import { softphoneIn } from "../support/desk.ts";
import { MortalBrowser } from "../support/mortal-browser.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

const numbers = [2200, 2201, 2202].map((at) => `+1415555${at}`);
const allContacts = listViews.find(({ label }) => label === "All Contacts")?.id ?? "";

describe("a calling list", () => {
  let stage: Stage;
  let page: Page;
  let address: string;
  afterEach(() => stage.close());

  /** Three contacts who answer and hang up, and where the agent finds them. */
  async function open(settings: Readonly<Record<string, string>>) {
    // Long enough for a conversation: who hangs up before the sound is there leaves nothing to wrap up.
    const robots = Object.fromEntries(numbers.map((each) => [each, { hangUpAfter: 500 }]));
    stage = await Stage.open({ demo: { robots, settings } });
    const ids: string[] = [];
    for (const [at, Phone] of numbers.entries()) {
      const fields = { FirstName: "Robot", LastName: `No ${at}`, Phone, DoNotCall: "false" };
      ids.push((await stage.demo.org.save("Contact", fields)).Id);
    }
    address = `/apex/CallThisList?view=${allContacts}&ids=${ids.join(",")}`;
  }

  const phone = () => softphoneIn(page);
  const list = () => phone().root.getByRole("complementary", { name: "Calling list" });
  const shows = (text: string) => list().getByText(text, { exact: true }).waitFor();
  const press = (button: Locator) => button.press("Enter");
  const pressInList = (name: string) => press(list().getByRole("button", { name, exact: true }));
  const calls = () => stage.demo.exchange.calls().length;

  for (const [surface, prefix] of [
    ["standard tabs", ""],
    ["the console", "/console#"],
  ] as const) {
    it(`in ${surface} calls by itself, each time the agent's wrap-up is over, and not while it is paused`, async () => {
      await open({ "/lists/mode": "progressive", "/lists/pause": "0", "/presence/wrapUp": "300" });
      page = await stage.visit(prefix + address);
      page.setDefaultTimeout(20_000);
      await phone().registers();
      await pressInList("Start");
      await shows("1 of 3");
      await phone().root.getByRole("timer").waitFor();
      await shows("The next number is called when you are ready.");
      assert.equal(calls(), 1);
      assert.isEmpty(await stage.loggedCalls());
      await press(phone().button("Done"));
      await shows("2 of 3");
      await pressInList("Pause");
      await shows("Paused.");
      await press(phone().button("Done"));
      await until(
        () => stage.loggedCalls(),
        (tasks) => tasks.length === 2,
        { what: "both Tasks" },
      );
      await shows("Paused.");
      assert.equal(calls(), 2);
      await pressInList("Go on");
      await shows("All numbers are called.");
    });
  }

  it("is there, paused, after the browser was killed, with what was done and written", async () => {
    await open({ "/lists/mode": "preview" });
    const browser = await MortalBrowser.start({ origin: stage.crm });
    try {
      page = await browser.open(stage.crm + address);
      await phone().registers();
      await pressInList("Call this number");
      await shows("1 of 3");
      await list().getByLabel("Notes for this call").fill("asks for <Ann>");
      await until(keptRows, (rows) => rows.some(({ notes }) => notes === "asks for <Ann>"), {
        what: "the list on the disk",
      });
      await browser.kill();
      await browser.restart();
      page = await browser.open(`${stage.crm}/home`);
      await shows("The browser was closed. Go on when you are ready.");
      await shows("1 of 3");
      assert.equal(await list().getByLabel("Notes for this call").inputValue(), "asks for <Ann>");
      await phone().registers();
      await pressInList("Call this number");
      await shows("2 of 3");
    } finally {
      await browser.kill();
    }
  });

  /** What is on the disk of the list, as far as it is there. */
  async function keptRows(): Promise<readonly { readonly notes?: string }[]> {
    const frame = page.frame({ name: "sfdcSoftphone" });
    if (!frame) throw new Error("no phone in this page");
    return frame.evaluate(
      () =>
        new Promise<{ notes?: string }[]>((resolve, reject) => {
          const opening = indexedDB.open("switchhook-lists");
          opening.onerror = () => reject(new Error("the disk cannot be read"));
          opening.onsuccess = () => {
            const reading = opening.result.transaction("rows").objectStore("rows").getAll();
            reading.onsuccess = () => {
              opening.result.close();
              resolve(reading.result as { notes?: string }[]); // to be compared, no more
            };
          };
        }),
    );
  }
});
