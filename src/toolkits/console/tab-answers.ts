import type { Answer } from "./answer.ts";
import {
  answerOf,
  json,
  malformed,
  maybeFlag,
  maybeText,
  name,
  text,
  texts,
  throwIfRefused,
} from "./answer.ts";

/** A tab that an event is about. */
export interface TabEvent {
  /** Such as `scc-pt-1`; good for this console session only. */
  readonly id: string;
  /** The record on the tab, 15 characters in Classic; undefined when there is none. */
  readonly objectId: string | undefined;
}

/** Another tab came to the front. */
export interface TabFocused {
  /** Such as `scc-pt-1`; undefined when the console names none. Good for this console session only. */
  readonly id: string | undefined;
  /** The record on the tab, 15 characters in Classic; undefined when there is none. */
  readonly objectId: string | undefined;
}

/** What is on a tab. Which keys come depends on the page and on the API version. */
export interface PageInfo {
  readonly url: string;
  readonly objectId: string | undefined;
  readonly objectName: string | undefined;
  /** API name of the object, such as `Account`. */
  readonly object: string | undefined;
  /** What the org calls the object, such as Company. From API 33.0. */
  readonly displayName: string | undefined;
  /** Of a person account. From API 31.0. */
  readonly accountId: string | undefined;
  /** Of a person account. From API 31.0. */
  readonly contactId: string | undefined;
  /** From API 31.0. */
  readonly personAccount: boolean | undefined;
}

/** The Id of the tab that was opened or used again. */
export function openedTab(answer: Answer): string {
  return name(answer, "id");
}

/** The Id of a tab or record, or undefined when there is none, however the console writes that. */
export function idOrNone(answer: Answer): string | undefined {
  return maybeText(answer, "id");
}

/** As {@link idOrNone}, for the two methods whose `success` the manual does not promise. */
export function enclosingId(answer: Answer): string | undefined {
  throwIfRefused(answer);
  if (!("success" in answer.fields)) requireId(answer);
  return idOrNone(answer);
}

/** Ids in the order of display. */
export function tabIds(answer: Answer): string[] {
  return texts(answer, "ids");
}

export function tabEvent(answer: Answer): TabEvent {
  return { id: name(answer, "id"), objectId: maybeText(answer, "objectId") };
}

export function tabFocused(answer: Answer): TabFocused {
  requireId(answer);
  return { id: idOrNone(answer), objectId: maybeText(answer, "objectId") };
}

/** `pageInfo` holds JSON text. */
export function pageInfo(answer: Answer): PageInfo {
  const page = answerOf(answer.method, json(answer, "pageInfo"));
  return {
    url: text(page, "url"),
    objectId: maybeText(page, "objectId"),
    objectName: maybeText(page, "objectName"),
    object: maybeText(page, "object"),
    displayName: maybeText(page, "displayName"),
    accountId: maybeText(page, "accountId"),
    contactId: maybeText(page, "contactId"),
    personAccount: maybeFlag(page, "personAccount"),
  };
}

/** No tab is an answer; no word about a tab is none. */
function requireId({ fields, method }: Answer): void {
  if (!("id" in fields)) throw malformed(method, "id is missing");
}
