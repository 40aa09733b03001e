import type {
  ObjectName,
  RecordStore,
  WorkbenchRecord,
} from "../../src/workbench/records/store.ts";

function record(
  Id: string,
  object: ObjectName,
  fields: Readonly<Record<string, string>>,
): WorkbenchRecord {
  return { Id, object, name: fields.Name ?? fields.CaseNumber ?? "", fields };
}

export const acme = record("001x0000003DGQRAA4", "Account", { Name: "Acme", Phone: "4155551212" });
export const ada = record("003x0000001ADAAAA0", "Contact", { Name: "Ada", Phone: "4155550101" });
const bob = record("003x0000001BOBAAA0", "Contact", { Name: "Bob", Phone: "4155550202" });
const eve = record("003x0000001EVEAAA0", "Contact", { Name: "Eve", Phone: "4155550202" });
export const aCase = record("500x00000012345AAA", "Case", {
  CaseNumber: "1001",
  Subject: "Broken",
  Phone: "4155550303",
});
export const person = record("001x000000PERSOAA1", "Account", {
  Name: "Pat",
  Phone: "4155550404",
  IsPersonAccount: "true",
  PersonContactId: "003D000000QOBPXAA5",
});

/** Records in memory, as little as players need. */
export class FakeStore implements RecordStore {
  readonly saved: WorkbenchRecord[] = [];
  readonly #records = [acme, ada, bob, eve, aCase, person];

  get(id: string) {
    const found = this.#records.find((each) => each.Id.slice(0, 15) === id.slice(0, 15));
    return Promise.resolve(found);
  }

  search(text: string, objects: readonly ObjectName[] = []) {
    const matches = this.#records.filter(
      ({ object, fields }) =>
        objects.includes(object) && Object.values(fields).includes(text.trim()),
    );
    return Promise.resolve(matches);
  }

  save(object: ObjectName, fields: Readonly<Record<string, string>>) {
    if (object === "Nothing") return Promise.reject(new Error("No such object: Nothing"));
    const Id = fields.Id ?? "00Tx00000012345AAA";
    const saved = record(Id, object, fields);
    this.saved.push(saved);
    return Promise.resolve(saved);
  }

  listViews() {
    return Promise.resolve([]);
  }

  rows() {
    return Promise.resolve([]);
  }

  related() {
    return Promise.resolve([]);
  }
}
