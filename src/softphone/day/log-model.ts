import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { CrmRecord } from "../../host/host.ts";
import type { CallSnapshot, DraftNews, RecordRef } from "../../line/protocol.ts";
import type { CrmModel } from "../crm-model.ts";
import type { KeeperModel } from "../keeper-model.ts";
import type { LineLink } from "../line-link.ts";
import { factsOf, fill } from "../log-fields.ts";

/** What the agent fills in of a call's log, from the first ring on. */
export interface LogModel {
  /** Records a call may be about: what was found for it, and the last pages the agent looked at. */
  candidates(call: CallSnapshot): readonly RecordRef[];
  change(call: CallSnapshot, draft: DraftNews): void;
  relate(call: CallSnapshot, record: RecordRef | undefined): void;
  readonly outcomes: ReadonlySignal<readonly string[]>;
  readonly types: ReadonlySignal<readonly string[]>;
  readonly quickTexts: ReadonlySignal<readonly string[]>;
  /** Adds a quick text to the notes, with what is known of the call filled in. */
  insert(call: CallSnapshot, quickText: string): void;
  /** Fields that Salesforce did not let this agent save, by call. */
  readonly left: ReadonlySignal<ReadonlyMap<string, readonly string[]>>;
  /** Saves a follow-up that was not saved, or may not have been. */
  followUpAgain(call: CallSnapshot): void;
  /** The agent has found the follow-up in the CRM. */
  followUpIsThere(call: CallSnapshot): void;
}

/** What {@link LogModel} needs. */
export interface LogOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "host" | "settings">;
  readonly keeper: Pick<KeeperModel, "callers">;
  readonly memory: Pick<Storage, "getItem" | "setItem">;
}

const kept = "switchhook-last-pages";
const mostPages = 5;

export const LogModel = createModel<LogModel, [options: LogOptions]>((options) => {
  const { link, crm, keeper, memory } = options;
  const pages = signal<readonly CrmRecord[]>(lastPages(memory));
  const left = signal<ReadonlyMap<string, readonly string[]>>(new Map());
  const log = computed(() => crm.settings.value?.log);

  function visit(record: CrmRecord | undefined) {
    if (!record) return;
    const others = pages.peek().filter(({ id }) => !isSame(id, record.id));
    pages.value = [record, ...others].slice(0, mostPages);
    memory.setItem(kept, JSON.stringify(pages.peek()));
  }

  effect(() => {
    const host = crm.host.value;
    host?.focusedRecord().then(visit, () => undefined);
    return host?.on("recordFocused", ({ record }) => visit(record));
  });
  effect(() =>
    crm.host.value?.on("logReduced", ({ callId, fields }) => {
      left.value = new Map(left.peek()).set(callId, fields);
    }),
  );

  const settleFollowUp = ({ id: call }: CallSnapshot, state: "none" | "done") =>
    link.send({ type: "deed", call, deed: "followUp", state });

  return {
    left,
    outcomes: computed(() => log.value?.dispositions ?? []),
    types: computed(() => log.value?.types ?? []),
    quickTexts: computed(() => log.value?.quickTexts ?? []),
    candidates(call) {
      const all = [
        call.record,
        ...(keeper.callers.value.get(call.id)?.matches ?? []),
        ...pages.value,
      ];
      const known = all.filter((record) => record !== undefined);
      return known.filter(({ id }, at) => known.findIndex((each) => isSame(each.id, id)) === at);
    },
    change: ({ id }, draft) => link.send({ type: "setDraft", call: id, draft }),
    relate: ({ id }, record) => link.send({ type: "setRecord", call: id, record }),
    followUpAgain: (call) => settleFollowUp(call, "none"),
    followUpIsThere: (call) => settleFollowUp(call, "done"),
    insert(call, quickText) {
      const notes = fill(quickText, factsOf(call));
      link.send({ type: "setNotes", call: call.id, notes, added: true });
    },
  };
});

/** Of 15 or 18 characters. */
function isSame(one: string, other: string): boolean {
  return one.slice(0, 15) === other.slice(0, 15);
}

function lastPages(memory: LogOptions["memory"]): readonly CrmRecord[] {
  try {
    return JSON.parse(memory.getItem(kept) ?? "[]") as CrmRecord[]; // written by ourselves
  } catch {
    return [];
  }
}
