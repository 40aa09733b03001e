import { computed, effect } from "@preact/signals";
import type { Stop } from "../base/emitter.ts";
import { codeOf } from "./crm-model.ts";
import type {
  DialOrder,
  ListAnswer,
  ListOrder,
  PageRequest,
  PhoneState,
} from "../host/page-events.ts";
import { tellOfCalls } from "./call-news.ts";
import type { Softphone } from "./softphone.ts";

/** All that pages get to know where none is let in. */
const closed: PhoneState = { ready: false, calls: [] };

/** What {@link servePages} needs. */
export interface PagesOptions {
  readonly app: Pick<Softphone, "crm" | "dialer" | "line">;
  /** Takes a list of numbers to be called one after the other. */
  readonly takeList: (order: ListOrder) => Promise<ListAnswer>;
}

/**
 * Does what other pages of the CRM ask, as far as the administrator allows it, and tells them how the phone is. Any page
 * of a console can ask: nothing it says is believed, and no call is begun while another is being set up.
 */
export function servePages({ app, takeList }: PagesOptions): Stop {
  const { crm, dialer, line } = app;
  // Unknown until the settings are read: pages ask again until they are answered.
  const rule = computed(() => crm.settings.value?.pages.dial);
  const state = computed<PhoneState>(() => (rule.value === "never" ? closed : stateOf(app)));
  // A snapshot of the line comes at every change: pages hear of those that concern them.
  const stateText = computed(() => JSON.stringify(state.value));
  const news = tellOfCalls(app);

  const tellState = () => crm.host.peek()?.tellPages({ event: "state", state: state.peek() });

  function dial(order: DialOrder) {
    const isBusy = line.calls.peek().some(({ state: { phase } }) => isBeingSetUp(phase));
    if (isBusy || line.waiting.peek() !== undefined) return;
    if (rule.peek() === "dial") dialer.request(order);
    else {
      dialer.write(order.number);
      crm.host.peek()?.setVisible(true).catch(codeOf);
    }
  }

  function greet() {
    tellState();
    news.tellAgain();
  }

  function hear(request: PageRequest) {
    const isClosed = rule.peek() === "never";
    if (rule.peek() === undefined) return;
    if (request.event === "hello") greet();
    else if (request.event === "list") void takeOrRefuse(request.order, isClosed);
    else if (isClosed) return;
    else if (request.event === "dial") dial(request.order);
    else crm.host.peek()?.setVisible(true).catch(codeOf);
  }

  async function takeOrRefuse(order: ListOrder, isClosed: boolean) {
    const answer: ListAnswer = isClosed ? { taken: 0, reason: "refused" } : await takeList(order);
    crm.host.peek()?.tellPages({ event: "listTaken", answer });
  }

  const stops = [
    effect(() => {
      if (rule.value !== undefined && stateText.value !== "") tellState();
    }),
    effect(() => crm.host.value?.on("pageAsked", hear)),
    news.stop,
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function stateOf({ dialer, line }: PagesOptions["app"]): PhoneState {
  return {
    ready: dialer.canDial.value && line.registration.value !== undefined,
    calls: line.calls.value.flatMap(({ direction, remote, record, state: { phase } }) =>
      direction === "outgoing" && phase !== "ended"
        ? [{ number: remote.number, ...(record && { recordId: record.id }) }]
        : [],
    ),
  };
}

function isBeingSetUp(phase: string): boolean {
  return phase === "dialing" || phase === "ringing";
}
