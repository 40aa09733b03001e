import { assert } from "chai";
import * as exported from "../../../src/toolkits/console/index.ts";
import { ToolkitError } from "../../../src/toolkits/console/index.ts";
import facts from "../../fixtures/console-toolkit.json";
import { assertRejects, assertThrows, rejection } from "./assert-fails.ts";
import {
  askedCases,
  eventCases,
  onceCases,
  specialCases,
  toldCases,
  type Asked,
  type Heard,
} from "./cases.ts";
import { callback } from "./fake-console.ts";
import { kit } from "./kit.ts";

const heardCases = { ...eventCases, ...onceCases };
const nonsense = [
  undefined,
  null,
  7,
  "yes",
  [],
  [true],
  {},
  { success: "perhaps" },
  { success: {} },
];

const lastName = (name: string) => name.split(".").at(-1);

describe("toolkits/console", () => {
  describe("the list of methods", () => {
    const names = facts.methods.map(({ name }) => name);

    it("has a case for each of 133 methods, and no case beside", () => {
      const cases = [askedCases, heardCases, toldCases].flatMap((table) => Object.keys(table));
      assert.sameMembers([...cases, ...specialCases], names);
      assert.lengthOf(names, 133);
    });

    it("has a wrapper for each method, under the vendor's name, and none beside", () => {
      const chapters = Object.values(exported).filter((value) => typeof value === "function");
      const wrapped = chapters
        .filter((chapter) => !["ConsoleLink", "ToolkitError"].includes(chapter.name))
        .flatMap((chapter) =>
          Object.getOwnPropertyNames((chapter as { prototype: object }).prototype),
        )
        .filter((name) => name !== "constructor");
      assert.sameMembers(wrapped, names.map(lastName));
    });

    it("listens for each of the 24 events", () => {
      const events = facts.methods.filter((fact) => "event" in fact).map(({ name }) => name);
      assert.sameMembers(Object.keys(eventCases), events);
      assert.lengthOf(events, 24);
    });

    it("types each event that the console itself fires", () => {
      const { PRESENCE, ...own } = exported.ConsoleEvent;
      const typed: string[] = [...Object.values(own), ...Object.values(PRESENCE)];
      assert.sameMembers(
        typed,
        facts.events.map(({ name }) => name),
      );
    });

    it("plays only answers and events that the console is known to send", () => {
      for (const { name, response } of facts.methods) {
        const asked = (askedCases as Record<string, Asked>)[name]?.reply ?? {};
        const heard = (heardCases as Record<string, Heard>)[name]?.event ?? {};
        assert.includeMembers([...response, "success"], Object.keys({ ...asked, ...heard }), name);
      }
    });

    it("sends no more values than the wire has keys", () => {
      const sent: Record<string, Asked | Heard> = { ...askedCases, ...heardCases };
      for (const { name, callee, keys } of facts.methods) {
        const values = (sent[name]?.sends ?? []).filter((arg) => arg !== callback);
        const given = values.filter((value) => value !== undefined);
        if (callee !== null) assert.isAtMost(given.length, keys.length, name);
      }
    });
  });

  for (const [name, { call, sends, reply, gives }] of Object.entries<Asked>(askedCases)) {
    describe(name, () => {
      it("calls the vendor with its own arguments and brings what a yes brings", async () => {
        const { fake, ...chapters } = kit();
        fake.reply = { value: { success: true, ...reply } };
        assert.deepEqual(await call(chapters), gives);
        assert.deepEqual(fake.taken, [{ method: name, args: sends }]);
      });

      it("is refused by a no, in Salesforce's words", async () => {
        const { fake, ...chapters } = kit();
        fake.reply = { value: { success: false, ...reply, error: "Not now" } };
        const error = await rejection(call(chapters));
        assert.deepEqual([error.code, error.reason], ["refused", "Not now"]);
        assert.equal(error.method, lastName(name));
      });

      it("times out in silence", () => assertRejects(call(kit()), "timeout"));

      it("calls nonsense malformed", async () => {
        for (const value of nonsense) {
          const { fake, ...chapters } = kit();
          fake.reply = { value };
          await assertRejects(call(chapters), "malformed");
        }
      });

      it("is unavailable, and leaves the vendor alone, without origin and nonce", async () => {
        const { fake, ...chapters } = kit({ problem: "the nonce is missing" });
        const error = await rejection(call(chapters));
        assert.deepEqual([error.code, error.reason], ["unavailable", "the nonce is missing"]);
        assert.isEmpty(fake.taken);
      });

      it("is unavailable without the script", () =>
        assertRejects(call(kit({ vendor: () => undefined })), "unavailable"));
    });
  }

  for (const [name, { listen, sends, event, hears }] of Object.entries<Heard>(heardCases)) {
    describe(name, () => {
      it("registers once and tells every listener until it stops", () => {
        const { fake, reported, ...chapters } = kit();
        const first: unknown[] = [];
        const second: unknown[] = [];
        const stop = listen(chapters, (heard) => first.push(heard));
        listen(chapters, (heard) => second.push(heard));
        stop();
        stop();
        fake.fire(name, event);
        assert.deepEqual(fake.taken, [{ method: name, args: sends }]);
        assert.deepEqual({ first, second, reported }, { first: [], second: [hears], reported: [] });
      });

      it("hears nothing in silence", () => {
        const { fake, ...chapters } = kit();
        let heard = 0;
        listen(chapters, () => heard++);
        fake.fire("another event", event);
        assert.equal(heard, 0);
      });

      it("reports nonsense and keeps it from the listener and from the vendor", () => {
        for (const value of [7, "yes", [], null, { id: {}, chatKey: [], message: {} }]) {
          const { fake, reported, ...chapters } = kit();
          const heard: unknown[] = [];
          listen(chapters, (payload) => heard.push(payload));
          fake.fire(name, value);
          for (const error of reported) assert.instanceOf(error, ToolkitError);
          assert.equal(heard.length + reported.length, 1);
        }
      });

      it("keeps a listener's error from the vendor and from other listeners", () => {
        const { fake, reported, ...chapters } = kit();
        const heard: unknown[] = [];
        listen(chapters, () => {
          throw new RangeError("ours");
        });
        listen(chapters, (payload) => heard.push(payload));
        fake.fire(name, event);
        assert.deepEqual(heard, [hears]);
        assert.instanceOf(reported[0], RangeError);
      });

      it("is unavailable, and leaves the vendor alone, without origin and nonce", () => {
        const { fake, ...chapters } = kit({ problem: "the nonce is missing" });
        assertThrows(() => listen(chapters, () => undefined), "unavailable");
        assert.isEmpty(fake.taken);
      });

      it("tries again after the script was missing", () => {
        let missing = true;
        const { vendor } = kit().fake;
        const chapters = kit({ vendor: () => (missing ? undefined : vendor) });
        assertThrows(() => listen(chapters, () => undefined), "unavailable");
        missing = false;
        assert.isFunction(listen(chapters, () => undefined));
      });
    });
  }

  for (const [name, { call, sends, returns, gives }] of Object.entries(toldCases)) {
    describe(name, () => {
      it("calls the vendor and returns at once", () => {
        const { fake, ...chapters } = kit();
        fake.returns = returns;
        assert.deepEqual(call(chapters), gives);
        assert.deepEqual(fake.taken, [{ method: name, args: sends }]);
      });

      it("is unavailable without the script", () => {
        assertThrows(() => call(kit({ vendor: () => undefined })), "unavailable");
      });
    });
  }

  describe("without origin and nonce", () => {
    it("still answers what needs no host", () => {
      const { fake, detection, toolkit } = kit({ problem: "the nonce is missing" });
      fake.returns = "57.0";
      assert.equal(toolkit.getVersion(), "57.0");
      assert.isFalse(detection.isInConsole());
    });

    it("tells the vendor nothing", () => {
      const { fake, look, session } = kit({ problem: "the nonce is missing" });
      assertThrows(() => look.setTabTitle("Acme"), "unavailable");
      assertThrows(() => session.resetSessionTimeOut(), "unavailable");
      assert.isEmpty(fake.taken);
    });
  });

  describe("include", () => {
    it("resolves when the module says that it has loaded, whatever it says", async () => {
      const { fake, toolkit } = kit();
      fake.reply = { value: undefined };
      await toolkit.include("CTI");
      assert.deepEqual(fake.taken, [{ method: "include", args: ["CTI", callback] }]);
    });

    it("times out in silence", () => assertRejects(kit().toolkit.include("CHAT"), "timeout"));
  });

  describe("helper.execute", () => {
    const execute = (chapters: Pick<ReturnType<typeof kit>, "toolkit">) =>
      chapters.toolkit.execute("getTabs", { version: "57.0", most: 3, tabId: undefined });

    it("sends text, and brings the answer as it came", async () => {
      const { fake, ...chapters } = kit();
      fake.reply = { value: { ids: [""] } };
      assert.deepEqual(await execute(chapters), { ids: [""] });
      const args = ["getTabs", { version: "57.0", most: "3" }, callback];
      assert.deepEqual(fake.taken, [{ method: "helper.execute", args }]);
    });

    it("is refused by a no, and calls nonsense malformed", async () => {
      const { fake, ...chapters } = kit();
      fake.reply = { value: { success: false } };
      await assertRejects(execute(chapters), "refused");
      fake.reply = { value: "yes" };
      await assertRejects(execute(chapters), "malformed");
    });

    it("times out in silence", () => assertRejects(execute(kit()), "timeout"));
  });

  describe("helper.getVersion", () => {
    it("calls nonsense malformed", () => {
      const { fake, toolkit } = kit();
      fake.returns = {};
      assertThrows(() => toolkit.getVersion(), "malformed");
    });
  });

  describe("removeEventListener", () => {
    it("leaves the vendor alone when nothing was ever added", () => {
      const { fake, events } = kit();
      events.removeEventListener("ACME:dial", () => undefined);
      assert.isEmpty(fake.taken);
    });

    it("takes the listener away, and tells the vendor with the last one", () => {
      const { fake, events } = kit();
      const heard: string[] = [];
      const one = () => heard.push("one");
      const two = () => heard.push("two");
      events.addEventListener("ACME:dial", one);
      events.addEventListener("ACME:dial", two);
      events.removeEventListener("ACME:dial", one);
      fake.fire("addEventListener", { message: "1" });
      events.removeEventListener("ACME:dial", two);
      assert.deepEqual(heard, ["two"]);
      assert.deepEqual(
        fake.taken.map(({ method }) => method),
        ["addEventListener", "removeEventListener"],
      );
    });

    it("lets the same name be added again", () => {
      const { fake, events } = kit();
      const listener = () => undefined;
      events.addEventListener("ACME:dial", listener);
      events.removeEventListener("ACME:dial", listener);
      events.addEventListener("ACME:dial", listener);
      assert.deepEqual(fake.taken.at(-1)?.method, "addEventListener");
      assert.lengthOf(fake.taken, 3);
    });
  });

  describe("removePushNotificationListener", () => {
    it("resolves at once when there is none, for the script would never answer", async () => {
      const { fake, push } = kit();
      await push.removePushNotificationListener();
      assert.isEmpty(fake.taken);
    });

    it("lets other objects be listened for once the console has said yes", async () => {
      const { fake, push } = kit();
      push.addPushNotificationListener(["Case"], () => undefined);
      fake.reply = { value: { success: true } };
      await push.removePushNotificationListener();
      fake.reply = undefined;
      push.addPushNotificationListener(["Account"], () => undefined);
      assert.deepEqual(fake.taken.at(-1)?.args, [["Account"], callback]);
    });

    it("is refused by a no, times out in silence, and calls nonsense malformed", async () => {
      const { fake, push } = kit();
      push.addPushNotificationListener(["Case"], () => undefined);
      await assertRejects(push.removePushNotificationListener(), "timeout");
      fake.reply = { value: { success: false } };
      await assertRejects(push.removePushNotificationListener(), "refused");
      fake.reply = { value: 7 };
      await assertRejects(push.removePushNotificationListener(), "malformed");
    });
  });
});
