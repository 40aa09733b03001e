/** A record of Salesforce that a call is about, in our words. */
export interface RecordRef {
  /** 15 or 18 characters. */
  readonly id: string;
  /** API name of the object: `Contact`. */
  readonly object: string;
  readonly name?: string;
}
