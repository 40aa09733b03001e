import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { CallSnapshot } from "../line/protocol.ts";
import type { CrmRecord } from "../host/host.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";
import type { Keeping, KeepingTimes, Reach } from "./keeping.ts";
import type { Found } from "./popper.ts";

/** Keeps the CRM informed of the calls that are this view's to keep: opens the caller's record, saves the log. */
export interface KeeperModel {
  /** Records that were found for a call's number, by call. */
  readonly matches: ReadonlySignal<ReadonlyMap<string, readonly CrmRecord[]>>;
  /** Ended calls whose log is not safe in the CRM, oldest first. */
  readonly pending: ReadonlySignal<readonly CallSnapshot[]>;
  /** Whether there is a CRM in which something can be looked at. */
  readonly canLook: ReadonlySignal<boolean>;
  /** The agent says which of several records a call is about. */
  choose(call: string, record: CrmRecord): void;
  /** Shows the agent where the log of a call would be. */
  look(call: CallSnapshot): void;
}

/** What {@link KeeperModel} needs. */
interface KeeperOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "status" | "host">;
  readonly times?: Partial<KeepingTimes> | undefined;
}

export const KeeperModel = createModel<KeeperModel, [options: KeeperOptions]>(
  ({ link, crm, times }) => {
    const matches: Found = signal(new Map());
    const keeping = signal<Keeping | undefined>(undefined);
    const loading = import("./keeping.ts");
    // Each time the line says something: the end of a wrap-up is when a log is due.
    const calls = computed(() => [...(link.snapshot.value?.calls ?? [])]);
    const reach = computed(() => reachOf(crm));

    effect(() => {
      let gone = false;
      void loading.then((late) => {
        if (!gone) keeping.value = new late.Keeping(link, matches, times);
      });
      return () => {
        gone = true;
        keeping.peek()?.dispose();
      };
    });
    effect(() => {
      const hands = keeping.value;
      if (!hands) return;
      for (const call of calls.value) {
        if (call.keeper !== link.view) hands.leave(call.id);
        else if (reach.value) hands.keep(call, reach.value);
      }
    });

    return {
      matches,
      pending: computed(() => calls.value.filter(isPending)),
      canLook: computed(() => crm.host.value !== undefined && crm.host.value.surface !== "none"),
      choose(call, record) {
        link.send({ type: "setRecord", call, record });
        crm.host.value?.openRecord(record).catch(codeOf);
      },
      look({ record, remote }) {
        const host = crm.host.value;
        (record ? host?.openRecord(record) : host?.openSearch(remote.number))?.catch(codeOf);
      },
    };
  },
);

function reachOf({ status, host }: KeeperOptions["crm"]): Reach | undefined {
  const now = status.value;
  if (now.phase === "failed") return { problem: now.problem };
  return now.phase === "ready" && host.value
    ? { crm: { host: host.value, settings: now.settings } }
    : undefined;
}

function isPending({ state, deeds: { log } }: CallSnapshot): boolean {
  return state.phase === "ended" && (log === "failed" || log === "maybe");
}
