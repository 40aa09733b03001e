import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Softphone } from "../../softphone/softphone.ts";
import { late } from "../late.tsx";
import { words } from "../messages.ts";

const DialPad = late(async () => (await import("../now-and-then.ts")).DialPad);

const NumberHelp = late(async () => (await import("./in-dial.ts")).NumberHelp, { canWait: true });

type DialerProps = { app: Pick<Softphone, "link" | "crm" | "dialer" | "now"> };

/** Where a number is written and called. Enter calls. */
export function Dialer({ app }: DialerProps) {
  const { dialer } = app;
  const field = useRef<HTMLInputElement>(null);
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
          ref={field}
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
      <NumberHelp app={app} field={field} />
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
