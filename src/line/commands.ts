import type { KeptCommand } from "./protocol-kept.ts";
import type { PresenceCommand } from "./protocol-presence.ts";
import type { SurroundingsCommand } from "./protocol-surroundings.ts";
import type { ToLine } from "./protocol.ts";

// What views command, by whom in the line it is for.

export type CallCommand = Extract<ToLine, { call: string }>;
/** Of a view that is attached, and of no single call. */
export type ViewCommand = Exclude<ToLine, CallCommand | { type: "attach" | "held" | "detach" }>;
/** About the phone as a whole. */
export type PhoneCommand = Exclude<
  ViewCommand,
  | PresenceCommand
  | SurroundingsCommand
  | KeptCommand
  | { type: "mediaReply" | "mediaReport" | "audible" | "chooseAudio" | "focus" }
>;
