import type { Call } from "../telephony/call.ts";
import type { ToLine } from "./protocol.ts";

type Verb = Exclude<
  Extract<ToLine, { call: string }>,
  { type: "carry" | "dismiss" | "deed" | "setNotes" | "setRecord" }
>;

/** Does with a call what the agent asked for. */
export function carryOut(call: Call, command: Verb): void {
  switch (command.type) {
    case "answer":
      call.answer();
      break;
    case "decline":
      call.decline();
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
