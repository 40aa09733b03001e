import { assert } from "chai";
import { tellOfCalls } from "../../src/softphone/call-news.ts";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { aCall, connected, ended } from "./fakes/fake-link.ts";
import { until } from "./fakes/until.ts";

describe("softphone/call-news", () => {
  it("tells the pages of each call's beginning and end, once", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.crm.settings.value);
    const { stop } = tellOfCalls(phone.app);
    phone.link.say({ calls: [{ ...aCall(), attached: { "X-Case": "1" } }] });
    phone.link.change("call-1", { state: connected });
    phone.link.change("call-1", { state: ended });
    phone.link.change("call-1", { notes: "x" });
    stop();
    assert.deepEqual(phone.host.told, [
      {
        event: "callBegan",
        call: {
          ...{ id: "call-1", direction: "incoming", number: "+14155550101", name: "Ann Lee" },
          attached: { "X-Case": "1" },
        },
      },
      { event: "callEnded", call: { id: "call-1", seconds: 12, disposition: "Answered" } },
    ]);
  });

  it("tells when the record is found, and tells newcomers of calls that are up", async () => {
    using phone = aSoftphone();
    await until(() => phone.app.crm.settings.value);
    const { stop, tellAgain } = tellOfCalls(phone.app);
    phone.link.say({ calls: [aCall()] });
    const record = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
    phone.link.change("call-1", { record });
    tellAgain();
    phone.link.change("call-1", { state: ended });
    tellAgain();
    stop();
    assert.deepEqual(
      phone.host.told.map((news) => [news.event, "call" in news && "record" in news.call]),
      [
        ["callBegan", false],
        ["callChanged", true],
        ["callChanged", true],
        ["callEnded", false],
        ["callEnded", false],
      ],
    );
  });

  it("tells nothing where the administrator does not want it", async () => {
    using phone = aSoftphone({ settings: { "/pages/announce": "no" } });
    await until(() => phone.app.crm.settings.value);
    const { stop, tellAgain } = tellOfCalls(phone.app);
    phone.link.say({ calls: [aCall()] });
    tellAgain();
    stop();
    assert.isEmpty(phone.host.told);
  });
});
