import type { Args } from "../wire/args.ts";
import type { ConnectedFrame } from "../wire/frame.ts";
import type { Payload } from "../wire/payload.ts";

/** Plays one method: returns what to answer, or `undefined` when the method is never answered. */
export type Player = (
  args: Args,
  frame: ConnectedFrame,
) => Payload | undefined | Promise<Payload | undefined>;

/** Players by the wire's name of their method. */
export type Players = Readonly<Record<string, Player>>;

/** The console toolkit's answer to a method that only does something. */
export const success: Payload = { success: true };

/** Open CTI's answer to a method that did as asked. */
export const done: Payload = { result: true };

/** For methods that are answered with success once something is done. */
export function doing(act: (args: Args, frame: ConnectedFrame) => void): Player {
  return (args, frame) => {
    act(args, frame);
    return success;
  };
}

/** The console has no way to write "none" but this word. */
export function orNull(text: string | undefined): string {
  return text ?? "null";
}
