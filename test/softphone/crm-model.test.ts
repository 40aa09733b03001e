import { assert } from "chai";
import { HostError, type Host } from "../../src/host/host.ts";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { FakeHost } from "./fakes/fake-host.ts";
import { until } from "./fakes/until.ts";

describe("softphone/crm-model", () => {
  it("is ready with defaults, and says so, when the settings cannot be read", async () => {
    const host = new FakeHost();
    using phone = aSoftphone({ host });
    host.settings = () => Promise.reject(new HostError("silent", ""));
    await until(() => phone.app.crm.status.value.phase === "ready");
    assert.include(phone.app.crm.status.value, { phase: "ready", problem: "silent" });
    assert.equal(phone.app.crm.settings.value?.calls.pop, "ring");
  });

  it("names the items that an administrator should look at", async () => {
    using phone = aSoftphone({ settings: { "/sip/domain": "", "/calls/pop": "maybe" } });
    await until(() => phone.app.crm.status.value.phase === "ready");
    assert.deepInclude(phone.app.crm.status.value, { wrongItems: ["/calls/pop", "/sip/domain"] });
  });

  it("connects once more when asked to", async () => {
    const host = new FakeHost();
    const answers: (() => Promise<Host>)[] = [
      () => Promise.reject(new HostError("silent", "")),
      () => Promise.resolve(host),
    ];
    const connect = () => answers.shift()?.() ?? Promise.reject(new Error("asked too often"));
    using phone = aSoftphone({ host, connect });
    await until(() => phone.app.crm.status.value.phase === "failed");
    assert.include(phone.app.crm.status.value, { problem: "silent" });
    phone.app.crm.tryAgain();
    await until(() => phone.app.crm.status.value.phase === "ready");
  });

  it("calls what nobody knows a failure", async () => {
    using phone = aSoftphone({ connect: () => Promise.reject(new Error("what?")) });
    await until(() => phone.app.crm.status.value.phase === "failed");
    assert.include(phone.app.crm.status.value, { problem: "failed" });
  });

  it("is a failure, too, when what reads the settings does not load", async () => {
    const decode = () => Promise.reject(new Error("404"));
    using phone = aSoftphone({ decode });
    await until(() => phone.app.crm.status.value.phase === "failed");
    assert.include(phone.app.crm.status.value, { problem: "failed" });
    assert.isUndefined(phone.app.crm.settings.value);
  });
});
