import { assert } from "chai";
import { HostError } from "../../src/host/host.ts";
import type { ListRow, ListSnapshot } from "../../src/line/protocol-list.ts";
import { CallingListModel } from "../../src/softphone/calling-list-model.ts";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { until } from "./fakes/until.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };

function checking(news: Partial<ListRow> = {}): ListSnapshot {
  const row: ListRow = {
    ...{ key: 7, number: "(415) 555-0101", record: ann, notes: "", attempts: 0 },
    state: { phase: "placed" },
    ...news,
  };
  return {
    ...{ name: "Mine", mode: "progressive", phase: "checking", paused: false, row, next: [] },
    ...{ past: [], total: 1, done: 0, later: 0, outcomes: {} },
  };
}

const withRule = { "/lists/doNotCall": "Rules.mayCall" };

/** A view that has a list, and a CRM that has been reached. */
async function build(settings: Record<string, string> = {}) {
  const phone = aSoftphone({ settings });
  const model = new CallingListModel(phone.app);
  await until(() => phone.app.crm.settings.value);
  const { link } = phone;
  const answers = () => [...link.sentOf("dial"), ...link.sentOf("list")];
  const check = async (list: ListSnapshot) => {
    link.say({ list, front: link.view });
    await until(() => answers().length > 0);
    return answers();
  };
  return { ...phone, model, check, answers };
}

describe("softphone/calling-list-model", () => {
  it("dials the row whose turn it is, with its record, in the view in front", async () => {
    using phone = await build();
    phone.link.say({ list: checking(), front: "another" });
    assert.isEmpty(phone.answers());
    const [dial] = await phone.check(checking());
    assert.deepInclude(dial, { type: "dial", row: 7, record: ann, written: "(415) 555-0101" });
  });

  it("dials it once, however often the line tells", async () => {
    using phone = await build();
    await phone.check(checking());
    phone.link.say({ list: checking() });
    phone.link.say({ list: checking() });
    assert.lengthOf(phone.answers(), 1);
    phone.link.say({ list: { ...checking(), phase: "placed" } });
    phone.link.say({ list: checking({ attempts: 1 }) });
    await until(() => phone.answers().length === 2);
  });

  for (const [rule, listed, deed] of [
    [undefined, false, "dial"],
    [undefined, true, "doNotCall"],
    [true, true, "dial"],
    [false, false, "doNotCall"],
  ] as const) {
    it(`with a rule that says ${String(rule)} and a list that says ${String(!listed)}: ${deed}`, async () => {
      using phone = await build(rule === undefined ? {} : withRule);
      phone.host.allow = () => Promise.resolve(rule ?? true);
      const [answer] = await phone.check(checking({ doNotCall: listed }));
      assert.equal(answer?.type === "list" && answer.deed === "refuse" ? answer.why : "dial", deed);
    });
  }

  it("calls nobody while it cannot be found out whether it may", async () => {
    using phone = await build(withRule);
    phone.host.allow = () => Promise.reject(new HostError("silent", "no answer"));
    assert.deepEqual(await phone.check(checking()), [
      { type: "list", deed: "refuse", row: 7, why: "unchecked" },
    ]);
  });

  for (const number of ["call me", "911"]) {
    it(`does not dial ${number}`, async () => {
      using phone = await build();
      assert.deepEqual(await phone.check(checking({ number })), [
        { type: "list", deed: "refuse", row: 7, why: "badNumber" },
      ]);
    });
  }

  it("takes a list with the administrator's rules, comes forward, and takes no second one", async () => {
    const rules = { mode: "progressive", pause: "3", retryAfter: "60", retries: "1" };
    const settings = Object.entries(rules).map(([item, value]) => [`/lists/${item}`, value]);
    using phone = await build(Object.fromEntries(settings) as Record<string, string>);
    const order = { name: "Mine", rows: [{ number: "5550101", record: ann }] };
    phone.link.say({ listsOpen: true });
    assert.deepEqual(await phone.model.take(order), { taken: 1 });
    assert.include(phone.host.done, "show");
    const [begun] = phone.link.sentOf("list");
    assert.deepInclude(begun, {
      ...{ deed: "begin", mode: "progressive", rows: order.rows },
      rules: { pause: 3_000, retryAfter: 60_000, retries: 1 },
    } as object);
    phone.link.say({ list: checking() });
    assert.deepEqual(await phone.model.take(order), { taken: 0, reason: "busy" });
    assert.deepEqual(await phone.model.take({ name: "", rows: [] }), { taken: 0, reason: "empty" });
  });

  it("takes a list that comes before the agent is signed in once they are: never before", async () => {
    using phone = await build();
    const taking = phone.model.take({ name: "Mine", rows: [{ number: "5550101" }] });
    phone.link.say({ listsOpen: false });
    assert.isEmpty(phone.link.sentOf("list"));
    phone.link.say({ listsOpen: true });
    assert.deepEqual(await taking, { taken: 1 });
    assert.lengthOf(phone.link.sentOf("list"), 1);
  });

  it("says that nobody is signed in, and does not take the list later", async () => {
    using phone = aSoftphone();
    const model = new CallingListModel({ ...phone.app, listPatience: 1 });
    const order = { name: "Mine", rows: [{ number: "5550101" }] };
    assert.deepEqual(await model.take(order), { taken: 0, reason: "signedOut" });
    phone.link.say({ listsOpen: true });
    assert.isEmpty(phone.link.sentOf("list"));
  });
});
