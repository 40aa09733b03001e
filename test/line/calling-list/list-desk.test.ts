import { assert } from "chai";
import { ListDesk } from "../../../src/line/calling-list/list-desk.ts";
import {
  MemoryListStore,
  type KeptList,
  type ListStore,
} from "../../../src/line/calling-list/list-store.ts";
import type { ListCommand } from "../../../src/line/protocol-list.ts";
import { FakePhone } from "../../../src/telephony/fake/fake-phone.ts";

const owner = "https://acme.test agent@demo.test";
const rules = { pause: 0, retryAfter: 0, retries: 0 };
const head = { name: "Kept", mode: "preview", rules } as const;
const begin: ListCommand = {
  ...{ type: "list", deed: "begin", name: "Mine", rows: [{ number: "5550101" }] },
  ...{ mode: "preview", rules },
};

/** A disk that is read when the test says so. */
class SlowStore extends MemoryListStore {
  readonly reads: (() => void)[] = [];

  override async open(whose: string): Promise<KeptList | undefined> {
    await new Promise<void>((resolve) => this.reads.push(resolve));
    return super.open(whose);
  }
}

function build(store: ListStore = new MemoryListStore()) {
  const chosen = { ready: true, by: "agent" } as const;
  const presence = { snapshot: { phase: "ready", since: 0, chosen } } as const;
  const options = { phone: new FakePhone(), schedule: () => () => undefined };
  const changed = () => undefined;
  const desk = new ListDesk({ options, store, records: new Map(), presence, changed });
  return { desk, list: () => desk.snapshot };
}

describe("line/calling-list/list-desk", () => {
  it("begins a list only once it is known whose it is: the one who comes would lose it", async () => {
    const { desk, list } = build();
    assert.isFalse(desk.isOpen);
    desk.obey(begin);
    assert.isUndefined(list());
    await desk.belongTo(owner);
    assert.isTrue(desk.isOpen);
    desk.obey(begin);
    await desk.belongTo(owner);
    assert.equal(list()?.name, "Mine");
  });

  it("begins none over one that is still being read from the disk", async () => {
    const store = new SlowStore();
    await store.keep(owner, {
      head,
      rows: [{ key: 0, number: "1", notes: "", attempts: 0, state: { phase: "waiting" } }],
    });
    const { desk, list } = build(store);
    const reading = desk.belongTo(owner);
    assert.isFalse(desk.isOpen);
    desk.obey(begin);
    store.reads[0]?.();
    await reading;
    assert.deepInclude(list(), { name: "Kept", problem: "restarted" });
    desk.obey(begin);
    assert.equal(list()?.name, "Kept");
  });

  it("is not open for an agent whose list is not read because another came first", async () => {
    const store = new SlowStore();
    const { desk } = build(store);
    const first = desk.belongTo(owner);
    const second = desk.belongTo("another");
    store.reads[0]?.();
    await first;
    assert.isFalse(desk.isOpen);
    store.reads[1]?.();
    await second;
    assert.isTrue(desk.isOpen);
    await desk.belongTo(undefined);
    assert.isFalse(desk.isOpen);
  });
});
