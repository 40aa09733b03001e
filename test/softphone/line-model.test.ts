import { assert } from "chai";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { aCall, connected, ended, FakeLink } from "./fakes/fake-link.ts";

describe("softphone/line-model", () => {
  it("keeps the line's refusal until the next call", () => {
    using phone = aSoftphone();
    phone.link.events.emit("refused", { command: "dial", code: "tooManyCalls" });
    assert.equal(phone.app.line.refusal.value, "tooManyCalls");
    phone.app.dialer.write("600");
    phone.app.dialer.dial();
    assert.isUndefined(phone.app.line.refusal.value);
  });

  it("takes the newest call that is up for the current one, else the newest", () => {
    const calls = [aCall({ id: "a", state: connected }), aCall({ id: "b", state: ended })];
    using phone = aSoftphone({ link: new FakeLink({ calls }) });
    assert.equal(phone.app.line.currentCall.value?.id, "a");
    phone.link.change("a", { state: ended });
    assert.equal(phone.app.line.currentCall.value?.id, "b");
  });

  it("leaves the agent in the talk while another caller only rings", () => {
    const calls = [aCall({ id: "a", state: connected }), aCall({ id: "b" })];
    using phone = aSoftphone({ link: new FakeLink({ calls }) });
    const { currentCall, talk } = phone.app.line;
    assert.deepEqual([currentCall.value?.id, talk.value?.id], ["b", "a"]);
    phone.app.dialer.press("5");
    assert.deepEqual(phone.link.sentOf("sendDtmf"), [{ type: "sendDtmf", call: "a", digits: "5" }]);
    phone.link.change("b", { state: connected });
    assert.equal(talk.value?.id, "b");
    phone.link.change("a", { state: ended });
    phone.link.change("b", { state: ended });
    assert.equal(talk.value?.id, "b");
  });
});
