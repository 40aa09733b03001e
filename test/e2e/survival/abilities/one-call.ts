import { assert } from "chai";
import type { Ability } from "./ability.ts";
import { robots } from "./playground.ts";

// A single call, from its ringing on.

export const talking: Ability = {
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

export const incoming: Ability = {
  name: "an incoming call",
  async begin(talk) {
    talk.customerCalls();
    await talk.phone.button("Answer").click();
    await talk.connected();
    await talk.isHeardHere();
  },
  survived: talking.survived,
};

export const ringingHere: Ability = {
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

export const ringingThere: Ability = {
  name: "a call that rings there",
  async begin(talk) {
    await talk.dial(robots.slow);
    await talk.phone.says(/Ringing/);
  },
  survived: talking.survived,
};

export const announced: Ability = {
  name: "a call of which something is heard before the answer",
  async begin(talk) {
    await talk.dial(robots.announcing);
    await talk.phone.says(/Ringing/);
    await talk.isHeardHere();
  },
  survived: talking.survived,
};

export const answeredByItself: Ability = {
  name: "a call that is about to be answered by itself",
  async begin(talk) {
    talk.customerCalls({ "Call-Info": "<sip:intercom@demo.test>;answer-after=2" });
    await talk.phone.button("Answer").waitFor();
  },
  survived: talking.survived,
};

export const muted: Ability = {
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
