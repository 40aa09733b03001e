import { isCallTo, type DialOrder, type PageRecord, type PhoneState } from "../host/page-events.ts";
import type { ClickToDialWords } from "./options.ts";

/** The class of the links, for a page that wants to style them. */
export const linkClass = "switchhook-number";
/** Holds what the page had in a number's place. */
export const originalClass = "switchhook-original";

/** What has to be known to dress a number. */
export interface Look {
  readonly state: PhoneState;
  readonly words: ClickToDialWords;
}

/** A number as the page shows it; `undefined` where there is none. */
export function numberIn(cell: Element, component: string | undefined): string | undefined {
  const given = cell.getAttribute("data-number") ?? shownText(cell, component);
  const number = given.replace(/\s+/g, " ").trim();
  return /\d.*\d.*\d/.test(number) && number.length <= 80 ? number : undefined;
}

function shownText(cell: Element, component: string | undefined): string {
  const link = cell.querySelector(`.${linkClass}`);
  if (link) return link.textContent;
  const made = component === undefined ? null : cell.querySelector(component);
  return (made ?? cell).textContent;
}

/** The record that a row names in its attributes. */
export function recordOf(row: Element | null): PageRecord | undefined {
  const id = row?.getAttribute("data-record");
  const object = row?.getAttribute("data-object");
  if (!id || !object) return undefined;
  return { id, object, name: row?.getAttribute("data-name") ?? "" };
}

/** Makes the number in a cell a link that looks as the phone is. Whatever the texts hold stays text. */
export function dress(cell: Element, order: DialOrder, { state, words }: Look): void {
  const link = linkIn(cell, order);
  const calling = state.calls.some((call) => isCallTo(call, order));
  const name = calling ? words.calling(order) : words.call(order);
  set(link, "aria-label", name);
  set(link, "aria-disabled", state.ready ? undefined : "true");
  set(link, "title", state.ready ? name : words.notReady);
  set(link, "aria-current", calling ? "true" : undefined);
}

function linkIn(cell: Element, { number }: DialOrder): Element {
  const before = cell.querySelector(`.${linkClass}`);
  if (before) return before;
  const { ownerDocument } = cell;
  // What the page had stays in its place: Salesforce's component has to be clicked there.
  const original = ownerDocument.createElement("span");
  original.className = originalClass;
  original.hidden = true;
  original.append(...cell.childNodes);
  const link = ownerDocument.createElement("button");
  link.type = "button";
  link.className = linkClass;
  link.textContent = number;
  cell.append(original, link);
  return link;
}

/** Puts back what the page had. */
export function undress(cell: Element): void {
  const original = cell.querySelector(`.${originalClass}`);
  if (original) cell.replaceChildren(...original.childNodes);
}

function set(element: Element, name: string, value: string | undefined): void {
  if ((element.getAttribute(name) ?? undefined) === value) return;
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
