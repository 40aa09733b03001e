import { assert } from "chai";
import type { ToLine } from "../../../src/line/protocol.ts";
import { until } from "../support/until.ts";
import type { Talk } from "./talk.ts";

/** Something a call can be or do, and what of it has to be there after the page changed. */
export interface Ability {
  readonly name: string;
  /** Before the page changes. */
  readonly begin: (talk: Talk) => Promise<void>;
  /** After the page changed. */
  readonly survived: (talk: Talk) => Promise<void>;
}

/** All that an agent can do with a call. */
type Verb = Exclude<
  Extract<ToLine, { call: string }>["type"],
  "deed" | "dismiss" | "setNotes" | "setDraft" | "setRecord"
>;

/** A robot that rings long enough for a page to change, and then answers. */
export const slowRobot = { number: "610", behaviour: { ringFor: 2_500, voice: 440 } } as const;
/** Where the server parks calls, and gives them back: two robots of the house. */
const lot = { park: "600", retrieve: "601" } as const;

/** What the abilities need of the demo. */
export const playground = {
  robots: { [slowRobot.number]: slowRobot.behaviour },
  settings: { "/features/park": lot.park, "/features/retrieve": lot.retrieve },
};

const talking: Ability = {
  name: "an outgoing call",
  async begin(talk) {
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardHere();
  },
  async survived(talk) {
    await talk.connected();
    await talk.isHeardBothWays();
  },
};

const incoming: Ability = {
  name: "an incoming call",
  async begin(talk) {
    talk.customerCalls();
    await talk.phone.button("Answer").click();
    await talk.connected();
    await talk.isHeardHere();
  },
  survived: talking.survived,
};

const ringingHere: Ability = {
  name: "a call that rings here",
  async begin(talk) {
    talk.customerCalls();
    await talk.phone.button("Answer").waitFor();
  },
  async survived(talk) {
    await talk.phone.button("Answer").click();
    await talking.survived(talk);
  },
};

const ringingThere: Ability = {
  name: "a call that rings there",
  async begin(talk) {
    await talk.dial(slowRobot.number);
    await talk.phone.says(/Ringing/);
  },
  survived: talking.survived,
};

const extension: Ability = {
  name: "an extension that is keyed in after the answer",
  async begin(talk) {
    await talk.dial(`${slowRobot.number} x136`);
    await talk.phone.says(/Ringing/);
  },
  async survived(talk) {
    await talking.survived(talk);
    await until(
      () => talk.there.digits,
      (digits) => digits === "136",
      { what: "the extension" },
    );
  },
};

const muted: Ability = {
  name: "a muted call",
  async begin(talk) {
    await talking.begin(talk);
    await talk.phone.button("Mute").click();
    await talk.phone.root.getByRole("button", { name: "Mute", pressed: true }).waitFor();
  },
  async survived(talk) {
    await talk.connected();
    await talk.isMuted();
    assert.equal(await talk.phone.button("Mute").getAttribute("aria-pressed"), "true");
    await talk.phone.button("Mute").click();
    await talk.isHeardBothWays();
  },
};

const tones: Ability = {
  name: "keys pressed afterwards",
  begin: talking.begin,
  async survived(talk) {
    await talking.survived(talk);
    await talk.phone.button("Keypad").click();
    await talk.phone.button("5").click();
    await talk.hasPressed(/^5$/);
  },
};

