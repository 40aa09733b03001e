import type { RobotAgent } from "./agent.ts";
import type { RobotCall } from "./robot-call.ts";

/** Ends an answered call from our side. */
export function sayGoodbye(agent: RobotAgent, call: RobotCall, reason: string): void {
  if (call.phase === "ended") return;
  agent.ask(call.dialog.request("BYE"));
  conclude(agent, call, reason);
}

/** Forgets a call that is over for both ends. */
export function conclude(agent: RobotAgent, call: RobotCall, reason: string): void {
  call.end(reason);
  agent.release(call.dialog.localTag);
}
