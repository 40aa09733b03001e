import { computed, createModel, effect, type ReadonlySignal } from "@preact/signals";
import type { Stop } from "../../base/emitter.ts";
import type { Settings } from "../../callcenter/schema.ts";
import type { Host } from "../../host/host.ts";
import type { Availability, PresenceSnapshot } from "../../line/protocol.ts";
import { codeOf, type CrmModel } from "../crm-model.ts";
import type { LineLink } from "../line-link.ts";
import { WorkSync } from "./work-sync.ts";

/** Whether the agent takes calls, and the wrap-up after one. The line knows; here it is shown and changed. */
export interface PresenceModel {
  /** `undefined` while nobody is signed in. */
  readonly state: ReadonlySignal<PresenceSnapshot | undefined>;
  /** What an agent who is not ready can give as the reason. */
  readonly reasons: ReadonlySignal<readonly string[]>;
  /** Makes the agent ready, or not ready for a reason. During a call it counts for afterwards. */
  choose(reason: string | undefined): void;
  extendWrapUp(): void;
  endWrapUp(): void;
}

/** What {@link PresenceModel} needs. */
export interface PresenceOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "host" | "settings">;
  /** Lets one view at a time keep step with the CRM. */
  readonly locks?: Pick<LockManager, "request"> | undefined;
}

export const PresenceModel = createModel<PresenceModel, [options: PresenceOptions]>((options) => {
  const { link, crm } = options;
  const state = computed(() => link.snapshot.value?.presence);

  const isSignedIn = computed(() => state.value !== undefined);

  function set(availability: Availability) {
    link.send({ type: "setAvailability", availability });
  }

  effect(() => {
    const [host, settings] = [crm.host.value, crm.settings.value];
    if (!host || !settings?.presence.available || !settings.presence.away) return;
    if (!isSignedIn.value) return;
    return inTurn(options.locks, (gone) => keepStep({ host, settings, gone }));
  });

  async function keepStep({ host, settings, gone }: Step): Promise<void> {
    const desk = await host.workDesk();
    const first = state.peek();
    if (!desk || !first || gone.aborted) return;
    const sync = new WorkSync({ desk, statuses: settings.presence, tell: set });
    onceAborted(gone, () => sync.stop());
    await sync.start(first);
    const unfollow = effect(() => {
      if (state.value) sync.follow(state.value);
    });
    onceAborted(gone, unfollow);
  }

  return {
    state,
    reasons: computed(() => crm.settings.value?.presence.reasons ?? []),
    choose(reason) {
      set(
        reason === undefined
          ? { ready: true, by: "agent" }
          : { ready: false, by: "agent", ...(reason && { reason }) },
      );
    },
    extendWrapUp() {
      const seconds = crm.settings.value?.presence.extendBy ?? 30;
      link.send({ type: "extendWrapUp", milliseconds: seconds * 1000 });
    },
    endWrapUp: () => link.send({ type: "endWrapUp" }),
  };
});

interface Step {
  readonly host: Host;
  readonly settings: Settings;
  readonly gone: AbortSignal;
}

function onceAborted(signal: AbortSignal, act: () => void): void {
  if (signal.aborted) act();
  else signal.addEventListener("abort", act);
}

/** Does something in one view at a time: in the next one once this one is gone. */
function inTurn(locks: PresenceOptions["locks"], act: (gone: AbortSignal) => Promise<void>): Stop {
  const ignore = new AbortController();
  const { signal } = ignore;
  const ended = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve());
  });
  const hold = () => {
    act(signal).catch(codeOf);
    return ended;
  };
  if (locks) locks.request("switchhook-work-desk", { signal }, hold).catch(() => undefined);
  else void hold();
  return () => ignore.abort();
}
