import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { readsAs } from "../../softphone/dial-planner.ts";
import type { CrmModel } from "../../softphone/crm-model.ts";

export type ReadNumberProps = { number: string; app: { crm: Pick<CrmModel, "settings"> } };

/** A number as people write it, once the numbering plans are there; before, as it came. */
export function ReadNumber({ number, app }: ReadNumberProps) {
  const settings = app.crm.settings.value;
  const shown = useSignal(number);
  useEffect(() => {
    shown.value = number;
    void readsAs(number, settings).then((reads) => (shown.value = reads));
  }, [number, settings, shown]);
  return <>{shown}</>;
}
