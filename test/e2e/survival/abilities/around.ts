import { assert } from "chai";
import { microphonesOf } from "../../support/browser.ts";
import { until } from "../../support/until.ts";
import type { Talk } from "../talk.ts";
import { isUndisturbed } from "../wants.ts";
import type { Ability } from "./ability.ts";
import { talking } from "./one-call.ts";
import { colleague } from "./playground.ts";

// What is around a call.

/** The list of the test before may still be there: it is the line's, and outlives pages. */
export const calledFromList: Ability = {
  name: "a call of a calling list",
  async begin(talk) {
    const panel = listOf(talk);
    await panel.waitFor();
    const old = panel.getByRole("button", { name: "Put the list away" });
    if (await old.isVisible()) await old.click();
    await talk.phone.unfold("Calling list");
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

export const undisturbed: Ability = {
  name: "an agent who is not to be disturbed",
  async begin(talk) {
    await talking.begin(talk);
    await talk.phone.button("Do not disturb").click();
    await isUndisturbed(talk, true);
  },
  async survived(talk) {
    await isUndisturbed(talk, true);
    await talk.anotherCustomer().endsByItself();
    await talk.phone.button("Do not disturb").click();
    await isUndisturbed(talk, false);
    await talking.survived(talk);
  },
};

export const lamps: Ability = {
  name: "a mailbox and a colleague's lamp",
  async begin(talk) {
    talk.exchange.leaveMessages("agent", 2);
    talk.exchange.setLine(colleague.number, "busy");
    await talking.begin(talk);
    await talk.phone.button("Voicemail (2 new)").waitFor();
    await talk.phone.button(`${colleague.name}: busy`).waitFor();
  },
  async survived(talk) {
    await talk.phone.button("Voicemail (2 new)").waitFor();
    await talk.phone.button(`${colleague.name}: busy`).waitFor();
    talk.exchange.leaveMessages("agent", 0);
    talk.exchange.setLine(colleague.number, "free");
    await talk.phone.button("Voicemail").waitFor();
    await talk.phone.button(`${colleague.name}: free`).waitFor();
    await talking.survived(talk);
  },
};

const microphone = "Fake Audio Input 2";

export const chosenMicrophone: Ability = {
  name: "a microphone that the agent chose",
  async begin(talk) {
    await talking.begin(talk);
    await talk.phone.root.getByText("Audio", { exact: true }).click();
    await microphones(talk).selectOption({ label: microphone });
    await isHeardBy(talk, microphone);
  },
  async survived(talk) {
    await talking.survived(talk);
    await isHeardBy(talk, microphone);
    await talk.phone.root.getByText("Audio", { exact: true }).click();
    await microphones(talk).selectOption({ index: 0 });
    await until(
      () => microphonesOf(talk.page),
      (used) => !used.includes(microphone),
      { what: "the usual microphone" },
    );
    await talking.survived(talk);
  },
};

function microphones(talk: Talk) {
  return talk.phone.root.getByRole("combobox", { name: "Microphone" });
}

async function isHeardBy(talk: Talk, name: string): Promise<void> {
  const used = await until(
    () => microphonesOf(talk.page),
    (labels) => labels.includes(name),
    { what: name },
  );
  assert.deepEqual(used, [name]);
}
