import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What Salesforce would put in place of a page's expressions, by what stands between `{!` and `}`. */
export type Expressions = Readonly<Record<string, string>>;

/** The markup of a Visualforce page in callcenter/. */
export function readVisualforce(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, "../../../callcenter", name), "utf8");
}

/** Renders a Visualforce page as far as our samples go: the page's tag, and expressions. */
export function renderVisualforce(markup: string, expressions: Expressions): string {
  return markup
    .replace(/<apex:page [^>]*>/, "<!doctype html><html><head></head><body>")
    .replace("</apex:page>", "</body></html>")
    .replaceAll(/\{!([^}]*)\}/g, (_all, expression: string) => {
      const value = expressions[expression];
      if (value === undefined) throw new Error(`Nothing is known of ${expression}`);
      return value;
    });
}
