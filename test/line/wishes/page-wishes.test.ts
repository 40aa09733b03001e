import { assert } from "chai";
import type { PageMemory } from "../../../src/base/page-memory.ts";
import { noStore, type ValueStore } from "../../../src/line/value-store.ts";
import { DiskWishes } from "../../../src/line/wishes/disk-wishes.ts";
import { PageWishes } from "../../../src/line/wishes/page-wishes.ts";
import type { KeptWishes } from "../../../src/line/wishes/wish-store.ts";
import { wanted } from "./wanted.ts";

describe("line/wishes/page-wishes", () => {
  let held: Map<string, string>;
  let disk: Map<string, object | undefined>;
  let memory: PageMemory;
  beforeEach(() => {
    held = new Map();
    disk = new Map();
    memory = {
      getItem: (name) => held.get(name) ?? null,
      setItem: (name, value) => void held.set(name, value),
      removeItem: (name) => void held.delete(name),
    };
  });

  const quick: ValueStore = {
    read: (key) => Promise.resolve(disk.get(key)),
    write: (key, value) => Promise.resolve(disk.set(key, value).has(key)),
  };
  /** A disk that does not get done before the page is gone. */
  const slow: ValueStore = { ...quick, write: () => new Promise(() => undefined) };

  const page = (values: ValueStore, org = "org") =>
    new PageWishes({ stored: new DiskWishes(org, values), memory });

  const undisturbed = (doNotDisturb: boolean): KeptWishes => ({
    ...wanted,
    wishes: { ...wanted.wishes, doNotDisturb },
  });

  it("are on the disk, for a worker's line, too", async () => {
    assert.isUndefined(await page(quick).last());
    assert.isTrue(await page(quick).keep(wanted));
    assert.equal(held.size, 0);
    assert.deepEqual(await page(quick).last(), wanted);
    assert.deepEqual(await new DiskWishes("org", quick).last(), wanted);
  });

  it("are there for the next page before the disk is done", async () => {
    await page(quick).keep(undisturbed(true));
    void page(slow).keep(undisturbed(false));
    assert.deepEqual(await page(quick).last(), undisturbed(false));
  });

  it("are none once they were taken back, before the disk is done, too", async () => {
    await page(quick).keep(wanted);
    void page(slow).keep(undefined);
    assert.isUndefined(await page(quick).last());
  });

  it("are those of the disk where a line in a worker has had the phone since", async () => {
    void page(slow).keep(undisturbed(true));
    page(quick).outdate();
    await new DiskWishes("org", quick).keep(undisturbed(false));
    assert.deepEqual(await page(quick).last(), undisturbed(false));
  });

  it("are those that were kept last", async () => {
    const wishes = page(quick);
    await Promise.all([wishes.keep(undisturbed(false)), wishes.keep(undisturbed(true))]);
    assert.equal(held.size, 0);
    assert.deepEqual(await page(quick).last(), undisturbed(true));
  });

  it("are held in the memory where the disk refuses", async () => {
    assert.isFalse(await page(noStore).keep(wanted));
    assert.deepEqual(await page(noStore).last(), wanted);
    await page(noStore).keep(undefined);
    assert.isUndefined(await page(noStore).last());
  });

  it("are each org's own", async () => {
    void page(slow).keep(wanted);
    assert.isUndefined(await page(slow, "other").last());
    void page(slow, "other").keep(undefined);
    assert.deepEqual(await page(slow).last(), wanted);
  });

  it("count for nothing where the memory holds none", async () => {
    void page(slow).keep(wanted);
    for (const key of held.keys()) held.set(key, "{");
    assert.isUndefined(await page(slow).last());
  });

  it("are those of the disk where the memory had room for older ones only", async () => {
    void page(slow).keep(undisturbed(true));
    memory.setItem = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    await page(quick).keep(undisturbed(false));
    assert.deepEqual(await page(quick).last(), undisturbed(false));
  });

  it("cost nothing but themselves where there is no room", async () => {
    memory.setItem = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    assert.isFalse(await page(noStore).keep(wanted));
    assert.isUndefined(await page(noStore).last());
  });
});
