import { assert } from "chai";
import { HostError } from "../../../src/host/host.ts";
import { aSoftphone } from "../fakes/a-softphone.ts";
import { FakeHost } from "../fakes/fake-host.ts";
import { aCall, connected, FakeLink } from "../fakes/fake-link.ts";
import { until } from "../fakes/until.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const bob = { id: "003000000000002", object: "Contact", name: "Bob Lee" };
const complaint = { id: "500000000000001", object: "Case", name: "00001002" };

const ringing = () => new FakeLink({ calls: [aCall()] });
const opened = ({ host }: { host: FakeHost }) =>
  host.done.filter((deed) => /^(open|pop) /.test(deed));
const theCall = (link: FakeLink) => link.call() ?? assert.fail("no call");

describe("softphone/popping/popper", () => {
  describe("a number that nobody has", () => {
    it("opens the form for a new record at the answer, never while it rings", async () => {
      using phone = aSoftphone({ link: ringing() });
      await until(() => phone.app.keeper.callers.value.has("call-1"));
      phone.link.change("call-1", { notes: "x" });
      assert.deepEqual(opened(phone), []);
      phone.link.change("call-1", { state: connected });
      await until(() => phone.link.call()?.deeds.pop === "done");
      assert.deepEqual(opened(phone), ["open new Contact +14155550101"]);
    });

    it("opens nothing where the layout says so, until the agent asks", async () => {
      using phone = aSoftphone({ link: ringing() });
      phone.host.openings = { ...phone.host.openings, none: { opens: "nothing" } };
      await until(() => phone.link.call()?.deeds.pop === "skipped");
      phone.app.keeper.make(theCall(phone.link), "Lead");
      await until(() => opened(phone).length > 0);
      assert.deepEqual(opened(phone), ["open new Lead +14155550101"]);
    });
  });

  describe("by hand", () => {
    const settings = { "/calls/pop": "hand" };

    it("shows who calls, and opens what the layout says when the agent asks", async () => {
      using phone = aSoftphone({ settings, link: ringing() });
      phone.host.records = [ann];
      await until(() => phone.link.call()?.deeds.pop === "skipped");
      assert.deepEqual(phone.link.call()?.record, ann);
      phone.link.change("call-1", { state: connected });
      assert.deepEqual(opened(phone), []);
      phone.app.keeper.look(theCall(phone.link));
      await until(() => opened(phone).length > 0);
      assert.deepEqual(opened(phone), [`open ${ann.id}`]);
      assert.deepEqual(phone.host.opened[0], { call: "call-1", label: "Ann Lee" });
    });

    it("opens the record that was chosen among several", async () => {
      using phone = aSoftphone({ settings, link: ringing() });
      phone.host.records = [ann, bob];
      await until(() => phone.app.keeper.callers.value.has("call-1"));
      phone.link.change("call-1", { record: bob });
      phone.app.keeper.look(theCall(phone.link));
      await until(() => opened(phone).length > 0);
      assert.deepEqual(opened(phone), [`open ${bob.id}`]);
    });
  });

  describe("over a page that is being edited", () => {
    const editing = (surface: "console" | "tabs") => {
      const host = new FakeHost(surface);
      host.records = [ann];
      host.editing = true;
      return host;
    };

    it("opens nothing in standard tabs, and leaves it to the agent", async () => {
      using phone = aSoftphone({ host: editing("tabs"), link: ringing() });
      await until(() => phone.link.call()?.deeds.pop === "skipped");
      assert.deepEqual(opened(phone), []);
      assert.isTrue(phone.app.keeper.held.value.has("call-1"));
      phone.app.keeper.openHeld(theCall(phone.link));
      await until(() => opened(phone).length > 0);
      assert.deepEqual(opened(phone), [`open ${ann.id}`]);
      assert.isFalse(phone.app.keeper.held.value.has("call-1"));
    });

    it("asks the agent too before it opens what they click", async () => {
      const settings = { "/calls/pop": "hand" };
      using phone = aSoftphone({ settings, host: editing("tabs"), link: ringing() });
      await until(() => phone.link.call()?.deeds.pop === "skipped");
      phone.app.keeper.look(theCall(phone.link));
      await until(() => phone.app.keeper.held.value.has("call-1"));
      assert.deepEqual(opened(phone), []);
    });

    it("leaves it to the console, which opens behind it", async () => {
      using phone = aSoftphone({ host: editing("console"), link: ringing() });
      await until(() => phone.link.call()?.deeds.pop === "done");
      assert.deepEqual(opened(phone), [`open ${ann.id}`]);
      assert.isTrue(phone.host.opened[0]?.spare);
    });

    it("offers what Salesforce refused to open", async () => {
      const host = new FakeHost("tabs");
      host.records = [ann];
      host.open = () => Promise.reject(new HostError("refused", "Unsaved changes"));
      using phone = aSoftphone({ host, link: ringing() });
      await until(() => phone.link.call()?.deeds.pop === "failed");
      assert.isTrue(phone.app.keeper.held.value.has("call-1"));
    });
  });

  describe("a new window", () => {
    it("is opened by the CRM itself", async () => {
      const host = new FakeHost("tabs");
      Object.assign(host, { newWindow: true, records: [ann], editing: true });
      using phone = aSoftphone({ host, link: ringing() });
      await until(() => phone.link.call()?.deeds.pop === "done");
      assert.deepEqual(opened(phone), ["pop +14155550101 incoming"]);
    });

    it("is a tab in a console", async () => {
      const host = new FakeHost("console");
      Object.assign(host, { newWindow: true, records: [ann] });
      using phone = aSoftphone({ host, link: ringing() });
      await until(() => phone.link.call()?.deeds.pop === "done");
      assert.deepEqual(opened(phone), [`open ${ann.id}`]);
    });
  });

  describe("a case number that came along", () => {
    const settings = { "/calls/attached": "Case=X-Case; Queue=X-Queue" };
    const attached = { "X-Case": "1002", "X-Queue": "Complaints" };
    const link = () => new FakeLink({ calls: [aCall({ attached })] });
    const crm = () => {
      const host = new FakeHost();
      host.look = ([text]) =>
        Promise.resolve({ records: text === "1002" ? [complaint, bob] : [ann] });
      return host;
    };

    it("opens that case, in the tab of its caller, and the call is about it", async () => {
      using phone = aSoftphone({ settings, host: crm(), link: link() });
      await until(() => phone.link.call()?.deeds.pop === "done");
      assert.deepEqual(opened(phone), [`open ${complaint.id} in ${ann.id}`]);
      assert.deepEqual(phone.link.call()?.record, complaint);
      const caller = phone.app.keeper.callers.value.get("call-1");
      assert.deepEqual(caller?.matches, [complaint, ann]);
    });

    it("opens nothing where the layout says so", async () => {
      const host = crm();
      host.openings = { ...host.openings, one: { opens: "nothing" } };
      using phone = aSoftphone({ settings, host, link: link() });
      await until(() => phone.link.call()?.deeds.pop === "skipped");
      assert.deepEqual(opened(phone), []);
    });

    it("falls back on the caller where no such case is found", async () => {
      const host = new FakeHost();
      host.look = ([text]) => Promise.resolve({ records: text === "1002" ? [bob] : [ann] });
      using phone = aSoftphone({ settings, host, link: link() });
      await until(() => phone.link.call()?.deeds.pop === "done");
      assert.deepEqual(opened(phone), [`open ${ann.id}`]);
    });

    it("is asked of the telephone, and so are the others that mean something", async () => {
      using phone = aSoftphone({ settings });
      await until(() => phone.link.sentOf("wish").length > 0);
      const [wish] = phone.link.sentOf("wish");
      assert.deepEqual(wish?.wishes.attachedHeaders, ["X-Case", "X-Queue"]);
    });
  });

  describe("the number that was dialled", () => {
    const call = () => new FakeLink({ calls: [aCall({ called: "+18005550000" })] });
    const crm = () => {
      const host = new FakeHost();
      host.look = ([text]) => Promise.resolve({ records: text === "+18005550000" ? [bob] : [] });
      return host;
    };

    for (const [searchFor, expected] of [
      ["caller", undefined],
      ["dialled", bob],
      ["either", bob],
    ] as const)
      it(`is ${expected ? "" : "not "}looked for where ${searchFor} is set`, async () => {
        const settings = { "/calls/searchFor": searchFor };
        using phone = aSoftphone({ settings, host: crm(), link: call() });
        await until(() => phone.app.keeper.callers.value.has("call-1"));
        assert.deepEqual(phone.link.call()?.record, expected);
      });

    it("is shown where the layout says so", async () => {
      const host = new FakeHost();
      const { layout } = host;
      host.layout = async () => ({ ...(await layout()), facts: ["dialled"] });
      using phone = aSoftphone({ host, link: call() });
      await until(() => phone.app.keeper.callers.value.has("call-1"));
      assert.deepEqual(phone.app.keeper.callers.value.get("call-1")?.facts, [
        { fact: "dialled", value: "+18005550000" },
      ]);
    });
  });

  it("looks again at the answer where the CRM said nothing while it rang", async () => {
    const host = new FakeHost();
    host.look = () => Promise.reject(new HostError("silent", "no answer"));
    using phone = aSoftphone({ host, link: ringing() });
    const searches = () => host.done.filter((deed) => deed.startsWith("find "));
    await until(() => searches().length > 0);
    phone.link.change("call-1", { notes: "x" });
    host.look = () => Promise.resolve({ records: [ann] });
    assert.lengthOf(searches(), 1);
    phone.link.change("call-1", { state: connected });
    await until(() => phone.link.call()?.deeds.pop === "done");
    assert.deepEqual(opened(phone), [`open ${ann.id}`]);
    assert.lengthOf(searches(), 2);
  });

  it("forgets whom it found once the call is gone", async () => {
    using phone = aSoftphone({ link: ringing() });
    await until(() => phone.app.keeper.callers.value.has("call-1"));
    phone.link.say({ calls: [] });
    assert.strictEqual(phone.app.keeper.callers.value.size, 0);
  });

  it("leaves it to a CRM that cannot look without opening", async () => {
    const host = new FakeHost();
    host.records = [ann];
    host.look = () => Promise.reject(new HostError("unsupported", "25.0"));
    using phone = aSoftphone({ host, link: ringing() });
    await until(() => phone.link.call()?.deeds.pop === "done");
    assert.deepEqual(opened(phone), ["pop +14155550101 incoming"]);
    assert.deepEqual(phone.link.call()?.record, ann);
  });
});
