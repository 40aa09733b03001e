import { HostError } from "../host/host.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import { followUpOf, logOf } from "./call-log.ts";
import type { LineLink } from "./line-link.ts";
import { wantedLog } from "./log-fields.ts";
import type { Crm } from "./popping/caller.ts";
import { Saver, type SaverTimes } from "./saver.ts";

/** Saves what is kept of each ended call in the CRM: its log, then the task for what is still to be done. */
export class Logger {
  readonly #log: Saver;
  readonly #followUp: Saver;
  readonly #rest: number;

  constructor(link: LineLink, times: SaverTimes) {
    this.#log = new Saver(link, times, "log");
    this.#followUp = new Saver(link, times, "followUp");
    this.#rest = times.rest;
  }

  keep(call: CallSnapshot, { host, settings }: Crm): void {
    if (call.state.phase !== "ended") return;
    const isWanted = settings.calls.log && host.surface !== "none";
    const entry = isWanted ? wantedLog(call, settings) : undefined;
    if (entry) this.#log.keep(call, () => host.saveCall(entry));
    else this.#log.skip(call);
    this.#keepFollowUp(call, host);
  }

  /** There is no CRM to save to. */
  giveUp(call: CallSnapshot, problem: HostError["code"]): void {
    const log = logOf(call);
    const refuse = () => Promise.reject(new HostError(problem, ""));
    if (log) this.#log.keep(call, refuse, { mayRetry: false });
  }

  /** Another view keeps the call now. */
  leave(call: string): void {
    this.#log.leave(call);
    this.#followUp.leave(call);
  }

  dispose(): void {
    this.#log.dispose();
    this.#followUp.dispose();
  }

  /** What comes after the call must not make its log doubtful. */
  #keepFollowUp(call: CallSnapshot, host: Crm["host"]): void {
    const followUp = followUpOf(call);
    const { log } = call.deeds;
    if (!followUp || (log !== "done" && log !== "skipped")) return;
    if (host.surface === "none") this.#followUp.skip(call);
    else this.#followUp.keep(call, () => host.saveFollowUp(followUp), { first: this.#rest });
  }
}
