import { assert } from "chai";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { FakeHost } from "./fakes/fake-host.ts";
import { aCall, ended, FakeLink, registered } from "./fakes/fake-link.ts";
import { until } from "./fakes/until.ts";

describe("softphone/tidy-up", () => {
  const done = { pop: "done", log: "done" } as const;

  it("puts a logged call away when another begins", async () => {
    const over = aCall({ id: "a", state: ended, deeds: done });
    using phone = aSoftphone({ link: new FakeLink({ calls: [over] }) });
    await until(() => phone.app.crm.settings.value);
    assert.exists(phone.link.call("a"));
    phone.link.say({ calls: [over, aCall({ id: "b" })] });
    await until(() => !phone.link.call("a"));
  });

  it("keeps a call whose log is not safe", async () => {
    const deeds = { pop: "done", log: "maybe" } as const;
    const calls = [aCall({ id: "a", state: ended, deeds }), aCall({ id: "b" })];
    using phone = aSoftphone({ link: new FakeLink({ calls }) });
    await until(() => phone.host.done.includes("find +14155550101 incoming"));
    assert.exists(phone.link.call("a"));
  });

  for (const [what, followUp] of [
    ["was refused", { state: "failed", attempts: 9 }],
    ["may be saved", { state: "maybe" }],
    ["is not saved yet", undefined],
  ] as const) {
    it(`keeps a call whose follow-up ${what}`, async () => {
      const draft = { followUp: { subject: "Send the offer", on: "2027-01-05" } };
      const deeds = { ...done, ...(followUp && { followUp }) };
      const over = aCall({ id: "a", state: ended, draft, deeds });
      const logTimes = { patience: 1000, pauses: [], rest: 1e6 };
      using phone = aSoftphone({ link: new FakeLink({ calls: [over] }), logTimes });
      await until(() => phone.app.crm.settings.value);
      phone.link.say({ calls: [over, aCall({ id: "b" })] });
      await until(() => phone.host.done.includes("find +14155550101 incoming"));
      assert.exists(phone.link.call("a"));
    });
  }

  it("puts a call away once its follow-up is saved", async () => {
    const draft = { followUp: { subject: "Send the offer", on: "2027-01-05" } };
    const over = aCall({ id: "a", state: ended, draft, deeds: done });
    const logTimes = { rest: 1 };
    using phone = aSoftphone({
      link: new FakeLink({ calls: [over, aCall({ id: "b" })] }),
      logTimes,
    });
    await until(() => !phone.link.call("a"));
    assert.lengthOf(phone.host.followUps, 1);
  });

  it("needs no log without a CRM", async () => {
    const calls = [aCall({ id: "a", state: ended }), aCall({ id: "b" })];
    using phone = aSoftphone({ host: new FakeHost("none"), link: new FakeLink({ calls }) });
    await until(() => !phone.link.call("a"));
  });

  it("signs the line out when the CRM logs the agent out", async () => {
    using phone = aSoftphone({ link: new FakeLink({ registration: registered }) });
    await until(() => phone.app.crm.settings.value);
    phone.host.events.emit("loggedOut", {});
    assert.deepEqual(phone.link.sentOf("signOut"), [{ type: "signOut", loggedOut: true }]);
  });

  it("tells the line what the administrator chose for it", async () => {
    const presence = { "/presence/wrapUp": "20", "/presence/notReadyCalls": "refuse" };
    using phone = aSoftphone({ settings: { "/calls/keepFor": "30", ...presence } });
    await until(() => phone.app.crm.settings.value);
    assert.deepEqual(phone.link.sentOf("configure"), [
      { type: "configure", keepCallFor: 30_000, wrapUp: 20_000, refuseCalls: true },
    ]);
  });
});
