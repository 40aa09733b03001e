/** A record in the CRM, named so that somebody who never saw Salesforce understands it. */
export interface CrmRecord {
  readonly id: string;
  /** The kind of record: `Contact`, `Account`. */
  readonly object: string;
  readonly name: string;
}
