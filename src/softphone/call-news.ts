import { effect } from "@preact/signals";
import type { Stop } from "../base/emitter.ts";
import type { CallBegan, PhoneNews } from "../host/page-events.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import { directionOf, logOf } from "./call-log.ts";
import type { Softphone } from "./softphone.ts";

/** What tells the CRM's other pages of calls. */
export interface CallNews {
  /** Tells once more of all that the line knows: somebody came who has not heard of them, or not of their end. */
  tellAgain(): void;
  readonly stop: Stop;
}

/** Tells the CRM's other pages of each call: when it begins, when more is known of it, and when it is over. */
export function tellOfCalls({ crm, line }: Pick<Softphone, "crm" | "line">): CallNews {
  /** Calls that were told of and are not over, and what was told. */
  const told = new Map<string, CallBegan>();
  const stop = effect(() => {
    const host = crm.host.value;
    const calls = line.calls.value;
    if (!host || !crm.settings.value?.pages.announce) return;
    for (const call of calls) {
      const news = newsOf(call, told);
      if (news) host.tellPages(news);
    }
  });
  return {
    stop,
    tellAgain() {
      if (!crm.settings.peek()?.pages.announce) return;
      for (const call of line.calls.peek()) crm.host.peek()?.tellPages(stateOf(call));
    },
  };
}

function newsOf(snapshot: CallSnapshot, told: Map<string, CallBegan>): PhoneNews | undefined {
  const { id, state } = snapshot;
  const last = told.get(id);
  if (state.phase === "ended") {
    return told.delete(id) ? stateOf(snapshot) : undefined;
  }
  const call = known(snapshot);
  if (last && JSON.stringify(last) === JSON.stringify(call)) return undefined;
  told.set(id, call);
  return { event: last ? "callChanged" : "callBegan", call };
}

function stateOf(call: CallSnapshot): PhoneNews {
  if (call.state.phase !== "ended") return { event: "callChanged", call: known(call) };
  const { seconds = 0, disposition = "" } = logOf(call) ?? {};
  return { event: "callEnded", call: { id: call.id, seconds, disposition } };
}

function known(call: CallSnapshot): CallBegan {
  const { id, remote, record, attached } = call;
  return {
    id,
    direction: directionOf(call),
    number: remote.number,
    ...(remote.name && { name: remote.name }),
    ...(record && { record: { ...record, name: record.name ?? "" } }),
    ...(attached && { attached }),
  };
}
