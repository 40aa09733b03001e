import { HostError, type CallLog, type FollowUpTask } from "../host.ts";
import { inOurTerms } from "./host-errors.ts";
import { followUpOf, taskOf, withoutRefused } from "./task.ts";
import type { Toolkits } from "./toolkits.ts";
import type { Params } from "../../toolkits/opencti/index.ts";

/** A log that was saved, and which fields it is without. */
export interface SavedCall {
  readonly id: string | undefined;
  readonly left: readonly string[];
}

/**
 * Saves a call as a Task. Where the profile may not write a field, Salesforce saves nothing at all: then the Task is saved
 * without it. Only what was surely refused is tried again, so that nothing is saved twice.
 */
export async function saveCall(call: CallLog, toolkits: SavingKits): Promise<SavedCall> {
  const saved = await save(taskOf(call), [], { call, logs: toolkits.logs });
  toolkits.interaction.refreshRelatedList("ActivityHistory").catch(() => undefined);
  return saved;
}

/** Saves what is still to be done after a call as a Task of its own. */
export async function saveFollowUp(task: FollowUpTask, { logs }: SavingKits): Promise<SavedCall> {
  return save(followUpOf(task), [], { call: {}, logs });
}

type SavingKits = Pick<Toolkits, "logs" | "interaction">;

async function save(
  fields: Params,
  left: readonly string[],
  given: { readonly call: Pick<CallLog, "method">; readonly logs: SavingKits["logs"] },
): Promise<SavedCall> {
  const { call, logs } = given;
  try {
    const asked = call.method ? byApex(call.method, fields, logs) : logs.saveLog("Task", fields);
    return { id: await inOurTerms(asked), left };
  } catch (error) {
    const isRefused = error instanceof HostError && error.code === "refused";
    const next = isRefused && !call.method ? withoutRefused(fields, error.message) : undefined;
    if (!next) throw error;
    return save(next.fields, [...left, ...next.left], given);
  }
}

async function byApex(method: string, fields: Params, logs: SavingKits["logs"]) {
  const at = method.lastIndexOf(".");
  const log = JSON.stringify(fields);
  const answer = await logs.runApex(method.slice(0, at), method.slice(at + 1), { log });
  return answer || undefined;
}
