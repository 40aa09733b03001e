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
    await until(
      () => talk.there.digits,
      (digits) => digits === "5",
      { what: "the key" },
    );
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

/** By what the agent did last. A verb that the protocol gains has to get its row here, or this does not compile. */
const byVerb: Readonly<Record<Verb | "dial", readonly Ability[]>> = {
  dial: [talking, ringingThere, extension],
  answer: [incoming, ringingHere],
  setMuted: [muted],
  sendDtmf: [tones],
  // Tried by all of these, or of no effect that a page change could undo.
  carry: [],
  decline: [],
  hangUp: [],
  redirect: [redirected],
  setHeld: [],
  transfer: [],
  connect: [],
  merge: [],
  split: [],
};

export const abilities: readonly Ability[] = Object.values(byVerb).flat();
