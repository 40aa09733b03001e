import { listViews, recentlyViewed, type RuledListView } from "./list-views.ts";
import { agentId, populate, type KeptRecord } from "./population.ts";
import { RecordError } from "./record-error.ts";
import { makeId, prefixes, to18 } from "./record-id.ts";
import { fieldOf } from "./layouts.ts";
import { matcher } from "./search.ts";
import type { ObjectName, RecordStore, WorkbenchRecord } from "./store.ts";
import { validate } from "./validate.ts";
import { complete } from "./complete.ts";

/** A record store that can also be looked over and set back, for tests. */
export interface Org extends RecordStore {
  /** Every record of one object, newest first. */
  all(object: ObjectName): Promise<readonly WorkbenchRecord[]>;
  /** Forgets all that was saved. */
  reset(): void;
}

/** The seed of the org that is served. */
export const usualSeed = 2028;

/** Makes an org in memory. The same `seed` gives the same records, Ids and telephone numbers. */
export function createOrg(seed = usualSeed): Org {
  return new MemoryOrg(seed);
}

class MemoryOrg implements Org {
  readonly #seed: number;
  #records = new Map<string, KeptRecord>();
  /** Ids, the last one looked at first. */
  #recent: readonly string[] = [];

  constructor(seed: number) {
    this.#seed = seed;
    this.reset();
  }

  reset(): void {
    const records = populate(this.#seed);
    this.#records = new Map(records.map((record) => [record.fields.Id ?? "", record]));
    this.#recent = [...this.#records.keys()].filter((_id, at) => at % 9 === 0);
  }

  get(id: string): Promise<WorkbenchRecord | undefined> {
    const record = this.#records.get(to18(id));
    if (record) this.#recent = [to18(id), ...this.#recent.filter((other) => other !== to18(id))];
    return Promise.resolve(record && this.#complete(record));
  }

  listViews(): Promise<readonly RuledListView[]> {
    return Promise.resolve(listViews);
  }

  rows(listView: string): Promise<readonly WorkbenchRecord[]> {
    const view = listViews.find(({ id }) => id === to18(listView));
    if (!view) {
      return Promise.reject(new RecordError("NOT_FOUND", `List view ${listView} does not exist`));
    }
    const rows = this.#select((record) => record.object === view.object && !isHidden(record));
    if (view.label === recentlyViewed) return Promise.resolve(this.#byRecency(rows));
    return Promise.resolve(rows.filter((row) => view.has(row, agentId)).sort(byName));
  }

  related(object: ObjectName, field: string, id: string): Promise<readonly WorkbenchRecord[]> {
    const wanted = to18(id);
    const rows = this.#select((one) => one.object === object && one.fields[field] === wanted);
    return Promise.resolve(rows.reverse());
  }

  search(text: string, objects?: readonly ObjectName[]): Promise<readonly WorkbenchRecord[]> {
    const matches = matcher(text);
    const wanted = ({ object }: KeptRecord) =>
      objects ? objects.includes(object) : object !== "Task" && object !== "User";
    const found = this.#select((one) => wanted(one) && !isHidden(one) && matches(named(one)));
    return Promise.resolve(found);
  }

  // Async, so that a refusal is a rejection.
  // eslint-disable-next-line @typescript-eslint/require-await
  async save(
    object: ObjectName,
    fields: Readonly<Record<string, string>>,
  ): Promise<WorkbenchRecord> {
    const before = this.#before(object, fields.Id);
    const after = withDefaults(object, { ...before, ...withLongIds(object, fields) });
    const known = validate(object, after).object;
    this.#checkReferences(object, after);
    const Id = after.Id ?? this.#nextId(known);
    const record: KeptRecord = { object: known, fields: { ...after, Id } };
    this.#records.set(Id, record);
    this.#recent = [Id, ...this.#recent.filter((other) => other !== Id)];
    return this.#complete(record);
  }

  all(object: ObjectName): Promise<readonly WorkbenchRecord[]> {
    return Promise.resolve(this.#select((one) => one.object === object).reverse());
  }

  #before(object: ObjectName, id: string | undefined): KeptRecord["fields"] | undefined {
    if (id === undefined) return undefined;
    const record = this.#records.get(to18(id));
    if (record?.object === object) return record.fields;
    throw new RecordError("INVALID_CROSS_REFERENCE_KEY", `invalid cross reference id: ${id}`);
  }

  #checkReferences(object: ObjectName, fields: KeptRecord["fields"]): void {
    for (const [api, value] of Object.entries(fields)) {
      if (fieldOf(object, api).kind !== "reference" || value === "" || this.#records.has(value)) {
        continue;
      }
      throw new RecordError("INVALID_CROSS_REFERENCE_KEY", `invalid cross reference id: ${value}`);
    }
  }

  #nextId(object: KeptRecord["object"]): string {
    let number = this.#records.size + 1;
    while (this.#records.has(makeId(prefixes[object], number))) number++;
    return makeId(prefixes[object], number);
  }

  #select(wanted: (record: KeptRecord) => boolean): WorkbenchRecord[] {
    return [...this.#records.values()].filter(wanted).map((record) => this.#complete(record));
  }

  #byRecency(rows: readonly WorkbenchRecord[]): readonly WorkbenchRecord[] {
    const place = new Map(this.#recent.map((id, at) => [id, at]));
    return rows
      .filter(({ Id }) => place.has(Id))
      .sort((one, other) => (place.get(one.Id) ?? 0) - (place.get(other.Id) ?? 0));
  }

  #complete(record: KeptRecord): WorkbenchRecord {
    return complete(record, (id) => this.#records.get(id));
  }
}

function named(record: KeptRecord): WorkbenchRecord {
  return complete(record, () => undefined);
}

/** The contact behind a person account is never listed or found. */
function isHidden({ object, fields }: KeptRecord): boolean {
  return object === "Contact" && fields.IsPersonAccount === "true";
}

function byName(one: WorkbenchRecord, other: WorkbenchRecord): number {
  return one.name.localeCompare(other.name, "en");
}

function withLongIds(
  object: ObjectName,
  fields: KeptRecord["fields"],
): Readonly<Record<string, string>> {
  const isId = (api: string) => api === "Id" || fieldOf(object, api).kind === "reference";
  return Object.fromEntries(
    Object.entries(fields).map(([api, value]) => [api, isId(api) ? to18(value) : value]),
  );
}

function withDefaults(object: ObjectName, fields: KeptRecord["fields"]): KeptRecord["fields"] {
  const ownerId = object === "User" ? {} : { OwnerId: agentId };
  const ofTask = { Status: "Not Started", Priority: "Normal" };
  return { ...ownerId, ...(object === "Task" ? ofTask : {}), ...fields };
}
