import { assert } from "chai";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { aCall, connected } from "./fakes/fake-link.ts";
import { until } from "./fakes/until.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };

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

  it("dials a clicked number with its record, and comes forward", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.crm.settings.value);
    phone.host.events.emit("dialRequested", { number: "(415) 555-0101", record: ann });
    assert.deepEqual(phone.link.sentOf("dial"), [
      { type: "dial", target: "4155550101", record: ann },
    ]);
    assert.include(phone.host.done, "show");
  });

  it("says so when a clicked number is none", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.crm.host.value);
    phone.host.events.emit("dialRequested", { number: "n/a" });
    assert.isTrue(phone.app.dialer.badNumber.value);
    phone.app.dialer.write("1");
    assert.isFalse(phone.app.dialer.badNumber.value);
  });

  it("brings the last number back when the field is empty", () => {
    using phone = aSoftphone();
    const { dialer } = phone.app;
    dialer.write("600");
    dialer.dial();
    assert.equal(dialer.number.value, "");
    dialer.dial();
    assert.equal(dialer.number.value, "600");
    assert.lengthOf(phone.link.sentOf("dial"), 1);
  });

  it("calls the other side of a silent call back, a dialled number as it was dialled", () => {
    using phone = aSoftphone();
    const outgoing = aCall({ direction: "outgoing", remote: { number: "901" }, record: ann });
    phone.app.dialer.callBack(outgoing);
    assert.deepEqual(phone.link.sent, [
      { type: "hangUp", call: "call-1" },
      { type: "dial", target: "901", record: ann },
    ]);
  });

  it("calls a caller back as a number that is written", async () => {
    using phone = aSoftphone({ settings: { "/reqDialingOptions/reqOutsidePrefix": "9" } });
    await until(() => phone.app.crm.settings.value);
    phone.app.dialer.callBack(aCall());
    assert.deepEqual(phone.link.sentOf("dial"), [{ type: "dial", target: "9+14155550101" }]);
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
});
