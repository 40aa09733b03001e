import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { CallSnapshot, LineSnapshot } from "../line/protocol.ts";
import type { PhoneErrorCode, Registration } from "../telephony/phone.ts";
import { isHeldByUs, ringsHere } from "./call-partners.ts";
import type { LineLink } from "./line-link.ts";

/** The line as signals. */
export interface LineModel {
  /** `undefined` until the line has answered. */
  readonly registration: ReadonlySignal<Registration | undefined>;
  readonly registered: ReadonlySignal<boolean>;
  /** The number that is dialled once the line is ready. */
  readonly waiting: ReadonlySignal<string | undefined>;
  /** Who is signed in. */
  readonly identity: ReadonlySignal<string | undefined>;
  readonly calls: ReadonlySignal<readonly CallSnapshot[]>;
  /** The call the agent is busy with: the newest that is up and not held, else the newest that is up, else the newest. */
  readonly currentCall: ReadonlySignal<CallSnapshot | undefined>;
  /** The call the agent is in: the current one, unless it only rings here while another is up. */
  readonly talk: ReadonlySignal<CallSnapshot | undefined>;
  /** Why notes and logs would not outlive the browser. */
  readonly storage: ReadonlySignal<LineSnapshot["storage"]>;
  /** Another release of the softphone has the phone. */
  readonly otherRelease: ReadonlySignal<LineSnapshot["otherRelease"]>;
  /** Why the last call that was asked for could not even be tried. */
  readonly refusal: ReadonlySignal<PhoneErrorCode | undefined>;
  forgetRefusal(): void;
  /** Does not dial the number that waits. */
  cancelWaiting(): void;
}

const isUp = ({ state }: CallSnapshot) => state.phase !== "ended";

/** The newest that is up and not held, else the newest that is up. */
function newestUp(calls: readonly CallSnapshot[]): CallSnapshot | undefined {
  return calls.findLast((call) => isUp(call) && !isHeldByUs(call)) ?? calls.findLast(isUp);
}

export const LineModel = createModel<LineModel, [link: LineLink]>((link) => {
  const refusal = signal<PhoneErrorCode | undefined>(undefined);
  const registration = computed(() => link.snapshot.value?.registration);
  const calls = computed(() => link.snapshot.value?.calls ?? []);
  const currentCall = computed(() => newestUp(calls.value) ?? calls.value.at(-1));
  effect(() => link.on("refused", ({ code }) => (refusal.value = code)));

  return {
    registration,
    registered: computed(() => registration.value?.phase === "registered"),
    waiting: computed(() => link.snapshot.value?.waiting?.target),
    identity: computed(() => link.snapshot.value?.identity),
    calls,
    currentCall,
    talk: computed(
      () => newestUp(calls.value.filter((call) => !ringsHere(call))) ?? currentCall.value,
    ),
    storage: computed(() => link.snapshot.value?.storage),
    otherRelease: computed(() => link.snapshot.value?.otherRelease),
    refusal,
    forgetRefusal() {
      refusal.value = undefined;
    },
    cancelWaiting: () => link.send({ type: "cancelDial" }),
  };
});
