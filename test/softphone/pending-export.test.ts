import { assert } from "chai";
import { decodeSettings } from "../../src/callcenter/decode-settings.ts";
import { asCsv } from "../../src/softphone/pending-export.ts";
import { demoSettings } from "./fakes/a-softphone.ts";
import { aCall, connected, ended } from "./fakes/fake-link.ts";

describe("softphone/pending-export", () => {
  /** The table's rows, each by the names of its columns. No cell of these tests has a comma or a line's end. */
  function read(csv: string): readonly Record<string, string>[] {
    const [names = [], ...rows] = csv
      .trim()
      .split("\r\n")
      .map((row) => row.split(",").map((text) => text.slice(1, -1)));
    return rows.map((row) => Object.fromEntries(row.map((text, at) => [names[at] ?? "", text])));
  }

  it("has a row for each call, with all that would have been logged", () => {
    const record = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
    const followUp = { subject: "Send the offer", on: "2027-01-05" };
    const call = aCall({ state: ended, record, notes: "two", draft: { type: "Sales", followUp } });
    assert.deepEqual(read(asCsv([call])), [
      {
        Start: "2026-11-22T12:00:00.000Z",
        Subject: "Call from Ann Lee (+14155550101)",
        Direction: "incoming",
        // As text: a spreadsheet would add the number up, or drop its plus.
        Number: "'+14155550101",
        Seconds: "12",
        Result: "Answered",
        Type: "Sales",
        Record: "003000000000001",
        Call: "call-1",
        Notes: "two",
        "Saved as": "",
        "Follow-up": "Send the offer",
        "Follow-up on": "2027-01-05",
        "Follow-up saved as": "",
      },
    ]);
  });

  it("has a column for each further field that would have been filled", () => {
    const { settings } = decodeSettings({
      ...demoSettings,
      "/log/fields": "Caller__c={number}; Case__c={x-case}",
    });
    const other = aCall({ id: "b", state: ended, attached: { "X-Case": "0042" } });
    const rows = read(asCsv([aCall({ state: ended }), other], settings));
    assert.deepEqual(
      rows.map((row) => [row.Caller__c, row.Case__c]),
      [
        ["'+14155550101", ""],
        ["'+14155550101", "0042"],
      ],
    );
  });

  it("has a row for a call of which only the follow-up is due", () => {
    const deeds = { pop: "done", log: "skipped", followUp: { state: "failed" } } as const;
    const state = { phase: "ended", at: 1, reason: { kind: "media" } } as const;
    const draft = { followUp: { subject: "Try again", on: "2027-01-05" } };
    const [row] = read(asCsv([aCall({ state, deeds, draft })]));
    assert.include(row, { "Follow-up": "Try again", Subject: "", Number: "'+14155550101" });
  });

  it("keeps the lines of notes", () => {
    assert.include(asCsv([aCall({ state: ended, notes: "two\nlines" })]), '"two\nlines"');
  });

  it("makes no formula of what others wrote, and loses no quotation mark", () => {
    const csv = asCsv([aCall({ state: ended, notes: '=HYPERLINK("x")' })]);
    assert.include(csv, `"'=HYPERLINK(""x"")"`);
  });

  it("leaves out calls that are up", () => {
    assert.lengthOf(
      asCsv([aCall({ state: connected })])
        .trim()
        .split("\r\n"),
      1,
    );
  });
});
