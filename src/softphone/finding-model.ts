import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { KeptNumbers } from "../line/protocol-kept.ts";
import type { Dialled } from "../numbers/dialled.ts";
import { loadPlans } from "../numbers/load-plans.ts";
import type { NumberingPlans } from "../numbers/numbering-plans.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import { planNow } from "./dial-planner.ts";
import type { DialerModel } from "./dialer-model.ts";
import { DirectoryReader } from "./finding/directory-reader.ts";
import { allKnown, isMeant, suggestPerson, type Suggestion } from "./finding/suggestion.ts";
import type { LineLink } from "./line-link.ts";

/** Whom the agent may mean, and what will be dialled for it. */
export interface FindingModel {
  /** Who fits what is in the number field; with an empty field, whom agents call most. */
  readonly suggestions: ReadonlySignal<readonly Suggestion[]>;
  /** How the number in the field reads, what is dialled for it, and why; absent for a name. */
  readonly reading: ReadonlySignal<Dialled | undefined>;
  readonly kept: ReadonlySignal<KeptNumbers>;
  /** The agent turned to the number field: what is needed for it is loaded now. */
  begin(): void;
  /** Calls somebody; of one of several people without numbers the next is looked up, or the record opened. */
  pick(suggestion: Suggestion): void;
  isFavourite(number: string): boolean;
  setFavourite(favourite: { name: string; number: string }, on: boolean): void;
}

/** What {@link FindingModel} needs. */
export interface FindingOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "host" | "settings">;
  readonly dialer: Pick<DialerModel, "number" | "write" | "call">;
  /** Milliseconds without a key before the CRM is asked for a name. @defaultValue 300 */
  readonly pause?: number;
}

const mostShown = 8;
const fewestLetters = 3;

export const FindingModel = createModel<FindingModel, [options: FindingOptions]>((options) => {
  const { link, crm, dialer, pause = 300 } = options;
  const begun = signal(false);
  const kept = signal<KeptNumbers>({ recents: [], favourites: [] });
  const plans = signal<NumberingPlans | undefined>(undefined);
  const people = signal<readonly Suggestion[]>([]);
  const reader = new DirectoryReader();
  const text = computed(() => dialer.number.value.trim());
  const speedDial = computed(() => crm.settings.value?.numbers.speedDial ?? []);
  const known = computed(() =>
    allKnown({ kept: kept.value, speedDial: speedDial.value, directory: reader.entries.value }),
  );

  effect(() => link.on("keptChanged", (news) => (kept.value = news.kept)));
  effect(() => {
    const [host, wanted] = [crm.host.value, text.value];
    if (!begun.value || !host || wanted === "") return;
    const fits = ({ name, number }: { name: string; number: string }) =>
      isMeant({ key: "", kind: "directory", name, number }, wanted);
    void reader.readUntil(host, mostShown, fits);
  });
  effect(() => {
    people.value = [];
    const [host, wanted] = [crm.host.value, text.value];
    const isOn = crm.settings.value?.numbers.contactSearch ?? false;
    const letters = wanted.replace(/\P{L}/gu, "").length;
    if (!begun.value || !host || !isOn || letters < fewestLetters) return;
    let isLate = false;
    const timer = setTimeout(() => {
      host.findPeople(wanted).then((found) => {
        if (!isLate) people.value = found.flatMap(suggestPerson).slice(0, mostShown);
      }, codeOf);
    }, pause);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  });

  return {
    kept,
    suggestions: computed(() => {
      if (text.value === "")
        return known.value.filter(({ kind }) => kind !== "directory").slice(0, mostShown);
      const fitting = known.value.filter((each) => isMeant(each, text.value));
      return [...fitting.slice(0, mostShown), ...people.value];
    }),
    reading: computed(() => {
      if (!begun.value || text.value === "") return undefined;
      const plan = planNow({ number: text.value }, crm.settings.value, plans.value);
      return plan.outcome === "dial" && plan.reason !== "name" ? plan : undefined;
    }),
    begin() {
      if (begun.value) return;
      begun.value = true;
      link.send({ type: "askKept" });
      void loadPlans().then((loaded) => (plans.value = loaded));
    },
    pick({ name, number, record, country }) {
      if (number !== undefined) {
        dialer.call({ number, ...(record && { record }), ...(country && { country }) });
      } else if (dialer.number.value !== name) dialer.write(name);
      else if (record) crm.host.value?.openPage({ shows: "record", record }).catch(codeOf);
    },
    isFavourite: (number) => kept.value.favourites.some((each) => each.number === number),
    setFavourite: (favourite, on) => link.send({ type: "setFavourite", favourite, on }),
  };
});
