import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { CallSnapshot } from "../line/protocol.ts";
import type { CrmRecord } from "../host/host.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";
import { Logger, type LoggerTimes } from "./logger.ts";
import { Popper, type Found } from "./popper.ts";

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
  readonly times?: LoggerTimes | undefined;
}

export const KeeperModel = createModel<KeeperModel, [options: KeeperOptions]>(
  ({ link, crm, times }) => {
    const matches: Found = signal(new Map());
    const popper = new Popper(link, matches);
    const logger = new Logger(link, times);

    const calls = computed(() => link.snapshot.value?.calls ?? []);

    effect(() => {
      const status = crm.status.value;
      const host = crm.host.value;
      for (const call of calls.value) {
        if (call.keeper !== link.view) {
          popper.leave(call.id);
          logger.leave(call.id);
        } else if (status.phase === "failed") logger.giveUp(call, status.problem);
        else if (status.phase === "ready" && host) {
          const ready = { host, settings: status.settings };
          if (host.surface !== "none") popper.keep(call, ready);
          logger.keep(call, ready);
        }
      }
    });
    effect(() => () => logger.dispose());

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

function isPending({ state, deeds: { log } }: CallSnapshot): boolean {
  return state.phase === "ended" && (log === "failed" || log === "maybe");
}
