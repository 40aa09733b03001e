import type { Lamp } from "../phone.ts";

/** What a colleague's telephone does, by the id of each of its dialogs. */
export type Dialogs = ReadonlyMap<string, string>;

/** Bigger documents are not read: a telephone has a few dialogs, not thousands. */
const longest = 100_000;
/** What a notification begins with; attributes in quotes of either kind. */
const root = /<(?:[\w.-]+:)?dialog-info\b((?:[^>"']|"[^"]*"|'[^']*')*)>/;

/**
 * Takes in a notification of a telephone's dialogs (RFC 4235), full or partial; `undefined` when it is none.
 *
 * There is no XML parser where the line lives. Of a document nothing counts but elements of two names and their texts;
 * what an entity would stand for is not looked up.
 */
export function readDialogInfo(text: string, before: Dialogs = new Map()): Dialogs | undefined {
  if (text.length > longest) return undefined;
  const xml = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, "");
  const attributes = root.exec(xml)?.[1];
  if (attributes === undefined || /<!DOCTYPE|<!ENTITY/i.test(xml)) return undefined;
  return withNews(attribute(attributes, "state") === "partial" ? before : new Map(), xml);
}

function withNews(before: Dialogs, xml: string): Dialogs {
  const dialogs = new Map(before);
  for (const { id, state } of dialogsIn(xml)) {
    if (state === "terminated") dialogs.delete(id);
    else dialogs.set(id, state);
  }
  return dialogs;
}

/** How the lamp beside a colleague's key is lit. */
export function lampOf(dialogs: Dialogs): Lamp {
  const states = [...dialogs.values()];
  if (states.includes("confirmed")) return "busy";
  return states.length > 0 ? "ringing" : "free";
}

function* dialogsIn(xml: string): Generator<{ readonly id: string; readonly state: string }> {
  const element =
    /<(?:[\w.-]+:)?dialog(?=[\s>])((?:[^>"'/]|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/(?:[\w.-]+:)?dialog\s*>/g;
  for (const [, attributes = "", content = ""] of xml.matchAll(element)) {
    const state = /<(?:[\w.-]+:)?state\b[^>]*>\s*([a-z]+)\s*</i.exec(content)?.[1];
    const id = attribute(attributes, "id");
    if (id !== undefined && state !== undefined) yield { id, state: state.toLowerCase() };
  }
}

function attribute(text: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(text);
  return found?.[1] ?? found?.[2];
}
