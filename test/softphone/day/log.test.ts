import { assert } from "chai";
import { decodeSettings } from "../../../src/callcenter/decode-settings.ts";
import { HostError } from "../../../src/host/host.ts";
import type { CallSnapshot } from "../../../src/line/protocol.ts";
import { wantedLog } from "../../../src/softphone/log-fields.ts";
import { aSoftphone, type TestedSoftphone } from "../fakes/a-softphone.ts";
import { aCall, ended, FakeLink } from "../fakes/fake-link.ts";
import { until } from "../fakes/until.ts";

const hostile = `<img src=x onerror="alert(1)"> & 'quotes' = 50% + "מה" \u202Eabc\u202C 🎧`;
const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const settings = (log: Record<string, string>) => decodeSettings(log).settings;

async function logOf({ app }: TestedSoftphone) {
  await until(() => app.day.value && app.crm.settings.value);
  return app.day.value?.log ?? assert.fail("no day");
}

describe("softphone/log-fields", () => {
  it("takes what the agent wrote, letter by letter, in place of its own words", () => {
    const draft = { subject: hostile, disposition: hostile, type: hostile };
    const log = wantedLog(aCall({ state: ended, notes: hostile, draft }), settings({}));
    assert.deepInclude(log, {
      subject: hostile,
      disposition: hostile,
      type: hostile,
      notes: hostile,
    });
  });

  it("fills the administrator's fields, and leaves out what is not known", () => {
    const log = settings({
      "/log/fields": "Mos__c={mos}; Case__c={X-Case}; Priority=Normal; Rec__c={recording}",
      "/log/recordingHeader": "X-Recording",
      "/log/recordType": "012000000000001",
      "/log/apex": "Calls.save",
    });
    const attached = { "X-Case": "00001002", "x-recording": "<https://rec.test/1?a=b&c=d>" };
    const call = { ...aCall({ state: ended }), attached };
    assert.deepInclude(wantedLog(call, log), {
      method: "Calls.save",
      fields: {
        Case__c: "00001002",
        Priority: "Normal",
        Rec__c: "https://rec.test/1?a=b&c=d",
        RecordTypeId: "012000000000001",
      },
    });
  });

  it("takes no script for a recording's address", () => {
    const log = settings({ "/log/fields": "R__c={recording}", "/log/recordingHeader": "x" });
    const call = { ...aCall({ state: ended }), attached: { X: "javascript:alert(1)" } };
    assert.notProperty(wantedLog(call, log), "fields");
  });

  it("leaves out missed and unanswered calls where so set", () => {
    const none = { phase: "ended", at: 1, reason: { kind: "cancelled", by: "them" } } as const;
    const off = settings({ "/log/missed": "no", "/log/unanswered": "no" });
    for (const direction of ["incoming", "outgoing"] as const) {
      assert.isUndefined(wantedLog(aCall({ direction, state: none }), off));
      assert.exists(wantedLog(aCall({ direction, state: none }), settings({})));
    }
  });
});

describe("softphone/day/log-model", () => {
  it("offers what was found and the last pages looked at, each once, through page loads", async () => {
    const memory = new Map<string, string>();
    const page = (at: number) => ({
      id: `00100000000000${at}AAA`,
      object: "Account",
      name: `A${at}`,
    });
    using phone = aSoftphone({ memory });
    const log = await logOf(phone);
    for (const at of [1, 2, 3, 4, 5, 6, 2])
      phone.host.events.emit("recordFocused", { record: page(at) });
    const short = { id: "001000000000003", object: "Account", name: "A3" };
    const names = log.candidates(aCall({ record: short })).map(({ name }) => name);
    assert.deepEqual(names, ["A3", "A2", "A6", "A5", "A4"]);
    using next = aSoftphone({ memory });
    assert.lengthOf((await logOf(next)).candidates(aCall()), 5);
  });

  it("adds quick texts to the notes with what is known", async () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
    const log = await logOf(phone);
    const call = phone.link.call() ?? aCall();
    log.insert(call, "Spoke to {name} on {number}{unknown}.");
    const notes = "Spoke to Ann Lee on +14155550101.";
    const added = { type: "setNotes", call: call.id, notes, added: true } as const;
    // To what the line has: what this view knows of the notes may be older.
    assert.deepEqual(phone.link.sentOf("setNotes"), [added]);
  });

  it("tells of fields that Salesforce refused", async () => {
    using phone = aSoftphone();
    const log = await logOf(phone);
    phone.host.events.emit("logReduced", { callId: "call-1", fields: ["Type"] });
    assert.deepEqual(log.left.value.get("call-1"), ["Type"]);
  });
});

