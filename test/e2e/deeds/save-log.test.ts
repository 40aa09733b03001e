import { readFile } from "node:fs/promises";
import { assert } from "chai";
import { navigations } from "../survival/navigations.ts";
import { pairedWith, seed } from "../survival/pairs.ts";
import { itBeginsEarly } from "../support/begins-early.ts";
import { Saving, type Moment } from "./saving.ts";

const moments: readonly Moment[] = ["before the end", "while it is saved", "after the answer"];

/** How Salesforce answers, beside as it should. */
const answers = ["silent", "late", "twice", "refused"] as const;

// Who waits for an answer that is lost, or late, begins early: the phone is patient for ten seconds.
describe(`a call's log, when saving goes wrong in standard tabs (SEED=${seed})`, () => {
  for (const moment of moments) {
    itBeginsEarly(`is one Task when the answer is lost, with a page load ${moment}`, async () => {
      await using call = await Saving.begin();
      await call.playThrough("save-log-silent", moment, /Maybe logged|^Logged/);
      await call.logState(/Maybe logged|^Logged/);
      assert.equal((await call.tasks(1))[0]?.fields.Description, "wants two");
      const isThere = call.phone.button("It is there");
      if (await isThere.isVisible()) await isThere.click();
      await call.logState(/^Logged/);
      await call.navigate();
      await call.logState(/^Logged/);
      await call.tasks(1);
    });

    itBeginsEarly(
      `is one Task when the answer comes late, with a page load ${moment}`,
      async () => {
        await using call = await Saving.begin();
        await call.playThrough("save-log-late", moment, /Maybe logged|^Logged/);
        await call.tasks(1);
        await call.staysLogged();
      },
    );

    it(`is one Task when the answer comes twice, with a page load ${moment}`, async () => {
      await using call = await Saving.begin();
      await call.playThrough("save-log-twice", moment, /Maybe logged|^Logged/);
      await call.tasks(1);
      await call.staysLogged();
    });

    it(`is saved once Salesforce no longer refuses, with a page load ${moment}`, async () => {
      await using call = await Saving.begin();
      await call.playThrough("save-log-refused", moment, /Not logged|Maybe logged/);
      await call.logState(/Not logged|Maybe logged/);
      assert.isEmpty(await call.stage.loggedCalls());
      await call.goOnWith("none");
      await call.logState(/Not logged|Maybe logged|^Logged/);
      const saveAgain = call.phone.button("Save again");
      // A page load in the middle of a save leaves the agent in doubt, whatever Salesforce made of it.
      if (await saveAgain.isVisible()) await saveAgain.click();
      await call.logState(/^Logged/);
      await call.staysLogged();
      assert.equal((await call.tasks(1))[0]?.fields.Description, "wants two");
    });
  }

  for (const [row, navigation] of navigations.entries()) {
    for (const scenario of pairedWith(row, answers, { share: 4, seed })) {
      it(`is one Task at last when the answer is ${scenario} and meanwhile comes ${navigation.name}`, async () => {
        await using call = await Saving.begin();
        await call.talk(`save-log-${scenario}`);
        const other = (await navigation.prepare?.(call.stage, call.page)) ?? call.page;
        await call.hangUp();
        call.page = await navigation.go(call.stage, call.page, other);
        await call.logState(/Maybe logged|Not logged|^Logged/);
        await call.staysLogged();
        assert.equal((await call.tasks(1))[0]?.fields.Description, "wants two");
      });
    }
  }

  it("is exported with all that the agent wrote, from inside the page", async () => {
    await using call = await Saving.begin();
    await call.talk("save-log-refused");
    await call.hangUp();
    await call.logState(/Not logged/);
    const downloading = call.page.waitForEvent("download");
    await call.phone.button("Export").click();
    const download = await downloading;
    assert.equal(download.suggestedFilename(), "calls-not-saved.csv");
    const [names = "", row = ""] = (await readFile(await download.path(), "utf8")).split("\r\n");
    assert.match(names, /^"Start","Subject",.*"Number",.*"Notes",.*"Follow-up"/);
    assert.match(row, /"600","\d+","Answered",.*"wants two"/);
  });

  itBeginsEarly(
    "is settled by an answer that comes after the agent was told of the doubt",
    async () => {
      await using call = await Saving.begin();
      await call.talk("save-log-late");
      await call.hangUp();
      await call.logState(/Maybe logged/);
      await call.logState(/^Logged/);
      await call.tasks(1);
    },
  );

  it("is changed, and not saved anew, by notes that are written later", async () => {
    await using call = await Saving.begin();
    await call.talk("none");
    await call.hangUp();
    await call.logState(/^Logged/);
    await call.phone.root.getByLabel("Notes").fill("wants three");
    await call.navigate();
    await call.notesAre("wants three");
    await call.tasks(1);
  });

  describe("and what is still to be done", () => {
    const followUps = async ({ stage }: Saving) =>
      (await stage.demo.org.all("Task")).filter(({ fields }) => fields.Subject === "Send it");
    const state = ({ phone }: Saving) =>
      phone.root.getByRole("group", { name: "Follow up" }).locator(".log");
    const says = (call: Saving, words: RegExp) => state(call).filter({ hasText: words }).waitFor();

    /** A logged call, for which the agent writes a follow-up while Salesforce plays `scenario`. */
    async function write(call: Saving, scenario: string) {
      await call.talk("none");
      await call.hangUp();
      await call.logState(/^Logged/);
      await call.goOnWith(scenario);
      await call.phone.unfold(/^Log$/);
      await call.phone.root.getByLabel("What is to be done").fill("Send it");
      await call.phone.root.getByLabel("Day").fill("2027-01-16");
      await state(call).waitFor();
    }

    /** Notes that come later change the log; whatever is known of the follow-up, no second one comes of it. */
    async function writeNotes(call: Saving) {
      await call.goOnWith("none");
      await call.phone.root.getByLabel("Notes").fill("wants three");
      await call.notesAre("wants three");
      assert.lengthOf(await followUps(call), 1);
    }

    it("is one Task when a page loads before the answer: the agent looks, and says so", async () => {
      await using call = await Saving.begin();
      await write(call, "save-log-silent");
      await call.navigate();
      await says(call, /maybe saved/);
      await writeNotes(call);
      await says(call, /maybe saved/);
      await call.phone.button("The follow-up is there").press("Enter");
      await says(call, /Follow-up saved/);
      await call.tasks(1);
      assert.lengthOf(await followUps(call), 1);
    });

    for (const [how, test] of [
      ["late", itBeginsEarly],
      ["twice", it],
    ] as const) {
      test(`is one Task when the answer comes ${how}`, async () => {
        await using call = await Saving.begin();
        await write(call, `save-log-${how}`);
        await says(call, /Follow-up saved/);
        await writeNotes(call);
        await call.tasks(1);
      });
    }

    it("is saved when the agent asks again, where Salesforce refused it", async () => {
      await using call = await Saving.begin();
      await write(call, "save-log-refused");
      await says(call, /not saved/);
      assert.isEmpty(await followUps(call));
      await call.goOnWith("none");
      const again = call.phone.button("Save the follow-up again");
      const saved = state(call).filter({ hasText: "Follow-up saved" });
      await again.or(saved).first().waitFor();
      if (await again.isVisible()) await again.press("Enter");
      await says(call, /Follow-up saved/);
      assert.lengthOf(await followUps(call), 1);
    });
  });
});
