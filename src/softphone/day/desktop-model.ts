import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Listenable } from "../../base/emitter.ts";
import { logFor } from "../../base/log.ts";
import type { CallSnapshot } from "../../line/protocol.ts";
import type { LineLink } from "../line-link.ts";
import type { NoticeModel } from "../notice-model.ts";

const log = logFor("softphone/day");

/** What the agent did with a notification. */
export interface NoticeChoice {
  readonly call: string;
  readonly action: "answer" | "decline" | "show";
}

/** Notifications of the operating system, where the browser allows any. */
export interface DesktopNotices extends Listenable<{ chosen: NoticeChoice }> {
  readonly permission: "granted" | "denied" | "default";
  /** To be called while a click is handled. */
  ask(): Promise<"granted" | "denied" | "default">;
  /** Shows one, and returns what takes away whatever is shown of that call; it resolves once that is gone. */
  show(call: Pick<CallSnapshot, "id" | "remote">): Promise<() => Promise<void>>;
}

/** Tells of a call on the agent's desktop, whichever window is in front. */
export interface DesktopModel {
  /**
   * - `impossible`: the browser allows none here, as in another site's page.
   * - `offered`: it asks the agent first, at a click.
   */
  readonly state: ReadonlySignal<"impossible" | "offered" | "denied" | "granted">;
  ask(): void;
}

/** What {@link DesktopModel} needs. */
export interface DesktopOptions {
  readonly link: LineLink;
  readonly notice: Pick<NoticeModel, "isOn">;
  /** `undefined` where the browser allows none. */
  readonly desktop: () => Promise<DesktopNotices | undefined>;
}

const noNotice = () => Promise.resolve();

const states = { granted: "granted", denied: "denied", default: "offered" } as const;

export const DesktopModel = createModel<DesktopModel, [options: DesktopOptions]>(
  ({ link, notice, desktop }) => {
    const state = signal<"impossible" | "offered" | "denied" | "granted">("impossible");
    let notices: DesktopNotices | undefined;
    const ready = signal(false);
    desktop().then(
      (found) => {
        notices = found;
        if (found) state.value = states[found.permission];
        ready.value = found !== undefined;
      },
      (error: unknown) => log.warn(`No notifications: ${String(error)}`),
    );

    const ringing = computed(() => {
      const { calls = [], home, front } = link.snapshot.value ?? {};
      if ((home ?? front) !== link.view) return undefined;
      return calls.find((call) => call.direction === "incoming" && call.state.phase === "ringing");
    });
    const told = computed(() => {
      const mayTell = state.value === "granted" && notice.isOn("desktop");
      return mayTell ? ringing.value?.id : undefined;
    });

    // One notification for each call, gone as soon as somebody took it, here or in another tab. The next waits until
    // the one before is gone: they may be of one call, where the agent turned to another tab and back.
    let cleared = Promise.resolve();
    effect(() => {
      const call = told.value === undefined ? undefined : ringing.peek();
      if (!call || !notices) return;
      const desk = notices;
      const isStillWanted = () => told.peek() === call.id;
      const shown = cleared.then(() => (isStillWanted() ? desk.show(call) : noNotice));
      shown.catch((error: unknown) => log.warn(`No notification: ${String(error)}`));
      return () => void (cleared = shown.then((clear) => clear()).catch(() => undefined));
    });
    effect(() => {
      if (!ready.value) return;
      return notices?.on("chosen", ({ call, action }) => {
        const isThere = link.snapshot.peek()?.calls.some(({ id }) => id === call);
        if (isThere && action !== "show") link.send({ type: action, call });
      });
    });

    return {
      state,
      ask() {
        void notices?.ask().then((permission) => (state.value = states[permission]));
      },
    };
  },
);
