import { assert } from "chai";
import { HostError } from "../../src/host/host.ts";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { FakeHost } from "./fakes/fake-host.ts";
import { aCall, connected, ended, FakeLink } from "./fakes/fake-link.ts";
import { until } from "./fakes/until.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const bob = { id: "003000000000002", object: "Contact", name: "Bob Lee" };

describe("softphone/keeper-model", () => {
  describe("opening the caller's record", () => {
    it("happens while it rings, and relates the call to the only match", async () => {
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
      phone.host.records = [ann];
      await until(() => phone.link.call()?.deeds.pop === "done");
      assert.include(phone.host.done, `open ${ann.id}`);
      assert.deepEqual(phone.link.call()?.record, ann);
    });

    it("looks for the number in the ways it may be written", async () => {
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
      await until(() => phone.host.searched.length > 0);
      assert.includeMembers([...phone.host.searched], ["+14155550101", "(415) 555-0101"]);
    });

    it("looks for it as it came where the administrator says so", async () => {
      const settings = { "/calls/search": "received" };
      using phone = aSoftphone({ settings, link: new FakeLink({ calls: [aCall()] }) });
      await until(() => phone.host.searched.length > 0);
      assert.deepEqual(phone.host.searched, ["+14155550101"]);
    });

    it("offers several matches, and opens and relates the one that is chosen", async () => {
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
      phone.host.records = [ann, bob];
      await until(() => phone.link.call()?.deeds.pop === "done");
      assert.isUndefined(phone.link.call()?.record);
      assert.deepEqual(phone.app.keeper.callers.value.get("call-1")?.matches, [ann, bob]);
      phone.app.keeper.choose(phone.link.call() ?? assert.fail("no call"), bob);
      assert.deepEqual(phone.link.call()?.record, bob);
      await until(() => phone.host.done.includes(`open ${bob.id}`));
    });

    it("waits for the answer when the settings say so", async () => {
      const settings = { "/calls/pop": "answer" };
      using phone = aSoftphone({ settings, link: new FakeLink({ calls: [aCall()] }) });
      phone.host.records = [ann];
      await until(() => phone.link.call()?.record);
      assert.equal(phone.link.call()?.deeds.pop, "none");
      phone.link.change("call-1", { state: connected });
      await until(() => phone.link.call()?.deeds.pop === "done");
    });

    it("does not happen when the settings say never", async () => {
      const settings = { "/calls/pop": "never" };
      using phone = aSoftphone({ settings, link: new FakeLink({ calls: [aCall()] }) });
      await until(() => phone.app.crm.settings.value);
      phone.link.change("call-1", { state: connected });
      assert.equal(phone.link.call()?.deeds.pop, "none");
    });

    it("is left to the view that keeps the call", async () => {
      const call = aCall({ keeper: "another" });
      using phone = aSoftphone({ link: new FakeLink({ calls: [call] }) });
      await until(() => phone.app.crm.settings.value);
      assert.deepEqual(phone.link.sentOf("deed"), []);
    });

    it("begins once, when the line allows it, however many snapshots come before", async () => {
      const link = new FakeLink({ calls: [aCall()] });
      link.allows = false;
      using phone = aSoftphone({ link });
      phone.host.records = [ann];
      await until(() => link.sentOf("deed").length > 0);
      link.change("call-1", { notes: "x" });
      link.change("call-1", { notes: "xy" });
      assert.notInclude(phone.host.done, `open ${ann.id}`);
      link.allow();
      await until(() => link.call()?.deeds.pop === "done");
      assert.deepEqual(
        link.sentOf("deed").map(({ state }) => state),
        ["doing", "sent", "done"],
      );
      for (const deed of ["find", "open"])
        assert.lengthOf(
          phone.host.done.filter((each) => each.startsWith(deed)),
          1,
        );
    });

    it("is left alone when another view got the call before the line allowed it", async () => {
      const link = new FakeLink({ calls: [aCall()] });
      link.allows = false;
      using phone = aSoftphone({ link });
      phone.host.records = [ann];
      await until(() => link.sentOf("deed").length > 0);
      link.change("call-1", { keeper: "another" });
      link.allow();
      link.change("call-1", { keeper: "view-1" });
      assert.notInclude(phone.host.done, `open ${ann.id}`);
    });

    it("only searches for the number of a call we make, for the log", async () => {
      const call = aCall({ direction: "outgoing", state: { phase: "dialing" } });
      using phone = aSoftphone({ link: new FakeLink({ calls: [call] }) });
      phone.host.records = [ann];
      await until(() => phone.link.call()?.deeds.pop === "skipped");
      assert.deepEqual(phone.link.call()?.record, ann);
      assert.include(phone.host.done, "find +14155550101 outgoing");
      assert.lengthOf(phone.host.opened, 0);
    });

    it("does not search when a click already named the record", async () => {
      const call = aCall({ direction: "outgoing", state: { phase: "dialing" }, record: ann });
      using phone = aSoftphone({ link: new FakeLink({ calls: [call] }) });
      await until(() => phone.app.crm.settings.value);
      assert.equal(phone.link.call()?.deeds.pop, "none");
    });

    it("tells the line once the CRM is asked, before any answer", async () => {
      const host = new FakeHost();
      host.records = [ann];
      host.open = () => new Promise(() => undefined);
      using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall()] }) });
      await until(() => host.done.includes(`open ${ann.id}`));
      assert.deepEqual(
        phone.link.sentOf("deed").map(({ state }) => state),
        ["doing", "sent"],
      );
    });

    describe("that may have happened in a page that is gone", () => {
      const deeds = { pop: "maybe", log: "none", pops: 1 } as const;
      const opened = ({ host }: { host: FakeHost }) =>
        host.done.filter((deed) => deed.startsWith("open"));
      const withAnn = () => {
        const host = new FakeHost();
        host.records = [ann];
        return host;
      };

      it("did, when the agent has the record on the screen", async () => {
        const host = withAnn();
        host.shown = () => Promise.resolve(true);
        using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall({ deeds })] }) });
        await until(() => phone.link.call()?.deeds.pop === "done");
        assert.deepEqual(phone.link.call()?.record, ann);
        assert.deepEqual(opened(phone), []);
      });

      it("did not, when the agent looks at something else", async () => {
        const host = withAnn();
        using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall({ deeds })] }) });
        await until(() => phone.link.call()?.deeds.pop === "done");
        assert.deepEqual(opened(phone), [`open ${ann.id}`]);
      });

      it("is not tried a third time", async () => {
        const link = new FakeLink({ calls: [aCall({ deeds: { ...deeds, pops: 2 } })] });
        using phone = aSoftphone({ host: withAnn(), link });
        await until(() => phone.link.call()?.deeds.pop === "done");
        assert.deepEqual(opened(phone), []);
      });

      it("counts as done when the CRM does not say what the agent sees", async () => {
        const host = withAnn();
        host.shown = () => Promise.reject(new HostError("silent", "10 s"));
        using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall({ deeds })] }) });
        await until(() => phone.link.call()?.deeds.pop === "done");
        assert.deepEqual(opened(phone), []);
      });

      for (const [whose, absence, expected] of [
        ["is left to the tab that was opening it", 60_000, []],
        ["is done by another tab when that one stays away", 1, [`open ${ann.id}`]],
      ] as const) {
        it(whose, async () => {
          const link = new FakeLink({ calls: [aCall({ keeper: "another" })] });
          using phone = aSoftphone({ host: withAnn(), link, logTimes: { absence } });
          await until(() => phone.app.crm.settings.value);
          link.change("call-1", { deeds, keeper: "view-1" });
          await until(() => link.call()?.record);
          const isOver = () => link.call()?.deeds.pop === "done";
          if (expected.length > 0) await until(isOver);
          link.change("call-1", { keeper: "another" });
          assert.deepEqual(opened(phone), [...expected]);
        });
      }
    });

    for (const [code, state] of [
      ["silent", "done"],
      ["refused", "failed"],
    ] as const) {
      it(`is ${state} when the CRM is ${code}`, async () => {
        const host = new FakeHost();
        host.records = [ann];
        host.open = () => Promise.reject(new HostError(code, "no"));
        using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall()] }) });
        await until(() => phone.link.call()?.deeds.pop === state);
      });
    }
  });

  describe("saving the log", () => {
    it("happens when the call ends, and remembers the Id", async () => {
      const call = aCall({ state: connected, notes: "wants 2", record: ann });
      using phone = aSoftphone({ link: new FakeLink({ calls: [call] }) });
      await until(() => phone.app.crm.settings.value);
      phone.link.change("call-1", { state: ended });
      await until(() => phone.link.call()?.deeds.log === "done");
      assert.equal(phone.link.call()?.deeds.logId, "00T000000000001");
      assert.deepEqual(phone.host.saved, [
        {
          subject: "Call from Ann Lee (+14155550101)",
          direction: "incoming",
          seconds: 12,
          callId: "call-1",
          disposition: "Answered",
          notes: "wants 2",
          record: ann,
          startedAt: Date.UTC(2026, 10, 22, 12),
        },
      ]);
    });

    it("goes through doing, so that another view knows", async () => {
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall({ state: ended })] }) });
      await until(() => phone.link.call()?.deeds.log === "done");
      assert.deepEqual(
        phone.link.sentOf("deed").map(({ deed, state }) => `${deed} ${state}`),
        ["log doing", "log sent", "log done"],
      );
    });

    it("begins when the line has written it down, and not twice", async () => {
      const link = new FakeLink({ calls: [aCall({ state: ended })] });
      link.allows = false;
      using phone = aSoftphone({ link });
      await until(() => link.sentOf("deed").length > 0);
      link.change("call-1", { notes: "x" });
      assert.lengthOf(phone.host.saved, 0);
      link.allow();
      await until(() => link.call()?.deeds.log === "done");
      assert.lengthOf(phone.host.saved, 1);
      assert.equal(phone.host.saved[0]?.notes, "x");
    });

    it("does not happen when the settings switch it off", async () => {
      const settings = { "/calls/log": "false" };
      using phone = aSoftphone({
        settings,
        link: new FakeLink({ calls: [aCall({ state: ended })] }),
      });
      await until(() => phone.link.call()?.deeds.log === "skipped");
      assert.notInclude(phone.host.done, "save");
    });

    it("does not happen without a CRM", async () => {
      const host = new FakeHost("none");
      using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall({ state: ended })] }) });
      await until(() => phone.link.call()?.deeds.log === "skipped");
      assert.notInclude(host.done, "save");
    });

    it("has failed, with the CRM's own words, when the CRM refuses, and is tried again on request", async () => {
      const host = new FakeHost();
      host.save = () => Promise.reject(new HostError("refused", "Subject: too long"));
      using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall({ state: ended })] }) });
      await until(() => phone.link.call()?.deeds.log === "failed");
      assert.equal(phone.link.call()?.deeds.reason, "Subject: too long");
      host.save = () => Promise.resolve("00T000000000002");
      phone.link.send({ type: "deed", call: "call-1", deed: "log", state: "none" });
      await until(() => phone.link.call()?.deeds.log === "done");
      assert.equal(phone.link.call()?.deeds.logId, "00T000000000002");
    });

    it("may have happened when the CRM stays silent", async () => {
      const host = new FakeHost();
      host.save = () => Promise.reject(new HostError("silent", "10 s"));
      using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall({ state: ended })] }) });
      await until(() => phone.link.call()?.deeds.log === "maybe");
    });

    it("is not done again by a view that did not begin it", async () => {
      const deeds = { pop: "done", log: "maybe" } as const;
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall({ state: ended, deeds })] }) });
      await until(() => phone.app.keeper.pending.value.length === 1);
      phone.link.change("call-1", { notes: "x" });
      await until(() => phone.app.crm.settings.value);
      assert.lengthOf(phone.host.saved, 0);
    });

    describe("that was refused", () => {
      const logTimes = { patience: 1000, pauses: [1, 1], rest: 1 };

      it("is tried again a few times, then waits for the agent", async () => {
        const host = new FakeHost();
        host.save = () => Promise.reject(new HostError("refused", "no"));
        const link = new FakeLink({ calls: [aCall({ state: ended })] });
        using phone = aSoftphone({ host, link, logTimes });
        await until(() => link.call()?.deeds.attempts === 3);
        link.change("call-1", { notes: "x" });
        assert.lengthOf(phone.host.saved, 3);
        assert.lengthOf(phone.app.keeper.pending.value, 1);
      });

      it("succeeds at the next attempt", async () => {
        const host = new FakeHost();
        const answers = [Promise.reject(new HostError("refused", "no")), Promise.resolve("00T1")];
        host.save = () => answers.shift() ?? assert.fail("a third time");
        const link = new FakeLink({ calls: [aCall({ state: ended })] });
        using phone = aSoftphone({ host, link, logTimes });
        await until(() => link.call()?.deeds.log === "done");
        assert.lengthOf(phone.host.saved, 2);
      });
    });

    describe("whose answer is late", () => {
      const logTimes = { patience: 1, pauses: [], rest: 1 };

      it("is in doubt until the answer comes, and then done", async () => {
        const host = new FakeHost();
        let answer: (id: string) => void = () => undefined;
        host.save = () => new Promise((resolve) => (answer = resolve));
        const link = new FakeLink({ calls: [aCall({ state: ended })] });
        using phone = aSoftphone({ host, link, logTimes });
        await until(() => link.call()?.deeds.log === "maybe");
        answer("00T1");
        await until(() => link.call()?.deeds.log === "done");
        assert.equal(link.call()?.deeds.logId, "00T1");
        assert.lengthOf(phone.host.saved, 1);
      });

      it("stays in doubt when it makes no sense", async () => {
        const host = new FakeHost();
        host.save = () => Promise.reject(new HostError("failed", "?"));
        const link = new FakeLink({ calls: [aCall({ state: ended })] });
        using phone = aSoftphone({ host, link, logTimes });
        await until(() => link.call()?.deeds.log === "maybe");
        assert.lengthOf(phone.host.saved, 1);
      });
    });

    it("changes the saved Task when notes are written later, once they rest", async () => {
      const deeds = { pop: "done", log: "done", logId: "00T1", changed: true } as const;
      const call = aCall({ state: ended, deeds, notes: "late" });
      const logTimes = { patience: 1000, pauses: [], rest: 1 };
      using phone = aSoftphone({ link: new FakeLink({ calls: [call] }), logTimes });
      await until(() => phone.host.saved.length === 1);
      assert.deepInclude(phone.host.saved[0], { savedId: "00T1", notes: "late" });
    });

    it("has failed when there is no way to the CRM", async () => {
      const connect = () => Promise.reject(new HostError("noScript", "404"));
      using phone = aSoftphone({
        connect,
        link: new FakeLink({ calls: [aCall({ state: ended })] }),
      });
      await until(() => phone.link.call()?.deeds.log === "failed");
    });
  });
});
