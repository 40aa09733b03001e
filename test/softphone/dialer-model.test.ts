import { assert } from "chai";
import { HostError, type DialRequest } from "../../src/host/host.ts";
import { loadPlans } from "../../src/numbers/load-plans.ts";
import type { CrmOptions } from "../../src/softphone/crm-model.ts";
import type { Softphone } from "../../src/softphone/softphone.ts";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { aCall, connected } from "./fakes/fake-link.ts";
import { FakeHost } from "./fakes/fake-host.ts";
import { until } from "./fakes/until.ts";

const american = {
  "/numbers/homeCountry": "us",
  "/reqDialingOptions/reqOutsidePrefix": "9",
  "/reqDialingOptions/reqLongDistPrefix": "1",
  "/reqDialingOptions/reqInternationalPrefix": "011",
};
const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };

/** Numbers can be clicked there from the beginning; all else has to wait for `answer`. */
function slowSalesforce() {
  const host = new FakeHost();
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const connect: CrmOptions["connect"] = async (onNumbers) => {
    onNumbers(host.numbers);
    await answered;
    return host;
  };
  return { host, connect, answer: () => answer() };
}

describe("softphone/dialer-model", () => {
  it("lets the agent click numbers while the line can keep or dial them, and not otherwise", async () => {
    using phone = aSoftphone();
    await until(() => phone.host.done.includes("clickToDial on"));
    const detail = "";
    phone.link.say({ registration: { phase: "failed", problem: "unreachable", detail } });
    await until(() => phone.host.done.includes("clickToDial off"));
    phone.host.done.length = 0;
    phone.link.say({ registration: { phase: "registering" } });
    await until(() => phone.host.done.includes("clickToDial on"));
  });

  it("makes numbers clickable before Salesforce has answered, and dials a click by the rules that come", async () => {
    const { host, connect, answer } = slowSalesforce();
    using phone = aSoftphone({ host, connect, settings: american });
    assert.deepEqual(host.done, ["clickToDial on"]);
    host.clicks.emit("dialRequested", { number: "(415) 555-0101", record: ann });
    answer();
    await until(() => phone.link.sentOf("dial").length);
    assert.include(phone.link.sentOf("dial")[0], { target: "914155550101", record: ann });
    assert.include(host.done, "show");
  });

  describe("while Salesforce has not said the rules", () => {
    const settings = { ...american, "/numbers/internalDigits": "4" };

    /** What is dialled of `numbers`, before Salesforce answers and once it has. */
    async function dialled(numbers: readonly string[]) {
      const { host, connect, answer } = slowSalesforce();
      using phone = aSoftphone({ host, connect, settings });
      for (const number of numbers) host.clicks.emit("dialRequested", { number });
      // What waits for nothing is dialled once the planner is loaded.
      await import("../../src/softphone/dial-planner.ts");
      await new Promise((resolve) => setTimeout(resolve));
      const before = phone.link.sentOf("dial");
      answer();
      await until(() => phone.app.crm.settings.value);
      await until(() => phone.link.sentOf("dial").length);
      return { before, all: phone.link.sentOf("dial") };
    }

    it("dials addresses and help at once", async () => {
      const { before } = await dialled(["sip:help@example.com"]);
      assert.include(before[0], { target: "sip:help@example.com" });
      const help = await dialled(["112"]);
      assert.include(help.before[0], { target: "112", forHelp: true });
    });

    it("waits with a short number: how long internal ones are is a rule", async () => {
      const { before, all } = await dialled(["555123"]);
      assert.isEmpty(before);
      assert.include(all[0], { target: "9555123" });
    });

    it("calls once what was clicked twice, and the last of two", async () => {
      const twice = await dialled(["(415) 555-0101", "(415) 555-0101"]);
      assert.lengthOf(twice.all, 1);
      const { all } = await dialled(["(415) 555-0101", "(415) 555-0102"]);
      assert.deepEqual(
        all.map(({ target }) => target),
        ["914155550102"],
      );
      const help = await dialled(["(415) 555-0101", "112"]);
      assert.deepEqual(
        help.all.map(({ target }) => target),
        ["112"],
      );
    });
  });

  describe("when the page goes before the rules are known", () => {
    const click = { number: "(415) 555-0101", record: ann, country: "US" };
    let memory: Map<string, string>;
    beforeEach(() => (memory = new Map()));

    /** A page in which somebody clicked, and which is gone before Salesforce has answered. */
    function leave(clicks: readonly DialRequest[] = [click]) {
      const { host, connect, answer } = slowSalesforce();
      const phone = aSoftphone({ host, connect, memory, settings: american });
      for (const each of clicks) host.clicks.emit("dialRequested", each);
      phone.app.dialer.leave();
      return { phone, answer };
    }

    /** What the next page dials, once it has all that a number waits for. */
    async function dialledNext(act?: (next: Softphone) => void) {
      using next = aSoftphone({ memory, settings: american });
      act?.(next.app);
      await until(() => next.app.crm.settings.value);
      await until(() => memory.size === 0, "the memory to be read");
      await loadPlans();
      await new Promise((resolve) => setTimeout(resolve));
      return next.link.sentOf("dial");
    }

    it("dials in the next page, by the rules and with the record, and once", async () => {
      leave().phone[Symbol.dispose]();
      assert.deepEqual(await dialledNext(), [
        { type: "dial", target: "914155550101", written: "(415) 555-0101", record: ann },
      ]);
      assert.isEmpty(await dialledNext());
    });

    it("does not dial in the page that went, should the browser bring it back", async () => {
      const left = leave();
      using phone = left.phone;
      left.answer();
      await until(() => phone.app.crm.settings.value);
      await dialledNext();
      assert.isEmpty(phone.link.sentOf("dial"));
    });

    it("keeps the last of two", async () => {
      leave([{ number: "(415) 555-0102" }, click]).phone[Symbol.dispose]();
      const dialled = await dialledNext();
      assert.deepEqual(
        dialled.map(({ target }) => target),
        ["914155550101"],
      );
    });

    it("keeps nothing that the line has", async () => {
      using phone = aSoftphone({ memory, settings: american });
      phone.host.clicks.emit("dialRequested", click);
      await until(() => phone.link.sentOf("dial").length);
      phone.app.dialer.leave();
      assert.isEmpty(memory);
    });

    it("gives way to a click in the next page", async () => {
      leave().phone[Symbol.dispose]();
      const dialled = await dialledNext(({ dialer }) =>
        dialer.request({ number: "(415) 555-0102" }),
      );
      assert.deepEqual(
        dialled.map(({ target }) => target),
        ["914155550102"],
      );
    });

    it("goes on over two page loads, and is as old as the click", async () => {
      leave().phone[Symbol.dispose]();
      const kept = [...memory];
      using phone = leave([]).phone;
      await until(() => memory.size === 0, "the second page to take it");
      phone.app.dialer.leave();
      assert.deepEqual([...memory], kept);
      assert.lengthOf(await dialledNext(), 1);
    });

    it("is forgotten when it is old", async () => {
      leave().phone[Symbol.dispose]();
      for (const [key, text] of memory) {
        const left = JSON.parse(text) as { at: number };
        memory.set(key, JSON.stringify({ ...left, at: left.at - 10_000 }));
      }
      assert.isEmpty(await dialledNext());
    });

    for (const nonsense of ["", "{", "null", '{"at":1}', '{"wish":{"number":"1"}}']) {
      it(`dials nothing for ${JSON.stringify(nonsense)}`, async () => {
        leave().phone[Symbol.dispose]();
        for (const key of memory.keys()) memory.set(key, nonsense);
        assert.isEmpty(await dialledNext());
      });
    }
  });

  it("dials by the usual rules once it is known that Salesforce tells none", async () => {
    const connect = () => Promise.reject(new HostError("silent", "nobody there"));
    using phone = aSoftphone({ connect });
    phone.app.dialer.call({ number: "(415) 555-0101" });
    await until(() => phone.link.sentOf("dial").length);
    assert.include(phone.link.sentOf("dial")[0], { target: "4155550101" });
  });

  it("dials a clicked number with its record, and comes forward", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.crm.settings.value);
    phone.host.clicks.emit("dialRequested", { number: "(415) 555-0101", record: ann });
    await until(() => phone.link.sentOf("dial").length);
    assert.deepEqual(phone.link.sentOf("dial"), [
      { type: "dial", target: "4155550101", written: "(415) 555-0101", record: ann },
    ]);
    assert.include(phone.host.done, "show");
  });

  it("says so when a clicked number is none", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.crm.host.value);
    phone.host.clicks.emit("dialRequested", { number: "n/a" });
    await until(() => phone.app.dialer.badNumber.value);
    assert.equal(phone.app.dialer.number.value, "n/a");
    phone.app.dialer.write("1");
    assert.isFalse(phone.app.dialer.badNumber.value);
  });

  it("brings the last number back when the field is empty", async () => {
    using phone = aSoftphone();
    const { dialer } = phone.app;
    dialer.write("600");
    dialer.dial();
    assert.equal(dialer.number.value, "");
    dialer.dial();
    assert.equal(dialer.number.value, "600");
    await until(() => phone.link.sentOf("dial").length);
    assert.lengthOf(phone.link.sentOf("dial"), 1);
  });

  it("calls the other side of a silent call back, a dialled number as it was dialled", async () => {
    using phone = aSoftphone({ settings: american });
    await until(() => phone.app.crm.settings.value);
    const outgoing = aCall({ direction: "outgoing", remote: { number: "901" }, record: ann });
    phone.link.sent.length = 0;
    phone.app.dialer.callBack(outgoing);
    await until(() => phone.link.sentOf("dial").length);
    assert.deepEqual(phone.link.sent, [
      { type: "hangUp", call: "call-1" },
      { type: "dial", target: "901", written: "901", record: ann },
    ]);
  });

  it("says that a call for help which is made anew is one", async () => {
    using phone = aSoftphone({ settings: american });
    await until(() => phone.app.crm.settings.value);
    phone.app.dialer.callBack(aCall({ direction: "outgoing", remote: { number: "911" } }));
    await until(() => phone.link.sentOf("dial").length);
    assert.deepEqual(phone.link.sentOf("dial"), [
      { type: "dial", target: "911", written: "911", forHelp: true },
    ]);
  });

  it("calls a caller back as a number that is written", async () => {
    using phone = aSoftphone({ settings: { "/reqDialingOptions/reqOutsidePrefix": "9" } });
    await until(() => phone.app.crm.settings.value);
    phone.app.dialer.callBack(aCall());
    await until(() => phone.link.sentOf("dial").length);
    assert.include(phone.link.sentOf("dial")[0], { target: "9+14155550101" });
  });

  it("writes keys into the field, and sends them as tones during a call", () => {
    using phone = aSoftphone();
    phone.app.dialer.press("5");
    assert.equal(phone.app.dialer.number.value, "5");
    phone.link.say({ calls: [aCall({ state: connected })] });
    phone.app.dialer.press("#");
    assert.deepEqual(phone.link.sentOf("sendDtmf"), [
      { type: "sendDtmf", call: "call-1", digits: "#" },
    ]);
  });

  it("sends the extension along, to be keyed in after the answer", async () => {
    using phone = aSoftphone({ settings: american });
    await until(() => phone.app.crm.settings.value);
    phone.app.dialer.call({ number: "(415) 555-0101 x136" });
    await until(() => phone.link.sentOf("dial").length);
    assert.include(phone.link.sentOf("dial")[0], { target: "914155550101", afterAnswer: ",136" });
  });

  it("says that an emergency number calls for help", async () => {
    using phone = aSoftphone({ settings: american });
    await until(() => phone.app.crm.settings.value);
    phone.app.dialer.call({ number: "911" });
    await until(() => phone.link.sentOf("dial").length);
    assert.deepEqual(phone.link.sentOf("dial"), [
      { type: "dial", target: "911", written: "911", forHelp: true },
    ]);
  });

  it("asks where only the agent can know, and calls what was chosen", async () => {
    using phone = aSoftphone({ settings: american });
    const { dialer, crm } = phone.app;
    await until(() => crm.settings.value);
    phone.host.clicks.emit("dialRequested", { number: "442079460958", record: ann });
    await until(() => dialer.question.value);
    assert.lengthOf(phone.link.sentOf("dial"), 0);
    assert.equal(dialer.number.value, "442079460958");
    const [first] = dialer.question.value?.choices ?? [];
    if (first) dialer.choose(first);
    assert.deepEqual(phone.link.sentOf("dial"), [
      { type: "dial", target: "9011442079460958", written: "442079460958", record: ann },
    ]);
    assert.isUndefined(dialer.question.value);
    assert.equal(dialer.number.value, "");
  });

  it("takes a number for one of the record's country where home has none like it", async () => {
    using phone = aSoftphone({ settings: american });
    await until(() => phone.app.crm.settings.value);
    const country = "United Kingdom";
    phone.host.clicks.emit("dialRequested", { number: "020 7946 0958", country });
    await until(() => phone.link.sentOf("dial").length);
    assert.include(phone.link.sentOf("dial")[0], { target: "9011442079460958" });
  });
});
