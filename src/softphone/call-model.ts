import { computed, createModel, signal, type ReadonlySignal } from "@preact/signals";
import type { CallSnapshot } from "../line/protocol.ts";
import { isHeldByUs, partnersOf } from "./call-partners.ts";
import type { LineLink } from "./line-link.ts";

/** One call of the line, for as long as the UI shows it. */
export interface CallModel {
  readonly call: ReadonlySignal<CallSnapshot>;
  /** Its sound is in another view. */
  readonly elsewhere: ReadonlySignal<boolean>;
  readonly notes: ReadonlySignal<string>;
  /** What is in the log can only be changed by its Id. */
  readonly notesLocked: ReadonlySignal<boolean>;
  /** We keep the other side from being heard. */
  readonly held: ReadonlySignal<boolean>;
  /** The agent's other calls that are up. */
  readonly partners: ReadonlySignal<readonly CallSnapshot[]>;
  answer(): void;
  decline(): void;
  hangUp(): void;
  toggleMute(): void;
  toggleHeld(): void;
  pressKeys(keys: string): void;
  /** Lets both other sides and the agent hear each other. */
  mergeWith(other: CallSnapshot): void;
  /** Goes on with this call alone. */
  split(): void;
  /** Leaves both other sides to themselves. */
  connectWith(other: CallSnapshot): void;
  /** Leaves the other side at a number of the server's, from which anybody can take it back. */
  park(lot: string): void;
  /** Ends this call and goes on with the one it was made for. */
  returnTo(other: CallSnapshot): void;
  /** Brings the sound into this view. */
  carryHere(): void;
  writeNotes(text: string): void;
  /** The agent left the notes: from now on the line's text is shown. */
  leaveNotes(): void;
  /** Saves a log that was not saved, or may not have been. */
  saveAgain(): void;
  /** The agent has found the log in the CRM. */
  isThere(): void;
  dismiss(): void;
}

export const CallModel = createModel<CallModel, [link: LineLink, first: CallSnapshot]>(
  (link, first) => {
    let last = first;
    const { id } = first;
    // The line drops a call before the card is gone: until then the last that was known stays.
    const call = computed(() => {
      last = link.snapshot.value?.calls.find((each) => each.id === id) ?? last;
      return last;
    });
    // While the agent types, an older text on its way back from the line must not overwrite the newer one.
    const typed = signal<string | undefined>(undefined);

    return {
      call,
      elsewhere: computed(() => {
        const { mediaView, state } = call.value;
        if (state.phase !== "connected" || mediaView === undefined) return false;
        return mediaView !== link.view && mediaView !== link.snapshot.value?.home;
      }),
      notes: computed(() => typed.value ?? call.value.notes),
      notesLocked: computed(() => {
        const { log, logId } = call.value.deeds;
        return logId === undefined && (log === "doing" || log === "done");
      }),
      held: computed(() => isHeldByUs(call.value)),
      partners: computed(() => partnersOf(call.value, link.snapshot.value?.calls ?? [])),
      answer: () => link.send({ type: "answer", call: id }),
      decline: () => link.send({ type: "decline", call: id }),
      hangUp: () => link.send({ type: "hangUp", call: id }),
      toggleMute: () => link.send({ type: "setMuted", call: id, muted: !call.value.muted }),
      toggleHeld: () => link.send({ type: "setHeld", call: id, held: !isHeldByUs(call.value) }),
      pressKeys: (digits) => link.send({ type: "sendDtmf", call: id, digits }),
      mergeWith: (other) => link.send({ type: "merge", call: id, with: other.id }),
      split: () => link.send({ type: "split", call: id }),
      // Whoever was there first is sent to whoever was asked.
      connectWith: (other) => link.send({ type: "connect", call: other.id, to: id }),
      // As the server has it, without the prefixes of outside numbers.
      park: (lot) => link.send({ type: "transfer", call: id, target: lot }),
      returnTo(other) {
        link.send({ type: "hangUp", call: id });
        link.send({ type: "setHeld", call: other.id, held: false });
      },
      carryHere: () => link.send({ type: "carry", call: id }),
      writeNotes(text) {
        typed.value = text;
        link.send({ type: "setNotes", call: id, notes: text });
      },
      leaveNotes() {
        typed.value = undefined;
      },
      saveAgain: () => link.send({ type: "deed", call: id, deed: "log", state: "none" }),
      isThere: () => link.send({ type: "deed", call: id, deed: "log", state: "done" }),
      dismiss: () => link.send({ type: "dismiss", call: id }),
    };
  },
);
