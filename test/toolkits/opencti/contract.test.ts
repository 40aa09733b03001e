import { assert } from "chai";
import type { Stop } from "../../../src/base/emitter.ts";
import { Cti } from "../../../src/toolkits/opencti/cti.ts";
import { EntityFeed } from "../../../src/toolkits/opencti/entity-feed.ts";
import { Interaction } from "../../../src/toolkits/opencti/interaction.ts";
import { FakeSalesforce, toolkitOver, type Toolkit } from "./fake-salesforce.ts";
import { openCtiFacts, type MethodFacts, type ResultKind } from "./facts.ts";
import { rejection, thrown } from "./rejection.ts";

interface Case {
  readonly call: (toolkit: Toolkit) => Promise<unknown>;
  /** What reaches the vendor. */
  readonly sent: readonly unknown[];
}

const asked: Record<string, Case> = {
  isInConsole: { call: ({ interaction }) => interaction.isInConsole(), sent: ["callback"] },
  screenPop: {
    call: ({ interaction }) => interaction.screenPop("/003", { force: false }),
    sent: ["/003", false, "callback"],
  },
  searchAndScreenPop: {
    call: ({ interaction }) => interaction.searchAndScreenPop("4155551212"),
    sent: ["4155551212", "", "inbound", "callback"],
  },
  searchAndGetScreenPopUrl: {
    call: ({ interaction }) =>
      interaction.searchAndGetScreenPopUrl("x", { queryParams: "con10=1", callType: "internal" }),
    sent: ["x", "con10=1", "internal", "callback"],
  },
  getPageInfo: { call: ({ interaction }) => interaction.getPageInfo(), sent: ["callback"] },
  saveLog: {
    call: ({ interaction }) => interaction.saveLog("Task", { Subject: "A&B", WhoId: undefined }),
    sent: ["Task", "Subject=A%26B", "callback"],
  },
  runApex: {
    call: ({ interaction }) => interaction.runApex("NS.Notes", "latest"),
    sent: ["NS.Notes", "latest", "", "callback"],
  },
  setVisible: {
    call: ({ interaction }) => interaction.setVisible(false),
    sent: [false, "callback"],
  },
  isVisible: { call: ({ interaction }) => interaction.isVisible(), sent: ["callback"] },
  refreshPage: { call: ({ interaction }) => interaction.refreshPage(), sent: ["callback"] },
  refreshRelatedList: {
    call: ({ interaction }) => interaction.refreshRelatedList("History"),
    sent: ["History", "callback"],
  },
  "cti.getCallCenterSettings": {
    call: ({ cti }) => cti.getCallCenterSettings(),
    sent: ["callback"],
  },
  "cti.getSoftphoneLayout": { call: ({ cti }) => cti.getSoftphoneLayout(), sent: ["callback"] },
  "cti.setSoftphoneHeight": {
    call: ({ cti }) => cti.setSoftphoneHeight(400.4),
    sent: [400, "callback"],
  },
  "cti.setSoftphoneWidth": {
    call: ({ cti }) => cti.setSoftphoneWidth(0),
    sent: [0, "callback"],
  },
  "cti.enableClickToDial": { call: ({ cti }) => cti.enableClickToDial(), sent: ["callback"] },
  "cti.disableClickToDial": { call: ({ cti }) => cti.disableClickToDial(), sent: ["callback"] },
  "cti.getDirectoryNumbers": {
    call: ({ cti }) => cti.getDirectoryNumbers({ callCenterName: "Demo", resultSetPage: 1 }),
    sent: [false, "Demo", "callback", 1, 5000],
  },
  "entityFeed.refreshObject": {
    call: ({ entityFeed }) => entityFeed.refreshObject("500x00000012345", { feed: false }),
    sent: ["500x00000012345", true, true, false, "callback"],
  },
};

const heard: Record<string, (toolkit: Toolkit, listener: (event: unknown) => void) => Stop> = {
  onFocus: ({ interaction }, listener) => interaction.onFocus(listener),
  "cti.onClickToDial": ({ cti }, listener) => cti.onClickToDial(listener),
  "entityFeed.onObjectUpdate": ({ entityFeed }, listener) => entityFeed.onObjectUpdate(listener),
};

const told: Record<string, (toolkit: Toolkit) => void> = {
  "cti.notifyInitializationComplete": ({ cti }) => cti.notifyInitializationComplete(),
  "entityFeed.reloadFrame": ({ entityFeed }) => entityFeed.reloadFrame(),
};