describe("softphone/keeping", () => {
  it("saves the log when the wrap-up is over, not before", async () => {
    const chosen = { ready: true, by: "agent" } as const;
    const wrapUp = { phase: "wrapUp", since: 0, until: 1, calls: ["call-1"], chosen } as const;
    const link = new FakeLink({ calls: [aCall({ state: ended })], presence: wrapUp });
    using phone = aSoftphone({ link });
    await logOf(phone);
    link.change("call-1", { notes: "late" });
    assert.isEmpty(phone.host.saved);
    link.say({ presence: { phase: "ready", since: 0, chosen } });
    await until(() => phone.host.saved.length === 1);
    assert.equal(phone.host.saved[0]?.notes, "late");
  });

  describe("what is still to be done", () => {
    const followUp = { subject: "Call again", on: "2026-12-01" };
    const done = { pop: "done", log: "done", logId: "00T000000000001" } as const;
    const toDo = (news: Partial<CallSnapshot> = {}) =>
      aCall({ state: ended, deeds: done, draft: { followUp }, record: ann, ...news });

    function build(call: CallSnapshot) {
      return aSoftphone({ link: new FakeLink({ calls: [call] }), logTimes: { rest: 1 } });
    }

    it("is saved once the log is, on its own, and only once there is a day to it", async () => {
      using phone = build(toDo({ draft: { followUp: { subject: "x", on: "" } } }));
      phone.link.change("call-1", { notes: "x" });
      phone.link.change("call-1", { draft: { followUp } });
      await until(() => phone.link.call()?.deeds.followUp?.state === "done");
      assert.deepEqual(phone.host.followUps, [{ ...followUp, record: ann }]);
      assert.equal(phone.link.call()?.deeds.followUp?.id, "00T000000000002");
      assert.isEmpty(phone.host.saved);
    });

    it("is changed by its Id", async () => {
      const saved = { state: "done", id: "00T000000000002", changed: true } as const;
      using phone = build(toDo({ deeds: { ...done, followUp: saved } }));
      await until(() => phone.host.followUps.length === 1);
      assert.equal(phone.host.followUps[0]?.savedId, saved.id);
    });

    it("is never saved again while nobody knows whether it was", async () => {
      using phone = build(
        toDo({ deeds: { ...done, changed: true, followUp: { state: "maybe" } } }),
      );
      // The log, whose Id is known, is: that is how far the view has come.
      await until(() => phone.host.saved.length === 1);
      phone.link.change("call-1", { draft: { followUp: { ...followUp, subject: "Call soon" } } });
      await until(() => phone.link.call()?.deeds.log === "done");
      assert.isEmpty(phone.host.followUps);
      const log = await logOf(phone);
      log.followUpAgain(phone.link.call() ?? toDo());
      await until(() => phone.host.followUps.length === 1);
    });

    it("is in doubt when Salesforce does not answer, and the log is not", async () => {
      using phone = build(toDo());
      phone.host.saveToDo = () => Promise.reject(new HostError("silent", "no answer"));
      await until(() => phone.link.call()?.deeds.followUp?.state === "maybe");
      assert.equal(phone.link.call()?.deeds.log, "done");
      const log = await logOf(phone);
      log.followUpIsThere(phone.link.call() ?? toDo());
      await until(() => phone.link.call()?.deeds.followUp?.state === "done");
      assert.lengthOf(phone.host.followUps, 1);
    });
  });
});
