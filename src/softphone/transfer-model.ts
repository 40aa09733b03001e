import { createModel, signal, type ReadonlySignal } from "@preact/signals";
import type { CallSnapshot } from "../line/protocol.ts";
import type { Dialled } from "../numbers/dialled.ts";
import type { CrmModel } from "./crm-model.ts";
import { planFor } from "./dial-planner.ts";
import type { LineLink } from "./line-link.ts";

/** What becomes of the other side: `send` without asking, `ask` there first, or `redirect` who only rings yet. */
export type TransferWay = "send" | "ask" | "redirect";

/** Where a call's other side is to be sent, as the agent writes it. */
export interface TransferModel {
  readonly number: ReadonlySignal<string>;
  readonly badNumber: ReadonlySignal<boolean>;
  /** Nobody but the agent can know which of these is meant. */
  readonly choices: ReadonlySignal<readonly Dialled[]>;
  write(number: string): void;
  go(way: TransferWay): Promise<void>;
  /** One of {@link TransferModel.choices}, by the way asked for last. */
  choose(choice: Dialled): void;
}

export const TransferModel = createModel<
  TransferModel,
  [
    app: { link: LineLink; crm: Pick<CrmModel, "settings" | "status"> },
    call: Pick<CallSnapshot, "id">,
  ]
>(({ link, crm }, { id }) => {
  const number = signal("");
  const badNumber = signal(false);
  const choices = signal<readonly Dialled[]>([]);
  let asked: TransferWay = "send";
  let wishes = 0;

  function choose({ target, afterAnswer, reason }: Dialled) {
    choices.value = [];
    const written = number.peek();
    const more = {
      ...(afterAnswer && { afterAnswer }),
      ...(reason === "emergency" && { forHelp: true }),
    };
    if (asked === "send") link.send({ type: "transfer", call: id, target });
    // Keys for afterwards are nobody's: the caller's telephone presses none.
    else if (asked === "redirect") link.send({ type: "redirect", call: id, target });
    else link.send({ ...{ type: "dial", target, written, consultsFor: id }, ...more });
    number.value = "";
  }

  return {
    number,
    badNumber,
    choices,
    write(text) {
      wishes++;
      number.value = text;
      badNumber.value = false;
      choices.value = [];
    },
    async go(way) {
      asked = way;
      const mine = ++wishes;
      const plan = await planFor({ number: number.peek() }, crm);
      // The last one counts.
      if (mine !== wishes) return;
      badNumber.value = plan.outcome === "none";
      if (plan.outcome === "dial") choose(plan);
      if (plan.outcome === "ask") choices.value = plan.choices;
    },
    choose,
  };
});
