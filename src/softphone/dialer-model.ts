import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { PageMemory } from "../base/page-memory.ts";
import type { CallSnapshot } from "../line/protocol.ts";
import type { Dialled, DialPlan } from "../numbers/dialled.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import type { LineLink } from "./line-link.ts";
import type { LineModel } from "./line-model.ts";
import type { SignInModel } from "./sign-in-model.ts";
import type { LeftWish, Wish } from "./wish.ts";

/** The number field, the dial pad, and the numbers that are clicked in the CRM. */
export interface DialerModel {
  readonly number: ReadonlySignal<string>;
  /** Whether a number can be given to the line: it dials at once, or keeps it until it is ready. */
  readonly canDial: ReadonlySignal<boolean>;
  /** Nothing in the field could be dialled. */
  readonly badNumber: ReadonlySignal<boolean>;
  /** Nobody but the agent can know which of these is meant. */
  readonly question: ReadonlySignal<Question | undefined>;
  write(number: string): void;
  /** Calls a number of the CRM's. */
  request(asked: Wish): void;
  /** A key of the dial pad: a digit of the number, or a tone while a call is connected. */
  press(key: string): void;
  /** Calls the number in the field. With an empty field, brings the last number back instead. */
  dial(): void;
  /** Calls a number that was found, clicked or called before. */
  call(wish: Wish): void;
  /** Answers {@link DialerModel.question}. */
  choose(choice: Dialled): void;
  /** Ends a call that cannot go on, and calls its other side anew. */
  callBack(call: CallSnapshot): void;
  /** The page goes: a number that it has not given to the line yet is left to the next page of the tab. */
  leave(): void;
}

/** Several numbers could be meant by what is to be called. */
export type Question = Extract<DialPlan, { readonly outcome: "ask" }> & { readonly wish: Wish };

/** What is dialled. Without the planner nobody knows why. */
type Dialling = Pick<Dialled, "target" | "afterAnswer"> & Partial<Pick<Dialled, "reason">>;

/** What {@link DialerModel} needs. */
interface DialerOptions {
  readonly link: LineLink;
  readonly line: Pick<LineModel, "registration" | "talk" | "forgetRefusal">;
  readonly signIn: Pick<SignInModel, "formShown">;
  readonly crm: Pick<CrmModel, "host" | "numbers" | "settings" | "status">;
  readonly memory: PageMemory;
  /** When to load what plans, unless it is needed before. */
  readonly shown: Promise<void>;
}

export const DialerModel = createModel<DialerModel, [options: DialerOptions]>((options) => {
  const { link, line, crm, signIn, memory } = options;
  const number = signal("");
  const badNumber = signal(false);
  const question = signal<Question | undefined>(undefined);
  const canDial = computed(
    () => !signIn.formShown.value && line.registration.value?.phase !== "failed",
  );
  let last = "";
  /** Is not with the line yet: of several numbers the last one counts. */
  let waiting: LeftWish | undefined;
  void options.shown.then(loadPlanner).then((late) => {
    // Once this page has called somebody, what is there is its own, for the next one.
    const left = last ? undefined : late?.takeLeft(memory, leftKey);
    if (left) request(left.wish, left.at);
  });

  async function call(wish: Wish, at = Date.now()) {
    line.forgetRefusal();
    question.value = undefined;
    last = wish.number;
    memory.removeItem(leftKey);
    const mine = (waiting = { wish, at });
    const plan = await (await loadPlanner())?.planFor(wish, crm);
    if (mine !== waiting) return;
    waiting = undefined;
    follow(wish, plan);
  }

  function follow(wish: Wish, plan: DialPlan | undefined) {
    badNumber.value = plan?.outcome === "none";
    if (!plan) send(wish, { target: wish.number, afterAnswer: "" });
    else if (plan.outcome === "dial") send(wish, plan);
    // The agent may have begun to write another.
    else number.value ||= wish.number;
    if (plan?.outcome === "ask") question.value = { ...plan, wish };
  }

  function send(wish: Wish, { target, afterAnswer, reason }: Dialling) {
    const { number: written, record } = wish;
    link.send({
      ...{ type: "dial", target, written },
      ...(afterAnswer && { afterAnswer }),
      ...(record && { record }),
      ...(reason === "emergency" && { forHelp: true }),
    });
  }

  effect(() => {
    crm.numbers.value?.setClickToDial(canDial.value).catch(codeOf);
  });
  effect(() => crm.numbers.value?.on("dialRequested", (asked) => request(asked)));

  function request(asked: Wish, at?: number) {
    // The agent looks at the page; what happens with the click is seen in the softphone.
    void call(asked, at);
    void loadPlanner().then((late) => late?.comeForward(crm));
  }

  return {
    number,
    canDial,
    badNumber,
    question,
    request,
    write(text) {
      number.value = text;
      badNumber.value = false;
      question.value = undefined;
    },
    press(key) {
      const talk = line.talk.value;
      if (talk?.state.phase === "connected") {
        link.send({ type: "sendDtmf", call: talk.id, digits: key });
      } else number.value += key;
    },
    dial() {
      if (number.value.trim() === "") number.value = last;
      else this.call({ number: number.value });
    },
    call(wish) {
      number.value = "";
      void call(wish);
    },
    choose(choice) {
      const wish = question.value?.wish;
      question.value = undefined;
      number.value = "";
      if (wish) send(wish, choice);
    },
    callBack({ id, direction, remote, record }) {
      link.send({ type: "hangUp", call: id });
      const isReady = direction === "outgoing";
      void call({ number: remote.number, isReady, ...(record && { record }) });
    },
    leave() {
      if (waiting) memory.setItem(leftKey, JSON.stringify(waiting));
      // The browser may bring this page back, and by then the next one has called.
      waiting = undefined;
    },
  };
});

const leftKey = "switchhook-left-number";

/** Without it numbers go as they are written: the line takes out blanks and brackets itself. */
const loadPlanner = () => import("./dial-planner.ts").catch(() => undefined);