const pastedKeys: Ability = {
  name: "keys that are still being pressed",
  async begin(talk) {
    await talking.begin(talk);
    await talk.phone.button("Keys").click();
    await talk.phone.root.getByRole("textbox", { name: "Keys to press" }).fill("1234567890*#");
    await talk.phone.button("Press").click();
    await talk.hasPressed(/^1/);
  },
  async survived(talk) {
    await talk.hasPressed(/^1234567890\*#$/);
    await talking.survived(talk);
  },
};

const held: Ability = {
  name: "a call on hold",
  async begin(talk) {
    await talking.begin(talk);
    await talk.phone.button("Hold").click();
    await talk.isHeld(true);
  },
  async survived(talk) {
    await talk.phone.says(/On hold/);
    await talk.isHeld(true);
    await talk.phone.button("Resume").click();
    await talk.connected();
    await talk.isHeld(false);
    await talk.isHeardBothWays();
  },
};

/** A call with 601 waits while 600 is asked. */
async function ask(talk: Talk): Promise<Talk> {
  await talking.begin(talk);
  await talk.phone.button("Transfer").click();
  await talk.phone.root.getByRole("textbox", { name: "Transfer to" }).fill("600");
  const asked = await talk.another(() => talk.phone.button("Ask first").click());
  await asked.connected();
  await talk.isHeld(true);
  return asked;
}

const consulting: Ability = {
  name: "a call on hold while somebody is asked",
  async begin(talk) {
    await ask(talk);
  },
  async survived(talk) {
    await talk.isHeld(true);
    await talk.phone.button("Back to 601").click();
    await talk.isHeld(false);
    await talking.survived(talk);
  },
};

const connecting: Ability = {
  name: "somebody who is to be connected with whom was asked",
  async begin(talk) {
    await ask(talk);
  },
  async survived(talk) {
    await talk.isHeld(true);
    await talk.phone.button("Connect with 601").click();
    await talk.phone.says(/Transferred to/);
    // The exchange's robots go on without us; whoever comes next finds the phone free.
    await talk.everybodyHangsUp();
    await talk.dial("601");
    await talking.survived(talk);
  },
};

const transferring: Ability = {
  name: "a transfer that failed",
  async begin(talk) {
    await talking.begin(talk);
    await talk.phone.button("Transfer").click();
    await talk.phone.root.getByRole("textbox", { name: "Transfer to" }).fill("602");
    await talk.phone.button("Transfer now").click();
  },
  async survived(talk) {
    await talk.phone.says(/Transfer to 602: it is busy. You are still in the call/);
    await talking.survived(talk);
  },
};

const parked: Ability = {
  name: "a call that is parked",
  async begin(talk) {
    await talking.begin(talk);
    await talk.phone.button("Transfer").click();
    await talk.phone.button("Park").click();
    await talk.phone.says(/Transferred to 600/);
  },
  async survived(talk) {
    // The exchange's robots go on without us; whoever comes next finds the phone free.
    await talk.everybodyHangsUp();
    const back = await talk.another(() => talk.phone.button("Take back a parked call").click());
    talk.goOnWith(back);
    await talking.survived(talk);
  },
};

async function confer(talk: Talk): Promise<Talk> {
  const asked = await ask(talk);
  await talk.card("600").getByRole("button", { name: "Merge" }).click();
  await talk.phone.says(/In a conference/);
  return asked;
}

const conference: Ability = {
  name: "a conference",
  async begin(talk) {
    talk.other = await confer(talk);
  },
  async survived(talk) {
    await talk.phone.says(/In a conference/);
    await talk.isHeld(false);
    await talk.hearsTheOthers();
    await talk.other?.endsThere();
    await talking.survived(talk);
  },
};

const splitting: Ability = {
  name: "a conference that was split",
  async begin(talk) {
    talk.other = await confer(talk);
    await talk
      .card("601")
      .getByRole("button", { name: /^Talk to .* alone$/ })
      .click();
    await talk.other.isHeld(true);
  },
  async survived(talk) {
    await talk.other?.isHeld(true);
    await talk.other?.endsThere();
    await talking.survived(talk);
  },
};

const redirected: Ability = {
  name: "a caller sent elsewhere",
  begin: ringingHere.begin,
  async survived(talk) {
    await talk.phone.button("Answer").waitFor();
    await talk.phone.button("More …").click();
    await talk.phone.root.getByLabel("Send to").fill("601");
    await talk.phone.button("Send").click();
    await talk.phone.says(/Sent to 601/);
    await until(
      () => talk.there.state,
      (state) => state === "connected",
      { what: "the customer to be with somebody else" },
    );
    talk.exchange.hangUp(talk.id);
    await until(
      () => talk.exchange.stats().runningCalls,
      (running) => running === 0,
      { what: "both of them to hang up" },
    );
    // The phone is free for the next call.
    await talking.begin(talk);
  },
};

/** The list of the test before may still be there: it is the line's, and outlives pages. */
const calledFromList: Ability = {
  name: "a call of a calling list",
  async begin(talk) {
    const panel = listOf(talk);
    await panel.waitFor();
    const old = panel.getByRole("button", { name: "Put the list away" });
    if (await old.isVisible()) await old.click();
    await panel.getByText("Calling list").click();
    await panel.getByRole("textbox").fill("+14155550101\n+14155550142");
    await panel.getByRole("button", { name: "Make a list" }).click();
    await talk.make(() => panel.getByRole("button", { name: "Call this number" }).click());
    await talk.connected();
    await talk.isHeardHere();
  },
  async survived(talk) {
    const panel = listOf(talk);
    await panel.getByText("0 of 2").waitFor();
    await talking.survived(talk);
    await talk.hangUp();
    await panel.getByText("1 of 2").waitFor();
    await talk.make(() => panel.getByRole("button", { name: "Call this number" }).click());
    await talking.survived(talk);
  },
};

function listOf(talk: Talk) {
  return talk.phone.root.getByRole("complementary", { name: "Calling list" });
}

/** By what the agent did last. A verb that the protocol gains has to get its row here, or this does not compile. */
const byVerb: Readonly<Record<Verb | "dial" | "list", readonly Ability[]>> = {
  dial: [talking, ringingThere, extension],
  answer: [incoming, ringingHere],
  setMuted: [muted],
  sendDtmf: [tones, pastedKeys],
  // Tried by all of these, or of no effect that a page change could undo.
  carry: [],
  decline: [],
  hangUp: [],
  redirect: [redirected],
  setHeld: [held, consulting],
  transfer: [transferring, parked],
  connect: [connecting],
  merge: [conference],
  split: [splitting],
  list: [calledFromList],
};

export const abilities: readonly Ability[] = Object.values(byVerb).flat();
