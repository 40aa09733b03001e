import { assert } from "chai";
import { decodeSettings } from "../../../src/callcenter/decode-settings.ts";
import { wantedLog } from "../../../src/softphone/log-fields.ts";
import { aSoftphone, type TestedSoftphone } from "../fakes/a-softphone.ts";
import { aCall, ended, FakeLink } from "../fakes/fake-link.ts";
import { until } from "../fakes/until.ts";

const hostile = `<img src=x onerror="alert(1)"> & 'quotes' = 50% + "מה" \u202Eabc\u202C 🎧`;
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

  it("makes a follow-up of a subject and a day, not of half of it", () => {
    const followUp = { subject: "Call again", on: "2026-12-01" };
    const all = settings({});
    const call = aCall({ state: ended, draft: { followUp } });
    assert.deepEqual(wantedLog(call, all)?.followUp, followUp);
    const half = aCall({ state: ended, draft: { followUp: { subject: "x", on: "" } } });
    assert.isUndefined(wantedLog(half, all)?.followUp);
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
    using phone = aSoftphone({ link: new FakeLink({ calls: [aCall({ notes: "So far" })] }) });
    const log = await logOf(phone);
    log.insert(phone.link.call() ?? aCall(), "Spoke to {name} on {number}{unknown}.");
    assert.equal(phone.link.call()?.notes, "So far\nSpoke to Ann Lee on +14155550101.");
  });

  it("keeps the Id of the follow-up that was saved, and tells of one that was not", async () => {
    using phone = aSoftphone();
    const log = await logOf(phone);
    phone.host.events.emit("followUpSaved", { callId: "call-1", id: undefined });
    assert.isTrue(log.undone.value.has("call-1"));
    phone.host.events.emit("followUpSaved", { callId: "call-1", id: "00T000000000002" });
    assert.isFalse(log.undone.value.has("call-1"));
    const draft = { followUp: { savedId: "00T000000000002" } };
    assert.deepEqual(phone.link.sentOf("setDraft"), [{ type: "setDraft", call: "call-1", draft }]);
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
});
