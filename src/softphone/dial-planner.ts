import { computed } from "@preact/signals";
import type { Settings } from "../callcenter/schema.ts";
import type { ToLine } from "../line/protocol.ts";
import { planDial } from "../numbers/dial-plan.ts";
import { complete, type Dialled, type DialPlan } from "../numbers/dialled.ts";
import { isEmergencyAnywhere } from "../numbers/emergency.ts";
import { loadPlans } from "../numbers/load-plans.ts";
import type { NumberingPlans } from "../numbers/numbering-plans.ts";
import { noRules, type DialRules } from "../numbers/targets.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import { whenTrue } from "./when-true.ts";
import type { Wish } from "./wish.ts";

export { takeLeft } from "./wish.ts";

/** What is known of the administrator's rules, and whether more is to come. */
type Rules = Pick<CrmModel, "settings" | "status">;

/** How long a number waits for the rules, and for the numbering plans, in milliseconds; then it goes without. */
const patience = { rules: 5000, plans: 1500 };

/** Plans a number without waiting for anything: as well as it can be done by now. */
export function planNow(
  wish: Wish,
  settings: Settings | undefined,
  plans?: NumberingPlans,
): DialPlan {
  const country = wish.country === undefined ? undefined : plans?.countryOf(wish.country);
  return planDial(wish.number, { rules: rulesOf(settings), plans, country });
}

/**
 * Plans a number. Help, codes and addresses wait for nothing; whatever the administrator's rules may change waits until
 * they are known, or it is known that they cannot be had.
 */
export async function planFor(wish: Wish, crm: Rules): Promise<DialPlan> {
  return planAtOnce(wish, crm.settings.peek()) ?? planLater(wish, crm);
}

function planAtOnce(wish: Wish, rules: Settings | undefined): DialPlan | undefined {
  const plan = planNow(wish, rules);
  if (wish.isReady) return { outcome: "dial", ...asItIs(wish.number, plan) };
  if (rules || plan.outcome !== "dial") return isOpen(plan) ? undefined : plan;
  if (isEmergencyAnywhere(plan.target)) return { ...plan, reason: "emergency" };
  // How long internal numbers are is a rule, too.
  return isOpen(plan) || plan.reason === "internal" ? undefined : plan;
}

async function planLater(wish: Wish, crm: Rules): Promise<DialPlan> {
  const isSettled = computed(() => crm.status.value.phase !== "connecting");
  await whenTrue(isSettled, patience.rules, "the administrator's rules");
  const settings = crm.settings.peek();
  const plan = planNow(wish, settings);
  if (!isOpen(plan)) return plan;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience.plans, undefined));
  const plans = await Promise.race([loadPlans(), late]);
  return plans ? planNow(wish, settings, plans) : plan;
}

/** Shows the phone, which nobody can before the CRM has answered. */
export async function comeForward({ host }: Pick<CrmModel, "host">): Promise<void> {
  const isThere = computed(() => host.value !== undefined);
  await whenTrue(isThere, patience.rules, "the CRM");
  host.peek()?.setVisible(true).catch(codeOf);
}

/** Whether rules or numbering plans may make something else of it. */
function isOpen(plan: DialPlan): boolean {
  return plan.outcome === "dial" ? plan.reason === "asWritten" : plan.outcome === "ask";
}

/** The order to dial one of the server's own numbers, or a colleague's. */
export function dialAsItIs(
  number: string,
  settings: Settings | undefined,
): Extract<ToLine, { type: "dial" }> {
  const { target, reason } = asItIs(number, planNow({ number }, settings));
  return { type: "dial", target, ...(reason === "emergency" && { forHelp: true }) };
}

/** Help is help, whatever key it is called by. */
function asItIs(target: string, plan: DialPlan): Dialled {
  const isHelp = plan.outcome === "dial" && plan.reason === "emergency";
  return complete({ target, reason: isHelp ? "emergency" : "asWritten" });
}

/** A number as people write it, at home or from abroad; as it is where no numbering plan makes sense of it. */
export async function readsAs(number: string, settings: Settings | undefined): Promise<string> {
  const plan = planNow({ number }, settings, await loadPlans());
  const isKnown = plan.outcome === "dial" && plan.country !== undefined;
  return isKnown && plan.afterAnswer + plan.leftOut === "" ? plan.reads : number;
}

function rulesOf(settings: Settings | undefined): DialRules {
  if (!settings) return noRules;
  const { reqDialingOptions: prefixes, numbers } = settings;
  return {
    ...numbers,
    outside: prefixes.reqOutsidePrefix,
    longDistance: prefixes.reqLongDistPrefix,
    international: prefixes.reqInternationalPrefix,
  };
}
