import { Cti, type ConsoleLink } from "../../toolkits/console/index.ts";
import type { PhoneNews } from "../page-events.ts";

type CallNews = Extract<PhoneNews, { readonly call: unknown }>;
type KnownCall = Extract<CallNews, { event: "callBegan" | "callChanged" }>["call"];

const callTypes = { incoming: "inbound", outgoing: "outbound", internal: "internal" } as const;

/** Tells the console's own components of calls, in the words that interaction logs listen for. */
export class CallBoard {
  readonly #cti: Cti;
  #ids: readonly string[] = [];

  constructor(link: ConsoleLink) {
    this.#cti = new Cti(link);
  }

  async tell(news: CallNews): Promise<void> {
    if (news.event === "callEnded") {
      const { id, seconds, disposition } = news.call;
      if (!this.#ids.includes(id)) return; // told to a newcomer among the pages
      this.#ids = this.#ids.filter((each) => each !== id);
      const ending = { callDuration: seconds, callDisposition: disposition };
      await this.#cti.fireOnCallEnd(id, ending);
      return;
    }
    if (news.event === "callBegan") await this.#begin(news.call);
    await this.#attach(news.call);
  }

  async #begin({ id, direction, number, name }: KnownCall): Promise<void> {
    this.#ids = [...this.#ids, id];
    const callLabel = name ? `${name} ${number}` : number;
    await this.#cti.fireOnCallBegin(id, { callType: callTypes[direction], callLabel });
    await this.#cti.setCallObjectIds(this.#ids);
  }

  /** Names as the softphone layout has them, beside what the telephone system sent along. */
  async #attach({ id, direction, number, name, record, attached }: KnownCall): Promise<void> {
    const data = { ...attached, ANI: number, ...(name && { name }), ...(record && { record }) };
    await this.#cti.setCallAttachedData(id, data, callTypes[direction]);
  }
}
