import { assert } from "chai";
import { storedValues } from "../../../src/line/value-store.ts";
import { DiskWishes } from "../../../src/line/wishes/disk-wishes.ts";
import { wanted } from "./wanted.ts";

describe("line/wishes/disk-wishes", () => {
  const [name, what] = [`wishes-${crypto.randomUUID()}`, "wishes"];
  const values = storedValues({ name, what });
  after(() => indexedDB.deleteDatabase(name));

  it("are there for the next line, until they are taken back", async () => {
    const before = new DiskWishes("one", values);
    assert.isUndefined(await before.last());
    assert.isTrue(await before.keep(wanted));
    assert.deepEqual(await new DiskWishes("one", values).last(), wanted);
    assert.isTrue(await before.keep(undefined));
    assert.isUndefined(await new DiskWishes("one", values).last());
  });

  it("are those that were kept last, however fast", async () => {
    const wishes = new DiskWishes("two", values);
    for (const doNotDisturb of [true, false, true, false])
      void wishes.keep({ ...wanted, wishes: { ...wanted.wishes, doNotDisturb } });
    assert.isFalse((await wishes.last())?.wishes.doNotDisturb);
  });

  it("are each org's own", async () => {
    await new DiskWishes("three", values).keep(wanted);
    const other = new DiskWishes("", values);
    assert.isUndefined(await other.last());
    await other.keep(undefined);
    assert.deepEqual(await new DiskWishes("three", values).last(), wanted);
  });

  it("cost nothing but themselves where storage refuses", async () => {
    const wishes = new DiskWishes("four", storedValues({ name, what, patience: 0 }));
    assert.isFalse(await wishes.keep(wanted));
    assert.isUndefined(await wishes.last());
  });
});
