import type { Call } from "../telephony/call.ts";
import { PhoneError } from "../telephony/phone.ts";
import type { Carriers } from "./carriers.ts";
import type { ToLine } from "./protocol.ts";
import type { SwitchboardCommand } from "./protocol-switchboard.ts";
import type { Switchboard } from "./switchboard.ts";
import type { View } from "./view.ts";

type Verb = Exclude<
  Extract<ToLine, { call: string }>,
  { type: "dismiss" | "deed" | "setNotes" | "setDraft" | "setRecord" }
>;

/** Who asks for what, and of which call. */
export interface Request {
  readonly view: View;
  readonly call: Call;
  readonly command: Verb;
}

export interface Hands {
  readonly carriers: Carriers;
  readonly switchboard: Switchboard;
}

/** Does with a call what the agent asked for; tells the view when it cannot be done. */
export function carryOut(hands: Hands, request: Request): void {
  try {
    obey(hands, request);
  } catch (error) {
    if (!(error instanceof PhoneError)) throw error;
    request.view.refuse({ command: request.command.type, code: error.code });
  }
}

function obey(hands: Hands, { view, call, command }: Request): void {
  const { carriers, switchboard } = hands;
  if (isForSwitchboard(command)) switchboard.obey(call, command);
  else if (command.type === "answer") {
    carriers.answer(call, view);
    switchboard.answer(call);
    call.answer();
  } else if (command.type === "carry")
    for (const each of switchboard.heardWith(call)) carriers.carry(each, view);
  else if (command.type === "setMuted")
    for (const each of switchboard.heardWith(call)) each.setMuted(command.muted);
  else endCall(call, command);
}

function isForSwitchboard(command: Verb): command is SwitchboardCommand {
  return ["setHeld", "transfer", "connect", "merge", "split", "sendDtmf"].includes(command.type);
}

function endCall(
  call: Call,
  command: Extract<Verb, { type: "decline" | "redirect" | "hangUp" }>,
): void {
  if (command.type === "decline") call.decline(command.reason);
  else if (command.type === "redirect") call.redirect(command.target);
  else call.hangUp();
}
