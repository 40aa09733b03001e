import { assert } from "chai";
import { createOrg } from "../../../src/workbench/records/org.ts";
import {
  busyNumber,
  loneNumber,
  sharedNumber,
  significantDigits,
  toE164,
  unknownNumber,
} from "../../../src/workbench/records/phone-number.ts";
import { phonebook } from "../../../src/workbench/records/phonebook.ts";
import { agentId } from "../../../src/workbench/records/population.ts";
import { RecordError } from "../../../src/workbench/records/record-error.ts";
import { looksLikeId, to18 } from "../../../src/workbench/records/record-id.ts";
import type { RecordStore, WorkbenchRecord } from "../../../src/workbench/records/store.ts";

const viewed = async (store: RecordStore, label: string) => {
  const view = (await store.listViews()).find((one) => one.label === label);
  return store.rows(view?.id ?? "");
};

const first = (records: readonly WorkbenchRecord[]): WorkbenchRecord => {
  const record = records[0];
  if (!record) throw new Error("There is no record");
  return record;
};

const refused = async (saving: Promise<unknown>): Promise<string> => {
  try {
    await saving;
  } catch (error) {
    if (error instanceof RecordError) return error.code;
    throw error;
  }
  return "saved";
};

describe("workbench/records/org", () => {
  const org = createOrg();
  let contact: WorkbenchRecord;
  let lead: WorkbenchRecord;

  before(async () => {
    contact = first(await org.search(loneNumber));
    lead = first(await viewed(org, "All Leads"));
  });

  afterEach(() => org.reset());

  it("holds a few hundred records, the same ones for the same seed", async () => {
    const all = async (seed: number) =>
      JSON.stringify(
        await Promise.all(["Contact", "Lead", "Case"].map((o) => createOrg(seed).all(o))),
      );
    assert.strictEqual(await all(7), await all(7));
    assert.notStrictEqual(await all(7), await all(8));
    const counts = await Promise.all(
      ["Account", "Contact", "Lead", "Case", "Opportunity", "User", "Task"].map(
        async (object) => (await org.all(object)).length,
      ),
    );
    assert.isAbove(Math.min(...counts), 4);
    assert.isAbove(
      counts.reduce((sum, count) => sum + count),
      300,
    );
  });

  it("gives every record an Id of its own with 18 characters", async () => {
    const ids = (await Promise.all(["Account", "Contact", "Task"].map((o) => org.all(o))))
      .flat()
      .map(({ Id }) => Id);
    assert.isTrue(ids.every((id) => id.length === 18 && looksLikeId(id)));
    assert.strictEqual(new Set(ids).size, ids.length);
  });

  it("computes the check characters as Salesforce does", () => {
    assert.strictEqual(to18("001A0000006Vm9r"), "001A0000006Vm9rIAC");
  });

  it("finds a record by an Id of 15 characters too", async () => {
    assert.strictEqual((await org.get(contact.Id.slice(0, 15)))?.Id, contact.Id);
  });

  it("knows the names and numbers beyond a case's references", async () => {
    const found = first(await viewed(org, "All Open Cases"));
    assert.isNotEmpty(found.fields["Contact.Name"]);
    assert.isNotEmpty(found.fields["Contact.Phone"]);
  });

  describe("rows", () => {
    it("keeps My Open Cases to the agent's that are not closed", async () => {
      const rows = await viewed(org, "My Open Cases");
      assert.isNotEmpty(rows);
      assert.isTrue(
        rows.every(({ fields }) => fields.OwnerId === agentId && fields.Status !== "Closed"),
      );
    });

    it("puts what was looked at last first in Recently Viewed", async () => {
      await org.get(contact.Id);
      const views = await org.listViews();
      const recent = views.find(
        (one) => one.object === "Contact" && one.label === "Recently Viewed",
      );
      assert.strictEqual(first(await org.rows(recent?.id ?? "")).Id, contact.Id);
    });

    it("rejects for a list view that is not there", async () => {
      assert.strictEqual(await refused(org.rows("00B000000000000")), "NOT_FOUND");
    });
  });

  describe("search", () => {
    it("finds a number however its digits are grouped", async () => {
      for (const written of ["4155550101", "415.555.0101", "(415) 555-0101"]) {
        const found = await org.search(written);
        assert.deepStrictEqual(
          found.map(({ Id }) => Id),
          [contact.Id],
          written,
        );
      }
    });

    it("takes no calling code away", async () => {
      assert.isEmpty(await org.search("+1 415 555 0101"));
      assert.lengthOf(await org.search("+14155550101 OR 4155550101"), 1);
    });

    it("finds both contacts of the shared number, and nobody under the unknown one", async () => {
      assert.lengthOf(await org.search(sharedNumber), 2);
      assert.lengthOf(await org.search(unknownNumber), 0);
    });

    it("takes alternatives between OR, and only the objects asked for", async () => {
      assert.lengthOf(await org.search(`${loneNumber} OR ${busyNumber}`), 2);
      assert.lengthOf(await org.search(`${loneNumber} OR ${busyNumber}`, ["Lead"]), 0);
    });

    it("finds words at the beginning of words, accents or not", async () => {
      const names = (await org.search("acme")).map(({ name }) => name);
      assert.include(names, "Acme & Sons");
      assert.include(
        (await org.search("cafe zur")).map(({ name }) => name),
        "Café Zürich",
      );
      assert.lengthOf(await org.search("*"), 0);
    });

    it("finds a case by its number", async () => {
      assert.strictEqual(first(await org.search("00001042")).object, "Case");
    });

    it("finds a person account once", async () => {
      const person = first(await viewed(org, "Person Accounts"));
      const found = await org.search(person.fields.Phone ?? "");
      assert.deepStrictEqual(
        found.map(({ object }) => object),
        ["Account"],
      );
    });
  });

  describe("save", () => {
    const call = { Subject: "Call", CallType: "Inbound", CallDurationInSeconds: "12" };

    it("puts a task into the contact's activity history, newest first", async () => {
      const saved = await org.save("Task", { ...call, WhoId: contact.Id.slice(0, 15) });
      const history = await org.related("Task", "WhoId", contact.Id);
      assert.strictEqual(first(history).Id, saved.Id);
      assert.strictEqual(first(history).fields["Who.Name"], contact.name);
    });

    it("keeps text letter by letter", async () => {
      const Description = `<b>"A&B" = 50% שלום 👋</b>\n`;
      const { Id } = await org.save("Task", { ...call, Description });
      assert.strictEqual((await org.get(Id))?.fields.Description, Description);
    });

    it("updates the record whose Id is given", async () => {
      await org.save("Contact", { Id: contact.Id, Title: "Boss" });
      assert.strictEqual((await org.get(contact.Id))?.fields.Title, "Boss");
      assert.strictEqual((await org.get(contact.Id))?.name, contact.name);
    });

    it("refuses a call type that is not one of the three", async () => {
      const code = await refused(org.save("Task", { ...call, CallType: "inbound" }));
      assert.strictEqual(code, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    });

    it("refuses a broken duration", async () => {
      const code = await refused(org.save("Task", { ...call, CallDurationInSeconds: "1.5" }));
      assert.strictEqual(code, "NUMBER_OUTSIDE_VALID_RANGE");
    });

    it("refuses an account as the name, a contact as the matter, and what is no Id", async () => {
      const accountId = contact.fields.AccountId ?? "";
      for (const wrong of [{ WhoId: accountId }, { WhatId: contact.Id }, { WhoId: "003" }]) {
        assert.strictEqual(await refused(org.save("Task", { ...call, ...wrong })), "MALFORMED_ID");
      }
    });

    it("refuses a lead together with another record", async () => {
      const WhatId = contact.fields.AccountId ?? "";
      const code = await refused(org.save("Task", { ...call, WhoId: lead.Id, WhatId }));
      assert.strictEqual(code, "FIELD_INTEGRITY_EXCEPTION");
    });

    it("refuses records that are not there, fields and objects that do not exist, too long texts", async () => {
      const nobody = "003j0000000zzzz";
      const long = "x".repeat(256);
      const codes = [
        await refused(org.save("Task", { ...call, WhoId: nobody })),
        await refused(org.save("Task", { ...call, Id: "00Tj0000000zzzz" })),
        await refused(org.save("Task", { ...call, Colour: "red" })),
        await refused(org.save("Sandwich", {})),
        await refused(org.save("Task", { ...call, Subject: long })),
        await refused(org.save("Task", { ...call, ActivityDate: "22/11/2026" })),
        await refused(org.save("Contact", { FirstName: "Ann" })),
      ];
      assert.deepStrictEqual(codes, [
        "INVALID_CROSS_REFERENCE_KEY",
        "INVALID_CROSS_REFERENCE_KEY",
        "INVALID_FIELD",
        "INVALID_TYPE",
        "STRING_TOO_LONG",
        "INVALID_FIELD",
        "REQUIRED_FIELD_MISSING",
      ]);
    });
  });
});

describe("workbench/records/phonebook", () => {
  it("has each number once, in the form an exchange wants", () => {
    const numbers = phonebook().map(({ number }) => number);
    assert.strictEqual(new Set(numbers).size, numbers.length);
    assert.isTrue(numbers.every((number) => /^\+\d{7,15}$/.test(number)));
  });

  it("gives the chosen numbers their robots", () => {
    const entry = phonebook().find(({ number }) => number === toE164(busyNumber));
    assert.strictEqual(entry?.behaviour, "busy");
  });

  it("deals no number twice", async () => {
    const digits = (await createOrg().all("Lead")).map(({ fields }) =>
      significantDigits(fields.Phone ?? ""),
    );
    assert.strictEqual(new Set(digits).size, digits.length);
  });
});
