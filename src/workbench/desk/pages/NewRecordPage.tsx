import type { ObjectName } from "../../records/store.ts";
import { listAddress } from "../address.ts";
import { useDesk, useSurroundings } from "../desk-context.ts";
import { RecordForm } from "./RecordForm.tsx";

type NewRecordPageProps = { object: ObjectName; fields: Readonly<Record<string, string>> };

/** Makes a record, with fields filled in from the address. */
export function NewRecordPage({ object, fields }: NewRecordPageProps) {
  const { load } = useDesk();
  const { replace = load, setDirty } = useSurroundings();
  const leaveTo = (url: string) => {
    setDirty?.(false);
    replace(url);
  };
  return (
    <RecordForm
      record={{ object, fields }}
      onSaved={({ Id }) => leaveTo(`/${Id}`)}
      onCancel={() => leaveTo(listAddress(object))}
    />
  );
}
