import { assert } from "chai";
import { until } from "../../support/until.ts";
import type { Ability } from "./ability.ts";
import { talking } from "./one-call.ts";
import { robots } from "./playground.ts";

export const extension: Ability = {
  name: "an extension that is keyed in after the answer",
  async begin(talk) {
    await talk.dial(`${robots.slow} x136`);
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

export const tones: Ability = {
  name: "keys pressed afterwards",
  begin: talking.begin,
  async survived(talk) {
    await talking.survived(talk);
    await talk.phone.button("Keypad").click();
    await talk.phone.button("5").click();
    await talk.hasPressed(/^5$/);
  },
};

export const signalledKeys: Ability = {
  name: "keys pressed afterwards, by the signalling",
  settings: { "/sip/dtmf": "info" },
  begin: talking.begin,
  async survived(talk) {
    await tones.survived(talk);
    assert.equal(talk.exchange.stats().requests.INFO, 1);
  },
};

export const pastedKeys: Ability = {
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
