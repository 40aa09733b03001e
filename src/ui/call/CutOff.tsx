import { wasCutOff } from "../../softphone/call-log.ts";
import type { Softphone } from "../../softphone/softphone.ts";
import type { CallSnapshot } from "../../softphone/states.ts";
import { callWords } from "./call-words.ts";

type CutOffProps = { app: Pick<Softphone, "dialer">; call: CallSnapshot };

/** Offers to call again whom a page change kept from being talked to. */
export function CutOff({ app, call }: CutOffProps) {
  if (!wasCutOff(call)) return null;
  return (
    <button type="button" onClick={() => app.dialer.callBack(call)}>
      {callWords.callBack}
    </button>
  );
}
