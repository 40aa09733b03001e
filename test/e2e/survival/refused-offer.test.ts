import { assert } from "chai";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { Talk } from "./talk.ts";

const stubborn = { number: "611", behaviour: { voice: 440, refuseOffersWith: 488 } } as const;

describe("the other side refuses to go on with the next page", () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ demo: { robots: { [stubborn.number]: stubborn.behaviour } } });
  });
  after(() => stage.close());

  it("is told on the card of a call that is up and silent, with a way to call back", async () => {
    const page = await stage.visit("/home");
    await softphoneIn(page).says(/Registered/);
    const talk = new Talk(stage, page);
    await talk.dial(stubborn.number);
    await talk.connected();
    await talk.isHeardHere();
    await page.goto(`${stage.crm}/003/o`);
    await talk.phone.region
      .getByText(/No sound: .* \(488\)/)
      .first()
      .waitFor();
    assert.equal(talk.there.state, "connected");

    await talk.phone.button("Call back").click();
    await stage.call(({ id }) => id !== talk.id, "the second call");
    const [first, second] = stage.demo.exchange.calls();
    assert.equal(second?.to, stubborn.number);
    await stage.call(({ id, state }) => id === first?.id && state === "ended", "the first's end");
    await talk.phone.says(/Connected/);
    await talk.isHeardHere();
    assert.equal(stage.demo.exchange.stats().runningCalls, 1);
  });
});
