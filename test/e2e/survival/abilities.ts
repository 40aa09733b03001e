import type { ToLine } from "../../../src/line/protocol.ts";
import type { Ability } from "./abilities/ability.ts";
import { calledFromList, chosenMicrophone, lamps, undisturbed } from "./abilities/around.ts";
import { extension, pastedKeys, signalledKeys, tones } from "./abilities/keys.ts";
import {
  announced,
  answeredByItself,
  incoming,
  muted,
  ringingHere,
  ringingThere,
  talking,
} from "./abilities/one-call.ts";
import {
  parked,
  redirected,
  refusedTransfer,
  transferUnderWay,
} from "./abilities/sent-elsewhere.ts";
import {
  conference,
  connecting,
  consulting,
  held,
  splitting,
  swapping,
  waiting,
} from "./abilities/two-calls.ts";

/** All that an agent can do with a call. */
type Verb = Exclude<
  Extract<ToLine, { call: string }>["type"],
  "deed" | "dismiss" | "setNotes" | "setDraft" | "setRecord"
>;

/** What agent and administrator choose for all calls. */
type Choice = Extract<ToLine["type"], "chooseAudio" | "list" | "setDoNotDisturb" | "wish">;

/** By what was done last. A verb that the protocol gains has to get its row here, or this does not compile. */
const byVerb: Readonly<Record<Verb | Choice | "dial", readonly Ability[]>> = {
  dial: [talking, ringingThere, announced, extension],
  answer: [incoming, ringingHere, waiting],
  setMuted: [muted],
  sendDtmf: [tones, signalledKeys, pastedKeys],
  // Tried by all of these, or of no effect that a page change could undo.
  carry: [],
  decline: [],
  hangUp: [],
  redirect: [redirected],
  setHeld: [held, swapping, consulting],
  transfer: [refusedTransfer, transferUnderWay, parked],
  connect: [connecting],
  merge: [conference],
  split: [splitting],
  list: [calledFromList],
  wish: [lamps, answeredByItself],
  setDoNotDisturb: [undisturbed],
  chooseAudio: [chosenMicrophone],
};

export const abilities: readonly Ability[] = Object.values(byVerb).flat();
