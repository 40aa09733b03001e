import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { CallSnapshot, DeedState } from "../line/protocol.ts";
import type { CrmPage } from "../host/call-layout.ts";
import type { CrmRecord } from "../host/host.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";
import type { Keeping, KeepingNews, KeepingTimes, Reach } from "./keeping.ts";
import type { Caller, Crm } from "./popping/caller.ts";

/** Keeps the CRM informed of the calls that are this view's to keep: opens the caller's record, saves the log. */
export interface KeeperModel {
  /** What is known of the other sides of calls, by call. */
  readonly callers: ReadonlySignal<ReadonlyMap<string, Caller>>;
  /** Pages that were not opened over one that the agent is editing, by call. */
  readonly held: ReadonlySignal<ReadonlyMap<string, CrmPage>>;
  /** Ended calls whose log or follow-up is not safe in the CRM, oldest first. */
  readonly pending: ReadonlySignal<readonly CallSnapshot[]>;
  /** Whether there is a CRM in which something can be looked at. */
  readonly canLook: ReadonlySignal<boolean>;
  /** The agent says which of several records a call is about. */
  choose(call: CallSnapshot, record: CrmRecord): void;
  /** Opens the form for a new record, with the caller's number filled in. */
  make(call: CallSnapshot, object: string): void;
  /** Shows the agent what belongs to a call. */
  look(call: CallSnapshot): void;
  /** Opens over what the agent edits what was not opened. */
  openHeld(call: CallSnapshot): void;
}

/** What {@link KeeperModel} needs. */
interface KeeperOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "status" | "host">;
  /** When to load what keeps. */
  readonly shown: Promise<void>;
  readonly times?: Partial<KeepingTimes> | undefined;
}

export const KeeperModel = createModel<KeeperModel, [options: KeeperOptions]>(
  ({ link, crm, shown, times }) => {
    const news: KeepingNews = { callers: signal(new Map()), held: signal(new Map()) };
    const keeping = signal<Keeping | undefined>(undefined);
    const loading = shown.then(() => import("./keeping.ts"));
    // Each time the line says something: the end of a wrap-up is when a log is due.
    const calls = computed(() => [...(link.snapshot.value?.calls ?? [])]);
    const reach = computed(() => reachOf(crm));

    effect(() => {
      let gone = false;
      void loading.then((late) => {
        if (!gone) keeping.value = new late.Keeping(link, news, times);
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
      hands.tidy(calls.value);
    });

    /** Does what the agent asks for, once it can be done. */
    function ask(act: (hand: Keeping["hand"], crm: Crm) => Promise<void>) {
      void loading.then(() => {
        const [hands, way] = [keeping.peek(), reach.peek()];
        if (hands && way && "crm" in way) act(hands.hand, way.crm).catch(codeOf);
      });
    }

    return {
      ...news,
      pending: computed(() => calls.value.filter(isPending)),
      canLook: computed(() => crm.host.value !== undefined && crm.host.value.surface !== "none"),
      choose(call, { id, object, name }) {
        const record = { id, object, name };
        link.send({ type: "setRecord", call: call.id, record });
        ask((hand, to) => hand.open(call, to, { shows: "record", record }));
      },
      make: (call, object) =>
        ask((hand, to) =>
          hand.open(call, to, { shows: "new", object, number: call.remote.number }),
        ),
      look: (call) => ask((hand, to) => hand.show(call, to)),
      openHeld: (call) => ask((hand, to) => hand.openHeld(call, to)),
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

function isPending({ state, deeds: { log, followUp } }: CallSnapshot): boolean {
  return state.phase === "ended" && [log, followUp?.state].some(isInDoubt);
}

/** Whether something was not saved, or may not have been. */
export function isInDoubt(state: DeedState | undefined): boolean {
  return state === "failed" || state === "maybe";
}