/** Results that no documentation describes, by what the result is for. */
const nonsense: Record<ResultKind, readonly unknown[]> = {
  done: ["perhaps", 1, {}, null, undefined],
  answer: ["perhaps", 1, {}, null, undefined],
  json: ["{", "[1]", "17", '"text"', "null", 17, undefined],
  id: [17, {}, undefined],
  text: [17, {}, undefined],
  event: ["{", "[1]", "17", "null", 17],
  none: [],
};

const noReplies = [undefined, null, "true", 17, [], () => true];

function yesTo({ name, result, examples = [] }: MethodFacts): unknown[] {
  if (result === "json") return examples.map((example) => JSON.stringify(example));
  if (result === "text") return ["", "[]", true];
  if (result === "id") return [true, "00Tx00000012345"];
  assert.include(["done", "answer"], result, name);
  return [true];
}

const short = (name: string) => name.replace(/^.*\./, "");

describe("toolkits/opencti", () => {
  it("has a wrapper for each of the 24 methods, and a case here", () => {
    const wrappers = new Set(
      Object.entries({ "": Interaction, "cti.": Cti, "entityFeed.": EntityFeed }).flatMap(
        ([prefix, { prototype }]) =>
          Object.getOwnPropertyNames(prototype)
            .filter((name) => name !== "constructor")
            .map((name) => prefix + name),
      ),
    );
    const names = openCtiFacts.map(({ name }) => name);
    assert.lengthOf(names, 24);
    assert.sameMembers([...wrappers], names);
    assert.sameMembers([...Object.keys(asked), ...Object.keys(heard), ...Object.keys(told)], names);
  });

  for (const fact of openCtiFacts) {
    const method = short(fact.name);
    const { call, sent } = asked[fact.name] ?? {};
    if (!call) continue;

    describe(fact.name, () => {
      const withResult = (result: unknown) =>
        call(toolkitOver(new FakeSalesforce(() => ({ method, result }))));

      it("sends the vendor's arguments in the vendor's order, none of them null", async () => {
        const [yes] = yesTo(fact);
        const fake = new FakeSalesforce(() => ({ method, result: yes }));
        await call(toolkitOver(fake));
        assert.deepEqual(fake.calls, [{ name: fact.name, args: sent ?? [] }]);
      });

      it("resolves when Salesforce says yes", async () => {
        const values = await Promise.all(yesTo(fact).map(withResult));
        for (const value of values) {
          if (fact.result === "done") assert.isUndefined(value);
          if (fact.result === "json") assert.isObject(value);
        }
        assert.isNotEmpty(values);
      });

      it("rejects as refused, with Salesforce's reason, when it says no", async () => {
        for (const result of [false, true, undefined, null, "text"]) {
          const fake = new FakeSalesforce(() => ({ method, result, error: "No access" }));
          const error = await rejection(call(toolkitOver(fake)));
          assert.include(error, { code: "refused", method, message: `${method}: No access` });
        }
      });

      it("takes an empty error for none", async () => {
        for (const none of [undefined, null, ""]) {
          const [result] = yesTo(fact);
          await call(toolkitOver(new FakeSalesforce(() => ({ method, result, error: none }))));
        }
      });

      it("rejects as timeout when nobody answers", async () => {
        const error = await rejection(call(toolkitOver(new FakeSalesforce())));
        assert.include(error, { code: "timeout", method });
      });

      it("rejects as malformed when the answer is nonsense", async () => {
        for (const reply of noReplies) {
          const error = await rejection(call(toolkitOver(new FakeSalesforce(() => reply))));
          assert.include(error, { code: "malformed", method });
        }
        for (const result of nonsense[fact.result]) {
          const error = await rejection(withResult(result));
          assert.include(error, { code: "malformed", method }, String(result));
        }
      });

      it("rejects as unavailable when the loaded script lacks it, or throws", async () => {
        const older = await rejection(call(toolkitOver(new FakeSalesforce(() => ({}), []))));
        assert.include(older, { code: "unavailable", method });
        assert.include(older.reason, "newer API version");

        const throwing = new FakeSalesforce(() => {
          throw new URIError("URI malformed");
        });
        const broken = await rejection(call(toolkitOver(throwing)));
        assert.include(broken, { code: "unavailable", method, reason: "URI malformed" });
      });
    });
  }

  for (const { name, examples = [] } of openCtiFacts) {
    const listen = heard[name];
    if (!listen) continue;
    const method = short(name);
    const [example] = examples;
    // The feed's events carry their facts themselves; the others put JSON into `result`.
    const event = name.startsWith("entityFeed") ? example : { result: JSON.stringify(example) };

    describe(name, () => {
      it("registers with the vendor once, and tells every listener until it is stopped", () => {
        const fake = new FakeSalesforce();
        const toolkit = toolkitOver(fake);
        const events: string[] = [];
        const stop = listen(toolkit, () => events.push("one"));
        listen(toolkit, () => events.push("two"));
        listen(toolkitOver(fake), () => events.push("other instance"));

        fake.fire(name, event);
        stop();
        stop();
        fake.fire(name, event);

        assert.deepEqual(fake.calls, [{ name, args: ["callback"] }]);
        assert.deepEqual(events, ["one", "two", "other instance", "two", "other instance"]);
        assert.isEmpty(toolkit.reported);
      });

      it("reports what a listener throws, and keeps it from the vendor and from the others", () => {
        const fake = new FakeSalesforce();
        const toolkit = toolkitOver(fake);
        const error = new Error("listener");
        const events: unknown[] = [];
        listen(toolkit, () => {
          throw error;
        });
        listen(toolkit, (payload) => events.push(payload));
        fake.fire(name, event);
        assert.lengthOf(events, 1);
        assert.deepEqual(toolkit.reported, [error]);
        assert.isEmpty(fake.escaped);
      });

      it("lets a listener stop another in the middle of an event", () => {
        const fake = new FakeSalesforce();
        const toolkit = toolkitOver(fake);
        const events: string[] = [];
        listen(toolkit, () => stop());
        const stop = listen(toolkit, () => events.push("stopped"));
        fake.fire(name, event);
        assert.isEmpty(events);
      });

      it("ignores an acknowledged registration", () => {
        const fake = new FakeSalesforce();
        const toolkit = toolkitOver(fake);
        const events: unknown[] = [];
        listen(toolkit, (payload) => events.push(payload));
        for (const result of [true, false, null]) fake.fire(name, { method, result });
        assert.isEmpty(events);
        assert.isEmpty(toolkit.reported);
      });

      it("reports an event that is nonsense as malformed, and an error as refused", () => {
        const fake = new FakeSalesforce();
        const toolkit = toolkitOver(fake);
        listen(toolkit, () => assert.fail("heard nonsense"));
        const replies = name.startsWith("entityFeed") ? [] : nonsense.event;
        for (const reply of noReplies) fake.fire(name, reply);
        for (const result of replies) fake.fire(name, { method, result });
        fake.fire(name, { method, error: "No access" });
        const codes = toolkit.reported.map((error) => (error as { code: string }).code);
        const malformed = Array<string>(noReplies.length + replies.length).fill("malformed");
        assert.deepEqual(codes, [...malformed, "refused"]);
      });

      it("throws unavailable when the loaded script lacks it", () => {
        const fake = new FakeSalesforce(undefined, []);
        const error = thrown(() => listen(toolkitOver(fake), () => undefined));
        assert.include(error, { code: "unavailable", method });
      });

      it("registers again after a registration that failed", () => {
        const fake = new FakeSalesforce();
        const toolkit = toolkitOver(fake);
        const push = fake.calls.push.bind(fake.calls);
        fake.calls.push = () => {
          throw new TypeError("not yet");
        };
        const error = thrown(() => listen(toolkit, () => assert.fail("never registered")));
        assert.equal(error.code, "unavailable");
        fake.calls.push = push;
        const events: unknown[] = [];
        listen(toolkit, (payload) => events.push(payload));
        fake.fire(name, event);
        assert.lengthOf(events, 1);
        assert.isEmpty(toolkit.reported);
      });
    });
  }

  for (const { name } of openCtiFacts) {
    const tell = told[name];
    if (!tell) continue;

    describe(name, () => {
      it("tells the vendor, without a callback", () => {
        const fake = new FakeSalesforce();
        tell(toolkitOver(fake));
        assert.deepEqual(fake.calls, [{ name, args: [] }]);
      });

      it("throws unavailable when the loaded script lacks it, or throws", () => {
        const older = new FakeSalesforce(undefined, []);
        assert.equal(thrown(() => tell(toolkitOver(older))).code, "unavailable");
        const broken = new FakeSalesforce();
        broken.calls.push = () => {
          throw new TypeError("broken");
        };
        assert.equal(thrown(() => tell(toolkitOver(broken))).code, "unavailable");
      });
    });
  }
});
