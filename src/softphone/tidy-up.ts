import { computed, effect } from "@preact/signals";
import type { Stop } from "../base/emitter.ts";
import { isSettled } from "../line/protocol-deeds.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import type { CrmModel } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";

/**
 * Puts away what is over: ended calls with nothing left to do for them once another call begins, and the whole
 * line when the agent is logged out of the CRM. Also tells the line what the administrator chose for it.
 */
export function tidyUp(link: LineLink, crm: Pick<CrmModel, "host" | "settings">): Stop {
  const dismissed = new Set<string>();
  const over = computed(() => {
    const calls = link.snapshot.value?.calls ?? [];
    if (calls.every(({ state }) => state.phase === "ended")) return [];
    return calls.filter((call) => call.keeper === link.view && isDone(call));
  });
  const stopDismissing = effect(() => {
    for (const { id } of over.value.filter((call) => !dismissed.has(call.id))) {
      dismissed.add(id);
      link.send({ type: "dismiss", call: id });
    }
  });
  const stopListening = effect(() =>
    crm.host.value?.on("loggedOut", () => link.send({ type: "signOut", loggedOut: true })),
  );
  const stopConfiguring = effect(() => {
    const settings = crm.settings.value;
    // The phone's own window does not know what the CRM's administrator chose.
    if (!settings || link.snapshot.peek()?.home === link.view) return;
    link.send({
      type: "configure",
      keepCallFor: settings.calls.keepFor * 1000,
      wrapUp: settings.presence.wrapUp * 1000,
      refuseCalls: settings.presence.notReadyCalls === "refuse",
    });
  });
  return () => {
    stopDismissing();
    stopListening();
    stopConfiguring();
  };
}

function isDone({ state, deeds, draft }: CallSnapshot): boolean {
  return state.phase === "ended" && isSettled(deeds, draft);
}
