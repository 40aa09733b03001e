import type { Colleague } from "../../softphone/surroundings-model.ts";
import type { Mailbox } from "../../softphone/states.ts";

export const aroundWords = {
  around: "Mailbox and colleagues",
  doNotDisturb: "Do not disturb",
  colleagues: "Colleagues",
  retrieve: "Take back a parked call",
} as const;

export const lamps: Record<Colleague["lamp"], string> = {
  free: "free",
  ringing: "ringing",
  busy: "busy",
  unknown: "unknown",
};

/** The mailbox's button: how many messages wait, as far as the server says. */
export function mailboxText({ waiting, new: fresh }: Mailbox): string {
  if (!waiting) return "Voicemail";
  return fresh === undefined ? "Voicemail (new)" : `Voicemail (${fresh} new)`;
}
