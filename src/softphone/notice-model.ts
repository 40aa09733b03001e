import { createModel, signal, type ReadonlySignal } from "@preact/signals";
import type { CrmModel } from "./crm-model.ts";

/** The ways in which an agent is told of a call. */
export const noticeKinds = ["ring", "forward", "button", "blink", "title", "desktop"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Which ways to tell of a call are switched on: by the administrator, and by the agent within that. */
export interface NoticeModel {
  /** What the agent switched off. */
  readonly off: ReadonlySignal<readonly NoticeKind[]>;
  /** Whether the administrator leaves the choice. */
  mayChoose(kind: NoticeKind): boolean;
  isOn(kind: NoticeKind): boolean;
  set(kind: NoticeKind, on: boolean): void;
}

export interface NoticeOptions {
  readonly crm: Pick<CrmModel, "settings">;
  /** Keeps the agent's choice. */
  readonly choices: Pick<Storage, "getItem" | "setItem">;
}

const kept = "switchhook-notices-off";

export const NoticeModel = createModel<NoticeModel, [options: NoticeOptions]>(
  ({ crm, choices }) => {
    const off = signal(noticeKinds.filter((kind) => read(choices).includes(kind)));
    const mayChoose = (kind: NoticeKind) => crm.settings.value?.notice[kind] !== false;
    return {
      off,
      mayChoose,
      isOn: (kind) => mayChoose(kind) && !off.value.includes(kind),
      set(kind, on) {
        const others = off.value.filter((each) => each !== kind);
        off.value = on ? others : [...others, kind];
        write(choices, off.value);
      },
    };
  },
);

// Where the browser blocks storage, the choice lasts as long as the page.
function read(choices: NoticeOptions["choices"]): string {
  try {
    return choices.getItem(kept) ?? "";
  } catch {
    return "";
  }
}

function write(choices: NoticeOptions["choices"], off: readonly NoticeKind[]): void {
  try {
    choices.setItem(kept, off.join(" "));
  } catch {
    return;
  }
}
