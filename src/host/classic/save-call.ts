import { HostError, type CallLog } from "../host.ts";
import { inOurTerms } from "./host-errors.ts";
import { followUpOf, taskOf, withoutRefused } from "./task.ts";
import type { Toolkits } from "./toolkits.ts";
import type { Params } from "../../toolkits/opencti/index.ts";

/** A log that was saved, and which fields it is without. */
export interface SavedCall {
  readonly id: string | undefined;
  readonly left: readonly string[];
  /** Settles when what is to be done after the call is saved, or rejects; absent where there is nothing to do. */
  readonly followUp?: Promise<string | undefined>;
}

/**
 * Saves a call as a Task. Where the profile may not write a field, Salesforce saves nothing at all: then the Task is saved
 * without it. Only what was surely refused is tried again, so that nothing is saved twice.
 */
export async function saveCall(call: CallLog, toolkits: SavingKits): Promise<SavedCall> {
  const saved = await save(taskOf(call), [], { call, logs: toolkits.logs });
  toolkits.interaction.refreshRelatedList("ActivityHistory").catch(() => undefined);
  const todo = followUpOf(call);
  // The call is logged: what comes after it must not make that doubtful.
  return todo ? { ...saved, followUp: toolkits.logs.saveLog("Task", todo) } : saved;
}

type SavingKits = Pick<Toolkits, "logs" | "interaction">;

async function save(
  fields: Params,
  left: readonly string[],
  given: { readonly call: CallLog; readonly logs: SavingKits["logs"] },
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
