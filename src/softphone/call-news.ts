import { effect } from "@preact/signals";
import type { Stop } from "../base/emitter.ts";
import type { CallBegan, PhoneNews } from "../host/page-events.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import { directionOf, logOf } from "./call-log.ts";
import type { Softphone } from "./softphone.ts";

/** Tells the CRM's other pages of each call: when it begins, and when it is over. Each page's phone tells its own. */
export function tellOfCalls({ crm, line }: Pick<Softphone, "crm" | "line">): Stop {
  /** Calls that were told of, and are not over. */
  const told = new Set<string>();
  return effect(() => {
    const host = crm.host.value;
    const calls = line.calls.value;
    if (!host || !crm.settings.value?.pages.announce) return;
    for (const call of calls) {
      const news = newsOf(call, told);
      if (news) host.tellPages(news);
    }
  });
}

function newsOf(call: CallSnapshot, told: Set<string>): PhoneNews | undefined {
  const { id, state } = call;
  if (state.phase !== "ended") {
    if (told.has(id)) return undefined;
    told.add(id);
    return { event: "callBegan", call: began(call) };
  }
  if (!told.delete(id)) return undefined;
  const { seconds = 0, disposition = "" } = logOf(call) ?? {};
  return { event: "callEnded", call: { id, seconds, disposition } };
}

function began(call: CallSnapshot): CallBegan {
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
