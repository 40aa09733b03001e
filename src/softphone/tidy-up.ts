import { computed, effect } from "@preact/signals";
import type { Stop } from "../base/emitter.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import type { CrmModel } from "./crm-model.ts";
import { logOf } from "./call-log.ts";
import type { LineLink } from "./line-link.ts";

/**
 * Puts away what is over: ended calls with nothing left to do for them once another call begins, and the whole
 * line when the agent is logged out of the CRM.
 */
export function tidyUp(link: LineLink, crm: Pick<CrmModel, "host" | "status">): Stop {
  const dismissed = new Set<string>();
  const over = computed(() => {
    const calls = link.snapshot.value?.calls ?? [];
    if (calls.every(({ state }) => state.phase === "ended")) return [];
    return calls.filter((call) => call.keeper === link.view && isSettled(call, areLogged(crm)));
  });
  const stopDismissing = effect(() => {
    for (const { id } of over.value.filter((call) => !dismissed.has(call.id))) {
      dismissed.add(id);
      link.send({ type: "dismiss", call: id });
    }
  });
  const stopListening = effect(() =>
    crm.host.value?.on("loggedOut", () => link.send({ type: "signOut" })),
  );
  return () => {
    stopDismissing();
    stopListening();
  };
}

/** Until the CRM has said otherwise, every call is to be logged. */
function areLogged({ status }: Pick<CrmModel, "status">): boolean {
  const now = status.value;
  return now.phase !== "ready" || (now.surface !== "none" && now.settings.calls.log);
}

function isSettled(call: CallSnapshot, logged: boolean): boolean {
  if (call.state.phase !== "ended") return false;
  const { log } = call.deeds;
  return log === "done" || (log === "none" && !(logged && logOf(call)));
}
