import type { KnownObject } from "./record-id.ts";
import type { ObjectName } from "./store.ts";

export type FieldKind =
  | "text"
  | "phone"
  | "email"
  | "picklist"
  | "date"
  | "number"
  | "money"
  | "longText"
  /** Holds an Id; the name beside it is in `<relation>.Name`. */
  | "reference";

export interface Field {
  readonly api: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: true;
  readonly options?: readonly string[];
  /** Follows from another record: `Contact.Phone` on a case. Never stored, never edited. */
  readonly derived?: true;
  /** For a reference: the objects it may point at. */
  readonly to?: readonly ObjectName[];
}

export interface RelatedList {
  readonly label: string;
  readonly object: ObjectName;
  /** The field on the other object that points back. */
  readonly field: string;
  readonly columns: readonly string[];
}

/** What a record page shows, and what a record may hold. */
export interface Layout {
  readonly object: KnownObject;
  readonly label: string;
  readonly plural: string;
  readonly fields: readonly Field[];
  readonly relatedLists: readonly RelatedList[];
}
