import { until } from "../support/until.ts";
import type { Talk } from "./talk.ts";

// What an agent wants of the phone, as each page shows it.

export const presence = (talk: Talk) => talk.phone.root.getByRole("combobox", { name: "Presence" });

export const isReady = (talk: Talk, ready: boolean) =>
  until(
    () => presence(talk).inputValue(),
    (chosen) => (chosen === "ready") === ready,
    { what: ready ? "an agent who is ready" : "an agent who is not ready" },
  );

/** Whether it says so, here and now. */
export function isUndisturbed(talk: Talk, pressed: boolean) {
  return talk.phone.root.getByRole("button", { name: "Do not disturb", pressed }).waitFor();
}

/** The agent wants no calls at all. */
export async function wantNoCalls(talk: Talk): Promise<void> {
  await talk.phone.button("Do not disturb").click();
  await presence(talk).selectOption("Not ready");
  await wantsNoCalls(talk);
}

export async function wantsNoCalls(talk: Talk): Promise<void> {
  await isUndisturbed(talk, true);
  await isReady(talk, false);
}
