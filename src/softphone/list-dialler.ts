import { HostError } from "../host/host.ts";
import type { ListRefusal, ListRow } from "../line/protocol-list.ts";
import type { DialPlan } from "../numbers/dialled.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import { planFor } from "./dial-planner.ts";
import type { LineLink } from "./line-link.ts";

/** What {@link ListDialler} needs. */
export interface ListDiallerOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "host" | "settings" | "status">;
}

/** Dials the rows of a calling list for the line, each once it is known that it may be called at this moment. */
export class ListDialler {
  readonly #options: ListDiallerOptions;
  /** The row that is being checked, and for which time. */
  #checking: string | undefined;

  constructor(options: ListDiallerOptions) {
    this.#options = options;
  }

  /** The row that this view is to check and dial; the same row again changes nothing. */
  dial(row: ListRow | undefined): void {
    const key = row && `${row.key} ${row.attempts}`;
    if (key === this.#checking) return;
    this.#checking = key;
    if (row) void this.#dial(row);
  }

  async #dial(row: ListRow): Promise<void> {
    const { link } = this.#options;
    const why = await this.#forbids(row);
    const plan = why ?? (await this.#plan(row));
    if (typeof plan === "string") {
      link.send({ type: "list", deed: "refuse", row: row.key, why: plan });
      return;
    }
    const { target, afterAnswer } = plan;
    link.send({
      ...{ type: "dial", target, written: row.number, row: row.key },
      ...(row.record && { record: row.record }),
      ...(afterAnswer && { afterAnswer }),
    });
  }

  async #forbids(row: ListRow): Promise<ListRefusal | undefined> {
    try {
      return (await this.#may(row)) ? undefined : "doNotCall";
    } catch (error) {
      codeOf(error);
      return "unchecked";
    }
  }

  /** The administrator's rule counts; where there is none, what the list was made with. */
  async #may({ number, record, doNotCall = false }: ListRow): Promise<boolean> {
    const { host, settings } = this.#options.crm;
    const rule = settings.peek()?.lists.doNotCall ?? "";
    if (rule === "") return !doNotCall;
    const crm = host.peek();
    if (!crm) throw new HostError("silent", "There is nobody to ask");
    const about = record && { record: { ...record, name: record.name ?? "" } };
    return crm.mayCall({ number, ...about }, rule);
  }

  async #plan({ number, record }: ListRow): Promise<Dialled | ListRefusal> {
    const plan = await planFor({ number, ...(record && { record }) }, this.#options.crm);
    if (plan.outcome === "ask") return "unclear";
    // Nobody is to be sent help because of a line in a list.
    return plan.outcome === "dial" && plan.reason !== "emergency" ? plan : "badNumber";
  }
}

type Dialled = Extract<DialPlan, { readonly outcome: "dial" }>;
