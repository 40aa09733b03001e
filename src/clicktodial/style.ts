import { linkClass } from "./number-cell.ts";

const css = `
.${linkClass} { min-height: 24px; padding: 0 2px; border: 0; background: none; color: #005fb2; font: inherit; cursor: pointer }
.${linkClass}:hover, .${linkClass}:focus-visible { text-decoration: underline }
.${linkClass}[aria-disabled] { color: #5f6f88; cursor: default; text-decoration: none }
.${linkClass}[aria-current] { border-radius: 3px; background: #04752f; color: #fff }
`;

const styled = new WeakSet<Document>();

/** Makes the links look like links. A sheet that is made by script is no inline style: a strict policy lets it be. */
export function addStyle(document: Document): void {
  if (styled.has(document)) return;
  styled.add(document);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
