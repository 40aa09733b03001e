import { useSignal } from "@preact/signals";
import type { DialerModel } from "../../softphone/dialer-model.ts";
import { late } from "../late.tsx";
import { words } from "../messages.ts";

const DialPad = late(async () => (await import("../now-and-then.ts")).DialPad);

type DialerProps = { dialer: DialerModel };

/** Where a number is written and called. Enter calls. */
export function Dialer({ dialer }: DialerProps) {
  const padShown = useSignal(false);
  return (
    <form
      class="dialer"
      onSubmit={(event) => {
        event.preventDefault();
        dialer.dial();
      }}
    >
      <div class="number-row">
        <input
          type="text"
          inputMode="tel"
          autocomplete="off"
          aria-label={words.number}
          placeholder={words.number}
          value={dialer.number.value}
          onInput={({ currentTarget }) => dialer.write(currentTarget.value)}
        />
        <button type="submit" class="good" disabled={!dialer.canDial.value}>
          {words.call}
        </button>
      </div>
      <button
        type="button"
        class="quiet"
        aria-expanded={padShown.value}
        onClick={() => (padShown.value = !padShown.value)}
      >
        {words.keypad}
      </button>
      {padShown.value && <DialPad press={(key) => dialer.press(key)} />}
    </form>
  );
}
