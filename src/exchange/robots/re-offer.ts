import { cseqOf, type SipRequest, type SipResponse } from "../sip/message.ts";
import type { RobotAgent } from "./agent.ts";
import { conclude, sayGoodbye } from "./hang-up.ts";
import type { RobotCall } from "./robot-call.ts";

/** A telephone's new offer within a call: hold, resume, another page, another network. */
export async function reoffer(
  agent: RobotAgent,
  { request, call }: { readonly request: SipRequest; readonly call: RobotCall },
): Promise<void> {
  if (call.negotiating) {
    agent.reply(request, 491);
    return;
  }
  const { refuseOffersWith } = call.script;
  if (refuseOffersWith !== undefined) {
    agent.reply(request, refuseOffersWith);
    return;
  }
  call.dialog.retarget(request);
  if (request.method === "UPDATE" && request.body === "") {
    agent.reply(request, 200);
    return;
  }
  call.negotiating = true;
  try {
    const hasOffer = request.body !== "";
    const body = await (hasOffer ? call.audio.answer(request.body) : call.audio.offer());
    agent.reply(request, 200, { body });
    if (!hasOffer) acceptLater(agent, call);
  } catch {
    agent.reply(request, 488);
  } finally {
    call.negotiating = false;
  }
}

/** The answer to an offer of ours in a `200` comes with the ACK. */
function acceptLater(agent: RobotAgent, call: RobotCall): void {
  call.onAcknowledged = (body) => {
    if (body === "") return;
    call.audio.accept(body).catch(() => sayGoodbye(agent, call, "no common media"));
  };
}

/** Makes an offer of our own within a call; true when the telephone has agreed. */
export async function offerAnew(agent: RobotAgent, call: RobotCall): Promise<boolean> {
  if (call.negotiating || call.phase !== "connected") return false;
  call.negotiating = true;
  try {
    const invite = call.dialog.request("INVITE", { body: await call.audio.offer() });
    const response = await finalAnswer(agent, invite);
    agent.forget(invite);
    if (response.status >= 300) return refused(agent, call, response);
    agent.ask(call.dialog.acknowledge(cseqOf(response).number));
    await call.audio.accept(response.body);
    return true;
  } finally {
    call.negotiating = false;
  }
}

function finalAnswer(agent: RobotAgent, invite: SipRequest): Promise<SipResponse> {
  return new Promise((resolve) => {
    // The proxy gives up at the latest, so there always is one.
    agent.ask(invite, (response) => {
      if (response.status >= 200) resolve(response);
    });
  });
}

function refused(agent: RobotAgent, call: RobotCall, { status }: SipResponse): false {
  // The telephone knows nothing of this call any more (RFC 3261 14.1).
  if (status === 481 || status === 408) conclude(agent, call, `gone: ${status}`);
  return false;
}
