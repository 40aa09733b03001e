import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { DialRequest } from "../host/host.ts";
import type { CallSnapshot, RecordRef } from "../line/protocol.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import { dialString } from "./dial-string.ts";
import type { LineLink } from "./line-link.ts";
import type { LineModel } from "./line-model.ts";
import type { SignInModel } from "./sign-in-model.ts";

/** The number field, the dial pad, and the numbers that are clicked in the CRM. */
export interface DialerModel {
  readonly number: ReadonlySignal<string>;
  /** Whether a number can be given to the line: it dials at once, or keeps it until it is ready. */
  readonly canDial: ReadonlySignal<boolean>;
  /** Nothing in the field could be dialled. */
  readonly badNumber: ReadonlySignal<boolean>;
  write(number: string): void;
  /** Calls a number of the CRM's. */
  request(asked: DialRequest): void;
  /** A key of the dial pad: a digit of the number, or a tone while a call is connected. */
  press(key: string): void;
  /** Calls the number in the field. With an empty field, brings the last number back instead. */
  dial(): void;
  /** Ends a call that cannot go on, and calls its other side anew. */
  callBack(call: CallSnapshot): void;
}

/** What {@link DialerModel} needs. */
interface DialerOptions {
  readonly link: LineLink;
  readonly line: Pick<LineModel, "registration" | "currentCall" | "forgetRefusal">;
  readonly signIn: Pick<SignInModel, "formShown">;
  readonly crm: Pick<CrmModel, "host" | "settings">;
}

const noPrefixes = { reqOutsidePrefix: "", reqLongDistPrefix: "", reqInternationalPrefix: "" };

export const DialerModel = createModel<DialerModel, [options: DialerOptions]>((options) => {
  const { link, line, crm, signIn } = options;
  const number = signal("");
  const badNumber = signal(false);
  const canDial = computed(
    () => !signIn.formShown.value && line.registration.value?.phase !== "failed",
  );
  let last = "";

  function call({ number: written, record }: { number: string; record?: RecordRef }) {
    line.forgetRefusal();
    const target = dialString(written, crm.settings.value?.reqDialingOptions ?? noPrefixes);
    badNumber.value = target === "";
    if (target === "") return;
    last = written;
    number.value = "";
    send(target, record);
  }

  function send(target: string, record?: RecordRef) {
    link.send({ type: "dial", target, ...(record && { record }) });
  }

  effect(() => {
    const host = crm.host.value;
    host?.setClickToDial(canDial.value).catch(codeOf);
  });
  effect(() => crm.host.value?.on("dialRequested", request));

  function request(asked: DialRequest) {
    // The agent looks at the page; what happens with the click is seen in the softphone.
    crm.host.value?.setVisible(true).catch(codeOf);
    number.value = asked.number;
    call(asked);
  }

  return {
    number,
    canDial,
    badNumber,
    request,
    write(text) {
      number.value = text;
      badNumber.value = false;
    },
    press(key) {
      const current = line.currentCall.value;
      if (current?.state.phase === "connected") {
        link.send({ type: "sendDtmf", call: current.id, digits: key });
      } else number.value += key;
    },
    dial() {
      if (number.value.trim() === "") number.value = last;
      else call({ number: number.value });
    },
    callBack({ id, direction, remote, record }) {
      link.send({ type: "hangUp", call: id });
      // A number that was dialled has its prefixes already.
      if (direction === "outgoing") send(remote.number, record);
      else call({ number: remote.number, ...(record && { record }) });
    },
  };
});
