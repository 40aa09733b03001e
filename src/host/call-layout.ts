import type { CrmRecord } from "./crm-record.ts";

/** What the administrator wants opened for one outcome of looking for a caller. */
export type Opening =
  | { readonly opens: "nothing" | "search" }
  /** The record; where none was found, the form for a new one of this kind. */
  | { readonly opens: "record"; readonly object: string }
  /** A page, or a flow, that the company made for its callers. */
  | { readonly opens: "page" | "flow"; readonly name: string };

/** A fact of a call that the administrator wants shown. */
export type CallFact = "caller" | "dialled" | "queue" | "segment";

/** How calls of one kind are shown, and what is opened for them, as the administrator chose for this agent. */
export interface CallLayout {
  readonly facts: readonly CallFact[];
  /** Kinds of records that are looked for. */
  readonly objects: readonly string[];
  /** By how many records were found. */
  readonly openings: Readonly<Record<"none" | "one" | "several", Opening>>;
  /** Whether pages open in a new window of the browser. */
  readonly newWindow: boolean;
}

/** A record that was found, with what the administrator wants shown of it. */
export interface Match extends CrmRecord {
  readonly details?: readonly { readonly label: string; readonly value: string }[];
}

/** What looking for somebody brought. */
export interface Found {
  readonly records: readonly Match[];
  /** Where the CRM itself would go for it: better than what can be made of names alone. */
  readonly address?: string;
}

/** A page of the CRM. */
export type CrmPage = (
  | { readonly shows: "record"; readonly record: Pick<CrmRecord, "id"> }
  /** The form for a new record, with the number filled in. */
  | { readonly shows: "new"; readonly object: string; readonly number: string }
  | { readonly shows: "search"; readonly text: string }
  | { readonly shows: "page" | "flow"; readonly name: string; readonly number: string }
) & { readonly address?: string };

/** How a page is opened. */
export interface OpenOptions {
  /** Leaves a page that is being edited as it is: behind in a console, or refused. @defaultValue false */
  readonly spare?: boolean;
  /** What a tab is called that shows it. */
  readonly label?: string;
  /** The call it is opened for, by which its tab is found again. */
  readonly call?: string;
  /** The page it belongs to, where pages have room for others. */
  readonly within?: CrmPage & { readonly label?: string };
}
