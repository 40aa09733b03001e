import type { Call } from "../telephony/call.ts";
import { PhoneError } from "../telephony/phone.ts";
import type { Carriers } from "./carriers.ts";
import type { ToLine } from "./protocol.ts";
import type { Switchboard } from "./switchboard.ts";
import type { View } from "./view.ts";

type Verb = Exclude<
  Extract<ToLine, { call: string }>,
  { type: "dismiss" | "deed" | "setNotes" | "setRecord" }
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

function obey({ carriers, switchboard }: Hands, { view, call, command }: Request): void {
  switch (command.type) {
    case "answer":
      carriers.answer(call, view);
      switchboard.answer(call);
      call.answer();
      break;
    case "carry":
      for (const each of switchboard.heardWith(call)) carriers.carry(each, view);
      break;
    case "decline":
      call.decline();
      break;
    case "hangUp":
      call.hangUp();
      break;
    case "setMuted":
      for (const each of switchboard.heardWith(call)) each.setMuted(command.muted);
      break;
    default:
      switchboard.obey(call, command);
  }
}
