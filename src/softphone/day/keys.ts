import { effect } from "@preact/signals";
import type { Stop } from "../../base/emitter.ts";
import type { CallSnapshot } from "../../line/protocol.ts";
import { isHeldByUs, ringsHere } from "../call-partners.ts";
import { codeOf, type CrmModel } from "../crm-model.ts";
import type { DialerModel } from "../dialer-model.ts";
import type { KeeperModel } from "../keeper-model.ts";
import type { LineLink } from "../line-link.ts";
import type { LineModel } from "../line-model.ts";

/** What can be done by key, and the letter that does it inside the phone, together with Alt and Shift. */
export const keyLetters = {
  answer: "A",
  hangUp: "E",
  mute: "M",
  hold: "H",
  show: "P",
  dialSelected: "D",
  record: "R",
} as const;
export type KeyCommand = keyof typeof keyLetters;

const commands = Object.keys(keyLetters) as KeyCommand[]; // by the type of the object

/** Name of the console's custom shortcut for each: `switchhook.answer`. */
const shortcutName = (command: KeyCommand) => `switchhook.${command}`;

export interface KeyOptions {
  readonly link: LineLink;
  readonly line: Pick<LineModel, "calls">;
  readonly crm: Pick<CrmModel, "host" | "settings">;
  readonly keeper: Pick<KeeperModel, "look">;
  readonly dialer: Pick<DialerModel, "dial" | "number" | "write">;
  readonly page: Pick<Window, "addEventListener" | "removeEventListener" | "getSelection">;
}

/** Lets the agent work the phone by keys: inside it, and by the console's custom shortcuts. */
export function obeyKeys(options: KeyOptions): Stop {
  const { crm, page } = options;
  const acts = actsOf(options);

  function press(event: KeyboardEvent) {
    const command = crm.settings.peek()?.notice.keys ? commandOf(event) : undefined;
    if (!command) return;
    event.preventDefault();
    acts[command]();
  }

  page.addEventListener("keydown", press);
  const stop = effect(() => {
    const host = crm.host.value;
    if (host?.surface !== "console" || !crm.settings.value?.notice.shortcuts) return;
    host.listenForKeys(commands.map(shortcutName)).catch(codeOf);
    return host.on("keysPressed", ({ name }) => {
      const command = commands.find((each) => shortcutName(each) === name);
      if (command) acts[command]();
    });
  });
  return () => {
    page.removeEventListener("keydown", press);
    stop();
  };
}

/** What each key does. */
function actsOf({
  link,
  line,
  crm,
  keeper,
  dialer,
  page,
}: KeyOptions): Record<KeyCommand, () => void> {
  /** The newest that is not held; a held one where there is no other. */
  function find(isIt: (call: CallSnapshot) => boolean) {
    const found = line.calls.peek().filter(isIt);
    return found.findLast((call) => !isHeldByUs(call)) ?? found.at(-1);
  }
  const findConnected = () => find(({ state }) => state.phase === "connected");

  return {
    answer() {
      const call = find(ringsHere);
      if (call) link.send({ type: "answer", call: call.id });
    },
    hangUp() {
      const call = find((each) => each.state.phase !== "ended" && !ringsHere(each));
      if (call) link.send({ type: "hangUp", call: call.id });
    },
    mute() {
      const call = findConnected();
      if (call) link.send({ type: "setMuted", call: call.id, muted: !call.muted });
    },
    hold() {
      const call = findConnected();
      if (call) link.send({ type: "setHeld", call: call.id, held: !isHeldByUs(call) });
    },
    record() {
      const call = find(({ state }) => state.phase !== "ended") ?? find(() => true);
      if (call) keeper.look(call);
    },
    show: () => void crm.host.peek()?.setVisible(true).catch(codeOf),
    dialSelected() {
      // What is selected in Salesforce's own page cannot be seen from here.
      const selected = page.getSelection()?.toString().trim() ?? "";
      if (/\d/.test(selected) && selected.length <= 80) dialer.write(selected);
      if (dialer.number.peek().trim() !== "") dialer.dial();
    },
  };
}

/** With Alt and Shift alone: no letter that is typed does anything by itself. */
function commandOf(event: KeyboardEvent): KeyCommand | undefined {
  const { altKey, shiftKey, ctrlKey, metaKey, repeat, code } = event;
  if (!altKey || !shiftKey || ctrlKey || metaKey || repeat) return undefined;
  return commands.find((each) => code === `Key${keyLetters[each]}`);
}
