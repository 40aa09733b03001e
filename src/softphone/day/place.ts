import { computed, effect } from "@preact/signals";
import type { Stop } from "../../base/emitter.ts";
import { HostError } from "../../host/host.ts";
import { codeOf, type CrmModel } from "../crm-model.ts";
import type { LineModel } from "../line-model.ts";

/** Keeps the phone where it is while a call is up: dragged into another window, its page loads anew. */
export function lockPlace({
  line,
  crm,
}: {
  line: Pick<LineModel, "calls">;
  crm: Pick<CrmModel, "host" | "settings">;
}): Stop {
  const isUp = computed(() => line.calls.value.some(({ state }) => state.phase !== "ended"));
  return effect(() => {
    const host = crm.host.value;
    if (!isUp.value || host?.surface !== "console") return;
    if (!crm.settings.value?.notice.lockPlace) return;
    host.lockPlace(true).catch(unlessRefused);
    return () => void host.lockPlace(false).catch(unlessRefused);
  });
}

/** A console that lets nobody drag its components refuses this, and there is nothing to lock. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof HostError && error.code === "refused")) codeOf(error);
}
