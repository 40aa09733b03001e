import { assert } from "chai";
import { softphoneIn } from "./support/desk.ts";
import { SipTap } from "./support/sip-tap.ts";
import { Stage } from "./support/stage.ts";
import { until } from "./support/until.ts";
import { Talk } from "./survival/talk.ts";
import { malformed } from "./torture/malformed.ts";
import { outOfPlace } from "./torture/out-of-place.ts";
import { offer, request, type OddMessage } from "./torture/sip-text.ts";
import { takenBack } from "./torture/taken-back.ts";
import { wellFormed } from "./torture/well-formed.ts";

/** Any address of the phone will do to say which messages there are. */
const anywhere = "sip:agent@demo.switchhook.test";
const kinds = [wellFormed, malformed, outOfPlace] as const;

describe("odd messages in a running call", () => {
  let stage: Stage;
  let tap: SipTap;
  let talk: Talk;
  let pings = 0;

  before(async () => {
    tap = await SipTap.open({
      upstream: () => stage.demo.port,
      own: (text) => text.includes("stranger.invalid"),
    });
    stage = await Stage.open({ demo: { settings: { "/sip/servers": tap.address } } });
    talk = new Talk(stage, await stage.visit("/home"));
    await talk.phone.says(/Registered/);
    await talk.dial("601");
    await talk.connected();
  });
  after(async () => {
    await stage.close();
    await tap.close();
  });

  for (const [kind, list] of kinds.entries()) {
    for (const [at, { name, trait }] of list(anywhere).entries()) {
      it(`${name}: ${trait}`, async () => {
        const message = kinds[kind]?.(contact())[at] ?? assert.fail("no such message");
        tap.inject(message.text);
        await hearsStill();
        await leaveNothingRinging(message);
        assert.equal(talk.there.state, "connected");
      });
    }
  }

  it("doubled by the network: one INVITE, heard twice, is one call", async () => {
    const text = request("doubled", contact(), { body: offer });
    tap.inject(text);
    tap.inject(text);
    await hearsStill();
    await ringOnce(text);
  });

  it("doubled by a fork: an INVITE that comes by two ways is one call, and 482 to the other way", async () => {
    const text = request("forked", contact(), { body: offer });
    tap.inject(text);
    tap.inject(text.replace("branch=z9hG4bK", "branch=z9hG4bK-other-"));
    await until(
      () => answers("forked"),
      (all) => all.some((answer) => answer.startsWith("SIP/2.0 482")),
      { what: "the other way to be refused" },
    );
    await ringOnce(text);
  });

  it("leave the call as it was, and the phone in use", async () => {
    await talk.isHeardBothWays();
    assert.equal(await softphoneIn(talk.page).button("Answer").count(), 0);
    await talk.hangUp();
    await talk.dial("600");
    await talk.connected();
    await talk.isHeardBothWays();
  });

  /** It rings, as one call, until it is taken back. */
  async function ringOnce(invite: string): Promise<void> {
    const { root } = softphoneIn(talk.page);
    await root.getByRole("button", { name: "Answer" }).first().waitFor();
    assert.equal(await root.getByRole("button", { name: "Answer" }).count(), 1);
    assert.equal(await root.getByRole("article").count(), 2);
    tap.inject(takenBack(invite));
    await root.getByRole("button", { name: "Answer" }).waitFor({ state: "detached" });
    assert.equal(talk.there.state, "connected");
  }

  /** Where the phone says that it can be reached. */
  function contact(): string {
    const register = tap.sent.find((text) => text.startsWith("REGISTER")) ?? "";
    return /^Contact: <([^>]+)>/m.exec(register)?.[1] ?? assert.fail("no REGISTER with a Contact");
  }

  /** The line takes messages in order: when it answers this one, it is through with those before. */
  async function hearsStill(): Promise<void> {
    const id = `ping-${++pings}`;
    tap.inject(request(id, contact(), { method: "OPTIONS" }));
    await until(
      () => answers(id),
      (heard) => heard.length > 0,
      { what: "the line to answer" },
    );
  }

  async function leaveNothingRinging({ rings, text }: OddMessage): Promise<void> {
    const isRinging = () =>
      rings !== undefined && answers(rings).some((answer) => answer.startsWith("SIP/2.0 18"));
    const isOver = () => answers(rings ?? "").some((answer) => /^SIP\/2\.0 [3-6]/.test(answer));
    if (!isRinging() || isOver()) return;
    tap.inject(takenBack(text));
    await until(isOver, Boolean, { what: "the call to be taken back" });
  }

  function answers(callId: string): readonly string[] {
    return tap.sent.filter((text) => text.startsWith("SIP/2.0") && text.includes(callId));
  }
});
