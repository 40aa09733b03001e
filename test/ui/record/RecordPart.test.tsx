import { assert } from "chai";
import { Softphone } from "../../../src/ui/Softphone.tsx";
import { aSoftphone } from "../../softphone/fakes/a-softphone.ts";
import { FakeHost } from "../../softphone/fakes/fake-host.ts";
import { aCall, FakeLink } from "../../softphone/fakes/fake-link.ts";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

const markup = '"><img src=x onerror="document.title=\'x\'">';
const ann = {
  ...{ id: "003000000000001", object: "Contact", name: "Ann Lee" },
  details: [{ label: "Business Phone", value: "(415) 555-0101" }],
};
const bob = {
  ...{ id: "003000000000002", object: "Lead", name: `Bob ${markup}` },
  details: [{ label: "Company", value: `${markup} & שלום 👋` }],
};

describe("ui/record/RecordPart", () => {
  it("shows a record with the layout's fields, and opens it", async () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
    phone.host.records = [ann];
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.text.includes("Business Phone(415) 555-0101"));
    await until(() => phone.link.call()?.deeds.pop === "done");
    stage.button("Show").click();
    await until(() => phone.host.done.filter((deed) => deed === `open ${ann.id}`).length === 2);
    await stage.isAccessible();
  });

  it("lists several with the layout's fields, as they came", async () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
    phone.host.records = [ann, bob];
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.text.includes("2 records could be meant."));
    assert.include(stage.text, `Company${markup} & שלום 👋`);
    assert.isNull(stage.root.querySelector("img"));
    await stage.isAccessible();
    stage.button("Ann Lee Contact").click();
    await until(() => phone.host.done.includes(`open ${ann.id}`));
    assert.deepEqual(phone.link.sentOf("setRecord").at(-1)?.record, {
      ...{ id: ann.id, object: ann.object, name: ann.name },
    });
  });

  it("offers new records for the unknown, of those kinds that the layout names", async () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.findButton("Case"));
    assert.isUndefined(stage.findButton("Lead"));
    stage.button("Case").click();
    await until(() => phone.host.done.includes("open new Case +14155550101"));
    assert.isTrue(stage.button("Answer").matches(":enabled"));
  });

  it("shows facts that came along as text", async () => {
    const host = new FakeHost();
    const { layout } = host;
    host.layout = async () => ({ ...(await layout()), facts: ["queue", "dialled"] });
    const attached = { "X-Queue": markup };
    using phone = aSoftphone({
      host,
      settings: { "/calls/attached": "Queue=X-Queue" },
      link: new FakeLink({ calls: [aCall({ attached, called: "+18005550000" })] }),
    });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.text.includes(`Queue${markup}`));
    assert.include(stage.text, "Dialed+18005550000");
    assert.isNull(stage.root.querySelector("img"));
    await stage.isAccessible();
  });

  it("says why nothing was opened, and lets the agent decide", async () => {
    const host = new FakeHost("tabs");
    Object.assign(host, { records: [ann], editing: true });
    using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall()] }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.text.includes("You are editing this page"));
    await stage.isAccessible();
    assert.isTrue(stage.button("Answer").matches(":enabled"));
    stage.button("Open anyway").click();
    await until(() => host.done.includes(`open ${ann.id}`));
    await until(() => !stage.text.includes("You are editing this page"));
  });
});
