import type { SipRequest } from "../sip/message.ts";
import type { RobotAgent } from "./agent.ts";
import { Dialog } from "./dialog.ts";
import type { RobotCall } from "./robot-call.ts";

/** True when the request wants to take over a call of ours (RFC 3891). */
export function replacedBy(request: SipRequest, agent: RobotAgent): boolean {
  return replacedCall(request, agent) !== undefined;
}

/** Lets whoever sends this INVITE take the other end's place in a call; the robot goes on with its work. */
export function takeOver(agent: RobotAgent, invite: SipRequest): void {
  const call = replacedCall(invite, agent);
  if (!call) agent.reply(invite, 481);
  else if (call.phase !== "connected") agent.reply(invite, 486);
  else if (invite.body === "") agent.reply(invite, 488);
  else void exchangeEnds(agent, { invite, call });
}

async function exchangeEnds(
  agent: RobotAgent,
  { invite, call }: { readonly invite: SipRequest; readonly call: RobotCall },
): Promise<void> {
  const [before, after] = [call.dialog, Dialog.of(invite)];
  try {
    const body = await call.audio.answerAnother(invite.body);
    if (isOver(call)) {
      agent.reply(invite, 481);
      return;
    }
    call.dialog = after;
    agent.adopt(call);
    agent.reply(invite, 200, { tag: after.localTag, body });
    agent.ask(before.request("BYE"));
    agent.release(before.localTag);
  } catch {
    agent.reply(invite, 488);
  }
}

/** Asked after a wait, in which the call may have ended. */
export function isOver(call: RobotCall): boolean {
  return call.phase === "ended";
}

function replacedCall(request: SipRequest, agent: RobotAgent): RobotCall | undefined {
  const [callId = "", ...parameters] = (request.headers.get("replaces") ?? "").split(";");
  const value = (name: string) => {
    return parameters
      .find((one) => one.trim().startsWith(`${name}=`))
      ?.trim()
      .slice(name.length + 1);
  };
  const call = agent.byTag(value("to-tag") ?? "");
  const isTheOne =
    call?.dialog.callId === callId.trim() && call.dialog.remoteTag === value("from-tag");
  return isTheOne ? call : undefined;
}
