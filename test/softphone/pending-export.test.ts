import { assert } from "chai";
import { asCsv } from "../../src/softphone/pending-export.ts";
import { aCall, connected, ended } from "./fakes/fake-link.ts";

describe("softphone/pending-export", () => {
  it("has a row for each call, with all that would have been logged", () => {
    const record = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
    const csv = asCsv([aCall({ state: ended, notes: "two\nlines", record })]);
    assert.equal(
      csv,
      '"Start","Subject","Direction","Seconds","Result","Record","Call","Notes"\r\n' +
        '"2026-11-22T12:00:00.000Z","Call from Ann Lee (+14155550101)","incoming","12","Answered",' +
        '"003000000000001","call-1","two\nlines"\r\n',
    );
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
