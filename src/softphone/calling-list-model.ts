import { computed, createModel, effect, type ReadonlySignal } from "@preact/signals";
import type { ListAnswer, ListOrder } from "../host/page-events.ts";
import type {
  ListCommand,
  ListMode,
  ListRow,
  ListSnapshot,
  NewListRow,
} from "../line/protocol-list.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import { ListDialler } from "./list-dialler.ts";
import type { LineLink } from "./line-link.ts";
import { pastedNumbers, type PastedNumbers } from "./pasted-numbers.ts";
import { whenTrue } from "./when-true.ts";

/** Numbers that are called one after the other. The line has the list; every view shows it. */
export interface CallingListModel {
  readonly list: ReadonlySignal<ListSnapshot | undefined>;
  /** Whether a list can begin, where there is none: not before an agent is signed in. */
  readonly isOpen: ReadonlySignal<boolean>;
  /** Whether the row's record can be opened. */
  readonly canOpen: ReadonlySignal<boolean>;
  /** Takes what a page of the CRM hands over; waits a while for an agent who is signing in. */
  take(order: ListOrder): Promise<ListAnswer>;
  /** What a text with numbers would make a list of. */
  read(text: string): PastedNumbers;
  /** Makes a list of a text with numbers; says how many there were. */
  paste(text: string, name: string): number;
  open(row: ListRow): void;
  call(row: ListRow): void;
  skip(row: ListRow): void;
  callBack(row: ListRow, at: number): void;
  note(row: ListRow, notes: string): void;
  pause(): void;
  goOn(): void;
  setMode(mode: ListMode): void;
  close(): void;
}

/** What {@link CallingListModel} needs. */
interface CallingListOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "host" | "settings" | "status">;
  /** Milliseconds that a page's list waits for somebody to sign in. @defaultValue 8000, less than the page waits */
  readonly listPatience?: number;
}

type Deed = ListCommand extends infer Command
  ? Command extends ListCommand
    ? Omit<Command, "type">
    : never
  : never;

const unset = { mode: "preview", pause: 5, retryAfter: 900, retries: 2 } as const;

export const CallingListModel = createModel<CallingListModel, [options: CallingListOptions]>(
  ({ link, crm, listPatience = 8_000 }) => {
    const list = computed(() => link.snapshot.value?.list);
    const isOpen = computed(() => link.snapshot.value?.listsOpen === true);
    const dialler = new ListDialler({ link, crm });

    // Made anew for every snapshot: only another row, or another try of it, is news.
    effect(() => {
      const { list: now, front } = link.snapshot.value ?? {};
      const isOurs = now?.phase === "checking" && front === link.view;
      if (crm.status.value.phase !== "connecting") dialler.dial(isOurs ? now.row : undefined);
    });

    const send = (deed: Deed) => link.send({ type: "list", ...deed });

    function begin(name: string, rows: readonly NewListRow[]): ListAnswer {
      const { phase } = list.peek() ?? { phase: "finished" };
      if (rows.length === 0) return { taken: 0, reason: "empty" };
      if (phase !== "finished") return { taken: 0, reason: "busy" };
      const { mode, pause, retryAfter, retries } = crm.settings.peek()?.lists ?? unset;
      const rules = { pause: pause * 1000, retryAfter: retryAfter * 1000, retries };
      send({ deed: "begin", name, rows, mode, rules });
      return { taken: rows.length };
    }

    return {
      list,
      isOpen,
      canOpen: computed(() => crm.host.value !== undefined && crm.host.value.surface !== "none"),
      async take({ name, rows }) {
        const isSignedIn = await whenTrue(isOpen, listPatience, "the agent to sign in");
        if (!isSignedIn) return { taken: 0, reason: "signedOut" };
        const answer = begin(name, rows);
        if (answer.taken > 0) crm.host.peek()?.setVisible(true).catch(codeOf);
        return answer;
      },
      read: pastedNumbers,
      paste: (text, name) => begin(name, pastedNumbers(text).rows).taken,
      open({ record }) {
        if (record) crm.host.value?.openPage({ shows: "record", record }).catch(codeOf);
      },
      call: ({ key: row }) => send({ deed: "call", row }),
      skip: ({ key: row }) => send({ deed: "skip", row }),
      callBack: ({ key: row }, at) => send({ deed: "callBack", row, at }),
      note: ({ key: row }, notes) => send({ deed: "note", row, notes }),
      pause: () => send({ deed: "pause" }),
      goOn: () => send({ deed: "goOn" }),
      setMode: (mode) => send({ deed: "setMode", mode }),
      close: () => send({ deed: "close" }),
    };
  },
);
