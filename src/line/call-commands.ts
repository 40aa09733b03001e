import type { Call } from "../telephony/call.ts";
import type { ToLine } from "./protocol.ts";

/** A command about one call. */
export type CallCommand = Extract<ToLine, { call: string }>;
/** A command that the call itself obeys. */
export type Verb = Exclude<CallCommand, { type: "dismiss" | "deed" | "setNotes" | "setRecord" }>;

/** Lets a call do as a view commands. */
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
