import type { CrmModel } from "../softphone/crm-model.ts";
import type { LineModel } from "../softphone/line-model.ts";
import type { SignInModel } from "../softphone/sign-in-model.ts";
import type { Registration } from "../softphone/states.ts";
import { callText, crmText, lineText, words } from "./messages.ts";

type StatusBarProps = {
  line: Pick<LineModel, "registration" | "currentCall" | "identity">;
  crm: Pick<CrmModel, "status">;
  signIn: Pick<SignInModel, "canSignOut" | "signOut">;
};

const lights: Record<Registration["phase"], string> = {
  signedOut: "off",
  registering: "waiting",
  registered: "on",
  reconnecting: "waiting",
  failed: "bad",
};

/** The state of line and call in words: the only live region, so that a screen reader says each change once. */
export function StatusBar({ line, crm, signIn }: StatusBarProps) {
  const registration = line.registration.value;
  const call = line.currentCall.value;
  return (
    <header class="status-bar">
      <span class={`light ${lights[registration?.phase ?? "registering"]}`} aria-hidden="true" />
      <div class="status" role="status" aria-atomic="false">
        <p class="line-state" title={line.identity.value}>
          {lineText(registration)} {crmText(crm.status.value)}
        </p>
        {call && <p class="call-state">{callText(call)}</p>}
      </div>
      {signIn.canSignOut.value && (
        <button type="button" class="quiet" onClick={() => signIn.signOut()}>
          {words.signOut}
        </button>
      )}
    </header>
  );
}
