import type { CrmModel } from "../softphone/crm-model.ts";
import type { LineModel } from "../softphone/line-model.ts";
import type { Softphone } from "../softphone/softphone.ts";
import type { Registration } from "../softphone/states.ts";
import { late } from "./late.tsx";
import { crmText, lineText } from "./messages.ts";

const SpokenCall = late(async () => (await import("./call/in-call.ts")).SpokenCall);

type StatusBarProps = {
  line: Pick<LineModel, "registration" | "currentCall" | "otherRelease">;
  crm: Pick<CrmModel, "status">;
  now: Softphone["now"];
};

const lights: Record<Registration["phase"], string> = {
  signedOut: "off",
  registering: "waiting",
  registered: "on",
  reconnecting: "waiting",
  failed: "bad",
};

/**
 * The state of line and call in words: the only live region, so that a screen reader says each change once. The
 * call's sentence is for the ear alone; the eye has the card.
 */
export function StatusBar({ line, crm, now }: StatusBarProps) {
  const registration = line.registration.value;
  const call = line.currentCall.value;
  return (
    <header class="status-bar">
      <span class={`light ${lights[registration?.phase ?? "registering"]}`} aria-hidden="true" />
      <div role="status" aria-atomic="false">
        <p>
          {lineText(registration, line.otherRelease.value)} {crmText(crm.status.value)}
        </p>
        {call && <SpokenCall call={call} now={now} />}
      </div>
    </header>
  );
}
