import type { Talk } from "../talk.ts";
import type { Ability } from "./ability.ts";
import { talking } from "./one-call.ts";

// A call that waits, and what can be done with two.

export const held: Ability = {
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

export const waiting: Ability = {
  name: "a second caller who rings",
  async begin(talk) {
    await talking.begin(talk);
    talk.other = talk.anotherCustomer();
    await talk.phone.button("Answer").waitFor();
  },
  async survived(talk) {
    await talk.phone.button("Answer").click();
    await talk.isHeld(true);
    await talk.other?.isHeardThere(({ rms }) => rms > 0.01, "the second caller to hear the agent");
    await talk.other?.endsThere();
    await talk.phone.button("Resume").click();
    await talk.isHeld(false);
    await talking.survived(talk);
  },
};

export const swapping: Ability = {
  name: "two calls that change places",
  async begin(talk) {
    await talking.begin(talk);
    talk.other = await talk.another(() => talk.phone.dial("600"));
    await talk.other.connected();
    await talk.isHeld(true);
  },
  async survived(talk) {
    await talk.isHeld(true);
    await talk.phone.button("Swap").click();
    await talk.other?.isHeld(true);
    await talk.isHeld(false);
    await talk.isHeardBothWays();
    await talk.other?.endsThere();
    await talking.survived(talk);
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

export const consulting: Ability = {
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

export const connecting: Ability = {
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

async function confer(talk: Talk): Promise<Talk> {
  const asked = await ask(talk);
  await talk.card("600").getByRole("button", { name: "Merge" }).click();
  await talk.phone.says(/In a conference/);
  return asked;
}

export const conference: Ability = {
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

export const splitting: Ability = {
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
