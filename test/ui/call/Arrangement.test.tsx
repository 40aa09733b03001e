import { assert } from "chai";
import { loadLate } from "../../../src/ui/late.tsx";
import { Softphone } from "../../../src/ui/Softphone.tsx";
import { aSoftphone } from "../../softphone/fakes/a-softphone.ts";
import { aCall, connected, FakeLink } from "../../softphone/fakes/fake-link.ts";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

const held = { phase: "connected", since: 1000, heldBy: "us" } as const;
const ann = aCall({ id: "ann", state: held, remote: { number: "601", name: "Ann" } });
const bob = aCall({ id: "bob", state: connected, remote: { number: "602" }, consultsFor: "ann" });

describe("ui/call/Arrangement", () => {
  before(loadLate);

  for (const width of [200, 400]) {
    it(`has every panel within ${width} pixels, and axe has nothing to say`, async () => {
      using phone = aSoftphone({ link: new FakeLink({ calls: [bob] }) });
      using stage = new Stage(<Softphone app={phone.app} />, width);
      await until(() => stage.findButton("Transfer"));
      for (const name of ["Transfer", "Keys"]) {
        stage.button(name).click();
        await until(() => stage.button(name).ariaExpanded === "true");
        await stage.isAccessible();
      }
    });
  }

  it("holds, and says so with a pressed button", async () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [bob] }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.findButton("Hold"));
    stage.button("Hold").click();
    assert.deepEqual(phone.link.sentOf("setHeld"), [{ type: "setHeld", call: "bob", held: true }]);
    phone.link.change("bob", { state: held });
    await until(() => stage.findButton("Resume")?.ariaPressed === "true");
    assert.include(stage.status, "On hold");
  });

  it("offers what can be done with two calls, and sends whoever waits to whoever was asked", async () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [ann, bob] }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.findButton("Connect with Ann"));
    await stage.isAccessible();
    stage.button("Connect with Ann").click();
    stage.button("Back to Ann").click();
    stage.button("Swap").click();
    assert.deepEqual(phone.link.sentOf("connect"), [{ type: "connect", call: "ann", to: "bob" }]);
    assert.deepEqual(phone.link.sentOf("hangUp"), [{ type: "hangUp", call: "bob" }]);
    assert.lengthOf(phone.link.sentOf("setHeld"), 2);
  });

  it("says with whom, where there are several to be talked with together", async () => {
    const eve = aCall({ id: "eve", state: held, remote: { number: "603", name: "Eve" } });
    using phone = aSoftphone({ link: new FakeLink({ calls: [ann, eve, bob] }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.findButton("Merge with Eve"));
    await stage.isAccessible();
    stage.button("Merge with Eve").click();
    assert.deepEqual(phone.link.sentOf("merge"), [{ type: "merge", call: "bob", with: "eve" }]);
  });

  it("shows the notes of the talk, not those of a caller who only rings", async () => {
    const caller = aCall({ id: "eve", direction: "incoming", remote: { number: "603" } });
    using phone = aSoftphone({ link: new FakeLink({ calls: [bob] }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.root.querySelector("textarea"));
    const notes = stage.field("textarea");
    phone.link.say({ calls: [bob, caller] });
    await until(() => stage.findButton("Answer"));
    assert.equal(stage.field("textarea"), notes, "the agent may be writing there");
  });

  it("keeps the keyboard on the card when what had it is gone", async () => {
    const ringing = { phase: "ringing", since: 0 } as const;
    const caller = aCall({ id: "eve", direction: "incoming", state: ringing });
    using phone = aSoftphone({ link: new FakeLink({ calls: [caller] }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.findButton("Answer"));
    stage.button("Answer").focus();
    phone.link.change("eve", { state: connected });
    await until(() => stage.findButton("Hang up"));
    assert.equal(document.activeElement, stage.one("article"));
  });

  it("parks where the server parks calls, as its number is written", async () => {
    const link = new FakeLink({ calls: [bob] });
    using phone = aSoftphone({ link, settings: { "/features/park": "*68" } });
    using stage = new Stage(<Softphone app={phone.app} />, 200);
    await until(() => phone.app.crm.settings.value && stage.findButton("Transfer"));
    stage.button("Transfer").click();
    await until(() => stage.findButton("Park"));
    await stage.isAccessible();
    stage.button("Park").click();
    assert.deepEqual(link.sentOf("transfer"), [{ type: "transfer", call: "bob", target: "*68" }]);
    await until(() => !stage.findButton("Park"));
  });

  it("offers no parking where the server has none", async () => {
    using phone = aSoftphone({ link: new FakeLink({ calls: [bob] }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.findButton("Transfer"));
    stage.button("Transfer").click();
    await until(() => stage.findButton("Transfer now"));
    assert.notExists(stage.findButton("Park"));
  });

  it("asks which number is meant for a transfer, and says where there is none", async () => {
    const settings = { "/numbers/homeCountry": "us", "/reqDialingOptions/reqOutsidePrefix": "9" };
    using phone = aSoftphone({ link: new FakeLink({ calls: [bob] }), settings });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => phone.app.crm.settings.value && stage.findButton("Transfer"));
    stage.button("Transfer").click();
    await until(() => stage.findButton("Transfer now"));
    const field = stage.field(".transfer input");
    stage.type(field, "n/a");
    stage.button("Transfer now").click();
    await until(() => stage.root.querySelector("[role=alert]"));
    await stage.isAccessible();
    stage.type(field, "415 555 0101 / 415 555 0102");
    stage.button("Transfer now").click();
    await until(() => stage.root.querySelector(".choice"));
    await stage.isAccessible();
    stage.one(".choice:first-of-type").click();
    await until(() => phone.link.sentOf("transfer").length === 1);
    assert.equal(document.activeElement, stage.button("Transfer"));
  });

  it("tells of a conference, from which the agent goes on with one or leaves both", async () => {
    const number = "+14155550101";
    const unnamed = { ...bob, remote: { number } };
    const both = [ann, unnamed].map((call) => ({
      ...call,
      state: connected,
      inConference: true as const,
    }));
    using phone = aSoftphone({ link: new FakeLink({ calls: both }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.findButton("Talk to Ann alone"));
    await stage.isAccessible();
    const button = stage.button(`Talk to ${number} alone`);
    assert.isAtMost(button.scrollWidth, button.clientWidth, "sticks out of its button");
    stage.button("Talk to Ann alone").click();
    assert.deepEqual(phone.link.sentOf("split"), [{ type: "split", call: "ann" }]);
  });

  it("says why a transfer failed", async () => {
    const transferring = { phase: "failed", to: "603", status: 486 } as const;
    using phone = aSoftphone({
      link: new FakeLink({ calls: [aCall({ state: connected, transferring })] }),
    });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.status.includes("Transfer to 603: it is busy."));
  });
});
