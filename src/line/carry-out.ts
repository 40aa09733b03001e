import type { Call } from "../telephony/call.ts";
import { PhoneError } from "../telephony/phone.ts";
import type { Carriers } from "./carriers.ts";
import type { ToLine } from "./protocol.ts";
import type { View } from "./view.ts";

/** A call, and who of the line has to do with it. */
export interface CallAtHand {
  readonly call: Call;
  /** Where the agent commands it. */
  readonly view: View;
  readonly carriers: Carriers;
}

type Verb = Exclude<
  Extract<ToLine, { call: string }>,
  { type: "dismiss" | "deed" | "setNotes" | "setRecord" }
>;

/** Does with a call what the agent asked for. */
export function carryOut({ call, view, carriers }: CallAtHand, command: Verb): void {
  switch (command.type) {
    case "carry":
      carriers.carry(call, view);
      break;
    case "answer":
      carriers.answer(call, view);
      call.answer();
      break;
    case "decline":
      call.decline(command.reason);
      break;
    case "redirect":
      redirect(call, command.target);
      break;
    case "hangUp":
      call.hangUp();
      break;
    case "setMuted":
      call.setMuted(command.muted);
      break;
    case "sendDtmf":
      call.sendDtmf(command.digits);
      break;
  }
}

function redirect(call: Call, target: string): void {
  try {
    call.redirect(target);
  } catch (error) {
    // Nobody can be sent there: the call goes on ringing.
    if (!(error instanceof PhoneError)) throw error;
  }
}
