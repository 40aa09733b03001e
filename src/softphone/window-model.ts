import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Settings } from "../callcenter/schema.ts";
import type { LinePlace, Showing } from "../line/protocol.ts";
import type { LineLink } from "./line-link.ts";

/** The phone's own window, in which the sound lives untouched by page loads. */
export interface WindowModel {
  /**
   * - `hidden`: the administrator wants none, or there is no line yet.
   * - `offered`: the agent may open one.
   * - `wanted`: the administrator wants one, and the browser opens it only when the agent clicks.
   * - `open`: it carries the sound.
   */
  readonly state: ReadonlySignal<"hidden" | "offered" | "wanted" | "open">;
  /** The browser did not let it open. */
  readonly blocked: ReadonlySignal<boolean>;
  /** It was open and is gone, and calls go on in the page; until a call has ended there, or the agent dismisses it. */
  readonly closed: ReadonlySignal<boolean>;
  /** A call goes on in a release that the server has no more: no page can show it or let it be heard. */
  readonly releaseLost: ReadonlySignal<boolean>;
  /** The agent has read that it was closed. */
  dismissClosed(): void;
  /** How calls outlive a page load now. */
  readonly way: ReadonlySignal<LinePlace>;
  /** Each page signs in anew, and nobody hands out the password. */
  readonly asksEachPage: ReadonlySignal<boolean>;
  /** Another tab has the phone, and would give it away. */
  readonly elsewhere: ReadonlySignal<boolean>;
  /** Brings the phone into this tab, with its calls. */
  usePhoneHere(): void;
  /** To be called while a click is handled: browsers open windows at no other time. */
  open(): void;
  /** Brings the open window to the front; to be called while a click is handled, too. */
  show(): void;
  /** This page cannot bring it to the front: it is another tab's. */
  readonly outOfReach: ReadonlySignal<boolean>;
  /** How many clicks were answered: the same answer to the next one is said again. */
  readonly answers: ReadonlySignal<number>;
}

/** What {@link WindowModel} needs. */
export interface WindowOptions {
  readonly link: LineLink;
  readonly settings: ReadonlySignal<Settings | undefined>;
  /** Says whether the browser did it. */
  readonly openWindow: () => boolean;
  /** Brings it to the front, and says whether it could. */
  readonly showWindow: () => Showing;
  /** The page before this one saw it go. */
  readonly wasClosed?: boolean;
  /** The release in which the page before this one had a call could not be loaded. */
  readonly releaseLost?: boolean;
}

export const WindowModel = createModel<WindowModel, [options: WindowOptions]>((options) => {
  const { link, settings, wasClosed = false, releaseLost = false } = options;
  const blocked = signal(false);
  const closed = signal(wasClosed);
  const outOfReach = signal(false);
  const answers = signal(0);
  const isOpen = computed(() => link.snapshot.value?.home !== undefined);

  effect(() => {
    if (!isOpen.value) return;
    blocked.value = false;
    closed.value = false;
    return () => {
      outOfReach.value = false;
      closed.value = true;
    };
  });

  let talking = false;
  effect(() => {
    const calls = link.snapshot.value?.calls ?? [];
    const now = calls.some(({ state }) => state.phase !== "ended");
    // Whoever was to hear that it is gone has heard it by the end of a call.
    if (talking && !now) closed.value = false;
    talking = now;
  });

  const place = computed(() => link.snapshot.value?.place ?? "worker");

  return {
    answers,
    asksEachPage: computed(
      () => place.value === "page" && settings.value?.sip.credentialsUrl === "",
    ),
    blocked,
    closed,
    outOfReach,
    dismissClosed() {
      closed.value = false;
    },
    elsewhere: computed(
      () => place.value === "page" && link.snapshot.value?.otherRelease === "same",
    ),
    usePhoneHere() {
      link.send({ type: "usePhoneHere" });
    },
    // Once the line there is gone, so is the call.
    releaseLost: computed(() => releaseLost && link.snapshot.value?.otherRelease !== undefined),
    way: computed(() => (isOpen.value ? "window" : place.value)),
    state: computed(() => {
      if (isOpen.value) return "open";
      // It may live in the window, which is slow to answer: opened again, that would begin anew.
      if (!link.snapshot.value) return "hidden";
      const wish = settings.value?.calls.home;
      if (wish === undefined || wish === "page") return "hidden";
      return wish === "window" ? "wanted" : "offered";
    }),
    open() {
      closed.value = false;
      blocked.value = !options.openWindow();
      answers.value += 1;
    },
    show() {
      const showing = options.showWindow();
      outOfReach.value = showing === "outOfReach";
      // The line hears of it, too, a moment later.
      closed.value = showing === "gone";
      answers.value += 1;
    },
  };
});
