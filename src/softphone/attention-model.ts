import { computed, createModel, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { AttentionSign } from "../host/host.ts";
import type { CallSnapshot, LineSnapshot } from "../line/protocol.ts";
import type { Ringer } from "../media/ringer.ts";
import { codeOf, type CrmModel } from "./crm-model.ts";
import { isHeldByUs, ringsHere } from "./call-partners.ts";
import type { LineLink } from "./line-link.ts";
import type { NoticeModel } from "./notice-model.ts";

/** Makes the agent notice a call: the ring, the marked button, the softphone that comes forward. */
export interface AttentionModel {
  /** Whether the browser lets the softphone ring; it does not before the agent has clicked in it once. */
  readonly soundOn: ReadonlySignal<boolean>;
  /** No page of this agent's may ring: calls would come in unheard. */
  readonly isMute: ReadonlySignal<boolean>;
  turnOnSound(): void;
}

/** What {@link AttentionModel} needs. */
export interface AttentionOptions {
  readonly link: LineLink;
  readonly crm: Pick<CrmModel, "host" | "settings">;
  readonly notice: Pick<NoticeModel, "isOn">;
  readonly ringer: Pick<Ringer, "armed" | "on" | "arm" | "play" | "stop">;
  /** Words for the softphone's button in the CRM while a call comes in, or while none could be heard to ring. */
  readonly buttonText: (call: CallSnapshot | undefined) => string;
}

export const AttentionModel = createModel<AttentionModel, [options: AttentionOptions]>(
  ({ link, crm, notice, ringer, buttonText }) => {
    const soundOn = signal(ringer.armed);
    const calls = computed(() => link.snapshot.value?.calls ?? []);
    const ringing = computed(() => calls.value.find(ringsHere));
    const ringingId = computed(() => ringing.value?.id);
    const anyCall = computed(() => calls.value.length > 0);
    const sound = computed(() => soundFor(link.snapshot.value, link.view));
    const isMute = computed(() => link.snapshot.value?.audible === false);
    let broughtForward = false;

    effect(() => ringer.on("armedChanged", ({ armed }) => (soundOn.value = armed)));
    effect(() => {
      if (!sound.value || (sound.value === "ring" && !notice.isOn("ring"))) return;
      ringer.play(sound.value);
      return () => ringer.stop();
    });

    effect(() => {
      const host = crm.host.value;
      const call = ringingId.value === undefined ? undefined : ringing.peek();
      if (!host || (!call && !isMute.value)) return;
      host.setAttention(call ? signOf(call) : muteSign()).catch(codeOf);
      if (call && notice.isOn("forward")) void bringForward();
      return () => void host.setAttention(undefined).catch(codeOf);

      async function bringForward() {
        try {
          const shown = await host?.isVisible();
          if (shown === false) broughtForward = true;
          await host?.setVisible(true);
        } catch (error) {
          codeOf(error);
        }
      }
    });

    function signOf(call: CallSnapshot): AttentionSign {
      const { colour = "#c23934", icon = "" } = crm.settings.value?.notice ?? {};
      const [button, blink] = [notice.isOn("button"), notice.isOn("blink")];
      return { text: buttonText(call), button, blink, title: notice.isOn("title"), colour, icon };
    }

    /** Said quietly, and where it is seen when the softphone is not: one click in it is all that is needed. */
    function muteSign(): AttentionSign {
      const { colour = "#c23934" } = crm.settings.value?.notice ?? {};
      return {
        text: buttonText(undefined),
        button: true,
        blink: false,
        title: false,
        colour,
        icon: "",
      };
    }

    // What came forward by itself goes back by itself, unless the agent has touched it.
    effect(() => crm.host.value?.on("visibilityChanged", () => (broughtForward = false)));
    effect(() => {
      if (anyCall.value || !broughtForward) return;
      broughtForward = false;
      crm.host.peek()?.setVisible(false).catch(codeOf);
    });

    return { soundOn, isMute, turnOnSound: () => ringer.arm() };
  },
);

/** With many views open one rings: one that can be heard, else the one that keeps a call. */
function soundFor(snapshot: LineSnapshot | undefined, view: string) {
  const { calls = [], ringer } = snapshot ?? {};
  const ours = calls.filter(({ keeper = view }) => keeper === view);
  const rings = ringer === undefined ? ours : calls.filter(() => ringer === view);
  const talking = calls.some((call) => call.state.phase === "connected" && !isHeldByUs(call));
  if (rings.some(ringsHere)) return talking ? "waiting" : "ring";
  const outgoing = ours.some(
    ({ direction, state }) => direction === "outgoing" && state.phase === "ringing" && !state.early,
  );
  return outgoing ? "ringback" : undefined;
}
