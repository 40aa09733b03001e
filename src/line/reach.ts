import type { Phone } from "../telephony/phone.ts";
import type { ToLine } from "./protocol.ts";

export type ReachCommand = Extract<ToLine, { type: "online" }>;

const types: readonly string[] = ["online"] satisfies readonly ReachCommand["type"][];

/** Whether a command is about the way between the telephone and the network. */
export const isAboutReach = (command: ToLine): command is ReachCommand =>
  types.includes(command.type);

/** Does what a view wants with the way between the telephone and the network. */
export function obeyReach(phone: Phone, command: ReachCommand): void {
  switch (command.type) {
    case "online":
      phone.checkConnection();
  }
}
