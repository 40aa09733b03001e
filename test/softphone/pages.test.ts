import { assert } from "chai";
import type { PageRequest } from "../../src/host/page-events.ts";
import { servePages } from "../../src/softphone/pages.ts";
import { aSoftphone, type TestedSoftphone } from "./fakes/a-softphone.ts";
import { aCall, connected } from "./fakes/fake-link.ts";
import { until } from "./fakes/until.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const dialAnn: PageRequest = { event: "dial", order: { number: "(415) 555-0101", record: ann } };
const list: PageRequest = { event: "list", order: { name: "Mine", rows: [{ number: "555" }] } };

/** A phone whose administrator chose `rule`. */
async function withRule(rule: string): Promise<TestedSoftphone & { readonly taken: string[] }> {
  const phone = aSoftphone({ settings: { "/pages/dial": rule } });
  const taken: string[] = [];
  servePages({
    app: phone.app,
    takeList({ name, rows }) {
      taken.push(name);
      return Promise.resolve({ taken: rows.length });
    },
  });
  await until(() => phone.app.crm.settings.value);
  return { ...phone, taken };
}

const ask = ({ host }: TestedSoftphone, request: PageRequest) =>
  host.events.emit("pageAsked", request);

describe("softphone/pages", () => {
  it("dials for a page where the administrator allows it, with the row's record", async () => {
    using phone = await withRule("dial");
    ask(phone, dialAnn);
    await until(() => phone.link.sentOf("dial").length);
    assert.deepInclude(phone.link.sentOf("dial")[0], { target: "4155550101", record: ann });
  });

  it("only writes the number where agents are to press Call themselves", async () => {
    using phone = await withRule("fill");
    ask(phone, dialAnn);
    assert.isEmpty(phone.link.sentOf("dial"));
    assert.equal(phone.app.dialer.number.value, "(415) 555-0101");
    assert.include(phone.host.done, "show");
  });

  it("lets nothing in where pages may not, and tells them nothing but that", async () => {
    using phone = await withRule("never");
    phone.link.say({ calls: [aCall({ direction: "outgoing", state: connected })] });
    for (const request of [dialAnn, list, { event: "hello" } as const]) ask(phone, request);
    assert.isEmpty(phone.link.sentOf("dial"));
    assert.equal(phone.app.dialer.number.value, "");
    assert.isEmpty(phone.taken);
    assert.deepInclude(phone.host.told, {
      event: "listTaken",
      answer: { taken: 0, reason: "refused" },
    });
    for (const news of phone.host.told)
      if (news.event === "state") assert.deepEqual(news.state, { ready: false, calls: [] });
  });

  it("begins no call while another is being set up", async () => {
    using phone = await withRule("dial");
    const state = { phase: "ringing", since: 0 } as const;
    phone.link.say({ calls: [aCall({ direction: "outgoing", state })] });
    ask(phone, dialAnn);
    phone.link.say({ calls: [], waiting: { target: "1", since: 0 } });
    ask(phone, dialAnn);
    assert.isEmpty(phone.link.sentOf("dial"));
  });

  it("tells pages which numbers are being called, once for each change", async () => {
    using phone = await withRule("dial");
    const call = aCall({ direction: "outgoing", record: ann, state: connected });
    phone.link.say({ calls: [call, aCall({ id: "call-2" })] });
    const calls = [{ number: "+14155550101", recordId: ann.id }];
    assert.deepEqual(phone.host.told.at(-1), { event: "state", state: { ready: true, calls } });
    const { length } = phone.host.told;
    phone.link.change("call-1", { notes: "typed" });
    assert.lengthOf(phone.host.told, length);
    ask(phone, { event: "hello" });
    assert.deepEqual(
      phone.host.told.slice(length).map(({ event }) => event),
      ["state", "callChanged", "callChanged"],
      "a newcomer hears of all that is up",
    );
  });

  it("hands a list over, and says how many numbers were taken", async () => {
    using phone = await withRule("fill");
    ask(phone, list);
    assert.deepEqual(phone.taken, ["Mine"]);
    await until(() => phone.host.told.at(-1)?.event === "listTaken");
    assert.deepEqual(phone.host.told.at(-1), { event: "listTaken", answer: { taken: 1 } });
  });
});
