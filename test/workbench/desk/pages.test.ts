import { assert } from "chai";
import { createOrg } from "../../../src/workbench/records/org.ts";
import { loneNumber, sharedNumber } from "../../../src/workbench/records/phone-number.ts";
import type { WorkbenchRecord } from "../../../src/workbench/records/store.ts";
import { assertAccessible, mountedDesk, shown } from "./mounted-desk.ts";

async function contactAlone(): Promise<WorkbenchRecord> {
  const [contact] = await createOrg().search(loneNumber);
  if (!contact) throw new Error("Nobody has the lone number");
  return contact;
}

const fill = (root: HTMLElement, name: string, value: string) => {
  const input = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!input) throw new Error(`No field ${name}`);
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

describe("workbench/desk/pages", () => {
  let contact: WorkbenchRecord;
  before(async () => {
    contact = await contactAlone();
  });

  for (const url of ["/home", "/003", "/500", "/00Q/e", "/setup", "/login", "/apex/Somewhere"]) {
    it(`shows ${url} accessibly`, async () => {
      using desk = mountedDesk(url);
      await shown(
        desk.root,
        url.startsWith("/0") || url === "/500" ? "table, form.record-form" : "h1",
      );
      await assertAccessible(document.body);
    });
  }

  describe("list view", () => {
    it("dials with the row's own record", async () => {
      using desk = mountedDesk("/003");
      (await shown(desk.root, "a.phone", loneNumber)).click();
      assert.deepStrictEqual(desk.clicks, [{ number: loneNumber, recordId: contact.Id }]);
    });

    it("names each number by itself and says what a click does", async () => {
      using desk = mountedDesk("/003");
      const number = await shown(desk.root, "[role=button].phone", loneNumber);
      assert.strictEqual(number.title, `Click to dial ${loneNumber}`);
    });

    it("dials from the keyboard", async () => {
      using desk = mountedDesk("/003");
      const number = await shown(desk.root, "a.phone", loneNumber);
      number.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      assert.lengthOf(desk.clicks, 1);
    });

    it("shows numbers as grey text while click-to-dial is off", async () => {
      using desk = mountedDesk("/003");
      desk.softphone.value = { ...desk.softphone.value, clickToDial: false };
      await shown(desk.root, "span.phone-off", loneNumber);
      assert.lengthOf(desk.root.querySelectorAll("a.phone"), 0);
      await assertAccessible(desk.root);
    });

    it("loads another page for another view", async () => {
      using desk = mountedDesk("/500");
      const chooser = await shown(desk.root, ".view-chooser select");
      const mine = [...chooser.querySelectorAll("option")].find(
        (option) => option.label === "My Open Cases",
      );
      (chooser as HTMLSelectElement).value = mine?.value ?? "";
      chooser.dispatchEvent(new Event("change", { bubbles: true }));
      assert.deepStrictEqual(desk.loads, [`/500?view=${mine?.value ?? ""}`]);
    });

    it("shows the view that the address names", async () => {
      const views = await createOrg().listViews();
      const mine = views.find(({ label }) => label === "My Open Cases");
      using desk = mountedDesk(`/500?view=${mine?.id ?? ""}`);
      assert.include((await shown(desk.root, "h1")).textContent, "My Open Cases");
    });
  });

  describe("record", () => {
    it("shows fields and related lists, and dials with the record on it", async () => {
      using desk = mountedDesk(`/${contact.Id}`);
      (await shown(desk.root, "[data-field=Phone] a", loneNumber)).click();
      assert.deepStrictEqual(desk.clicks, [{ number: loneNumber, recordId: contact.Id }]);
      const titles = [...desk.root.querySelectorAll("section.related h2")];
      assert.deepStrictEqual(
        titles.map(({ textContent }) => textContent),
        ["Cases", "Opportunities", "Activity History"],
      );
      await shown(desk.root, "section.related table, section.related .empty");
      await assertAccessible(desk.root);
    });

    it("finds a record by its short Id, and says when there is none", async () => {
      using desk = mountedDesk(`/${contact.Id.slice(0, 15)}`);
      assert.include((await shown(desk.root, "h1")).textContent, contact.name);
      using nothing = mountedDesk("/003j0000000zzzz");
      assert.include((await shown(nothing.root, "[role=alert]")).textContent, "does not exist");
    });

    it("shows a logged call with its type, its length and its notes, which execute nowhere", async () => {
      const org = createOrg();
      const Description = `<img src=x onerror="document.title='pwned'"> "A&B" שלום 👋`;
      await org.save("Task", {
        Subject: "Call 1",
        WhoId: contact.Id,
        CallType: "Outbound",
        CallDurationInSeconds: "75",
        Description,
      });
      using desk = mountedDesk(`/${contact.Id}`, { org });
      const row = await shown(desk.root, "section[aria-label='Activity History'] tbody tr");
      assert.include(row.textContent, "Outbound");
      assert.include(row.textContent, "1 min 15 s");
      assert.include((await shown(desk.root, ".comment")).textContent, Description);
      assert.lengthOf(desk.root.querySelectorAll("img"), 0);
    });

    it("saves what was edited and leaves the rest alone", async () => {
      using desk = mountedDesk(`/${contact.Id}/e`);
      await shown(desk.root, "form.record-form");
      fill(desk.root, "Description", "Prefers <mornings> & tea");
      desk.root.querySelector("form.record-form")?.dispatchEvent(submit());
      await shown(desk.root, "dd", "Prefers <mornings> & tea");
      const saved = await desk.org.get(contact.Id);
      assert.strictEqual(saved?.fields.Phone, loneNumber);
      assert.deepStrictEqual(desk.saves, [{ id: contact.Id, created: false }]);
    });

    it("shows the org's words when it refuses", async () => {
      using desk = mountedDesk(`/${contact.Id}/e`);
      await shown(desk.root, "form.record-form");
      fill(desk.root, "LastName", "");
      desk.root.querySelector("form.record-form")?.dispatchEvent(submit());
      assert.include((await shown(desk.root, "[role=alert]")).textContent, "LastName");
    });
  });

  it("makes a new record with the number from the address, and goes to it", async () => {
    using desk = mountedDesk("/003/e?Phone=%2B14155550199");
    await shown(desk.root, "form.record-form");
    assert.strictEqual(
      desk.root.querySelector<HTMLInputElement>("[name=Phone]")?.value,
      "+14155550199",
    );
    fill(desk.root, "LastName", "D'Arc & Co");
    desk.root.querySelector("form.record-form")?.dispatchEvent(submit());
    const [made] = await awaitSearch(desk.org, "+14155550199");
    assert.strictEqual(made?.name, "D'Arc & Co");
    assert.deepStrictEqual(desk.loads, [`/${made?.Id ?? ""}`]);
  });

  it("finds a shared number's records, in a table for each object", async () => {
    using desk = mountedDesk(`/search?str=${encodeURIComponent(sharedNumber)}`);
    await shown(desk.root, "h2", "Contacts (2)");
    await assertAccessible(desk.root);
  });
});

function submit(): Event {
  return new Event("submit", { bubbles: true, cancelable: true });
}

async function awaitSearch(org: ReturnType<typeof createOrg>, text: string) {
  for (;;) {
    const found = await org.search(text);
    if (found.length > 0) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
