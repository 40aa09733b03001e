import { computed, createModel, type ReadonlySignal } from "@preact/signals";
import type { Lamp, Mailbox } from "../telephony/phone.ts";
import type { CrmModel } from "./crm-model.ts";
import { dialAsItIs } from "./dial-planner.ts";
import type { LineLink } from "./line-link.ts";
import type { LineModel } from "./line-model.ts";

/** A colleague's key. */
export interface Colleague {
  readonly name: string;
  readonly number: string;
  readonly lamp: Lamp;
}

/** What is around calls: whether one may be disturbed, the mailbox, and colleagues. */
export interface SurroundingsModel {
  /** Whether anything is to be shown. */
  readonly shown: ReadonlySignal<boolean>;
  readonly doNotDisturb: ReadonlySignal<boolean>;
  /** `undefined` where there is no mailbox. */
  readonly mailbox: ReadonlySignal<Mailbox | undefined>;
  readonly colleagues: ReadonlySignal<readonly Colleague[]>;
  /** Whether there is a number to take parked calls back with. */
  readonly canRetrieve: ReadonlySignal<boolean>;
  toggleDoNotDisturb(): void;
  callMailbox(): void;
  call(colleague: Colleague): void;
  retrieve(): void;
}

type Needs = {
  readonly link: LineLink;
  readonly line: Pick<LineModel, "registered">;
  readonly crm: Pick<CrmModel, "settings">;
};

export const SurroundingsModel = createModel<SurroundingsModel, [needs: Needs]>(
  ({ link, line, crm }) => {
    const features = computed(() => crm.settings.value?.features);
    const doNotDisturb = computed(() => link.snapshot.value?.doNotDisturb ?? false);
    // As the server has it, without the prefixes of outside numbers.
    const dial = (target: string | undefined) => {
      if (target) link.send(dialAsItIs(target, crm.settings.value));
    };
    return {
      shown: line.registered,
      doNotDisturb,
      mailbox: computed(() => {
        if (!features.value?.voicemail) return undefined;
        return link.snapshot.value?.mailbox ?? { waiting: false };
      }),
      colleagues: computed(() =>
        (features.value?.colleagues ?? []).map(({ name, number }) => {
          return { name, number, lamp: link.snapshot.value?.lamps?.[number] ?? "unknown" };
        }),
      ),
      canRetrieve: computed(() => Boolean(features.value?.retrieve)),
      toggleDoNotDisturb: () => link.send({ type: "setDoNotDisturb", on: !doNotDisturb.value }),
      callMailbox: () => dial(features.value?.voicemail),
      call: ({ number }) => dial(number),
      retrieve: () => dial(features.value?.retrieve),
    };
  },
);
