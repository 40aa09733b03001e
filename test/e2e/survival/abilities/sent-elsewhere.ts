import { until } from "../../support/until.ts";
import type { Ability } from "./ability.ts";
import { ringingHere, talking } from "./one-call.ts";
import { robots } from "./playground.ts";

// The other side is sent to somebody else.

export const refusedTransfer: Ability = {
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

export const transferUnderWay: Ability = {
  name: "a transfer of which nobody has decided yet",
  async begin(talk) {
    await talking.begin(talk);
    await talk.phone.button("Transfer").click();
    await talk.phone.root.getByRole("textbox", { name: "Transfer to" }).fill(robots.patient);
    await talk.phone.button("Transfer now").click();
    await talk.phone.says(/it rings at 630/);
  },
  async survived(talk) {
    await talk.phone.says(/it rings at 630/);
    await talk.isHeardBothWays();
    const asked = talk.exchange
      .calls()
      .findLast(({ to, direction }) => to === robots.patient && direction === "incoming");
    talk.exchange.hangUp(asked?.id ?? "nobody");
    await talk.phone.says(
      /Transfer to 630: nobody can be reached there. You are still in the call/,
    );
    await talking.survived(talk);
  },
};

export const parked: Ability = {
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

export const redirected: Ability = {
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
