/** API names of the objects the workbench knows. */
export type ObjectName =
  "Account" | "Contact" | "Lead" | "Case" | "Opportunity" | "User" | "Task" | (string & {});

/** One record: its Id (18 characters), its object, and its fields by API name. */
export interface WorkbenchRecord {
  readonly Id: string;
  readonly object: ObjectName;
  /** What Salesforce would call it: `Name`, a case's `CaseNumber`, a task's `Subject`. */
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A list view such as All Contacts. */
export interface ListView {
  readonly id: string;
  readonly object: ObjectName;
  readonly label: string;
  /** Field API names, in the order of the columns. */
  readonly columns: readonly string[];
}

/** The org's data: lives in the server, so that every tab and every page load sees the same. */
export interface RecordStore {
  /** By Id of 15 or 18 characters. */
  get(id: string): Promise<WorkbenchRecord | undefined>;
  listViews(): Promise<readonly ListView[]>;
  rows(listView: string): Promise<readonly WorkbenchRecord[]>;
  /** Records of `object` whose field `field` holds `id`: a related list. */
  related(object: ObjectName, field: string, id: string): Promise<readonly WorkbenchRecord[]>;
  /** As global search does: words in any text field; telephone numbers by their digits, however written. */
  search(text: string, objects?: readonly ObjectName[]): Promise<readonly WorkbenchRecord[]>;
  /** Saves a new record, or with `Id` in the fields updates one. Rejects with the words Salesforce would use. */
  save(object: ObjectName, fields: Readonly<Record<string, string>>): Promise<WorkbenchRecord>;
}
