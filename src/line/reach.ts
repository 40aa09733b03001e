import type { Phone } from "../telephony/phone.ts";
import type { ToLine } from "./protocol.ts";

export type ReachCommand = Extract<ToLine, { type: "online" }>;

/** Whether a command is about the way between the telephone and the network. */
export const isAboutReach = (command: ToLine): command is ReachCommand => command.type === "online";

/** Does what a view wants with the way between the telephone and the network. */
export function obeyReach(phone: Phone): void {
  phone.checkConnection();
}
