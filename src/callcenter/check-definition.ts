import { checkReserved } from "./check-reserved.ts";
import type { Finding, ReadDefinition, ReadElement, ReadSection } from "./finding.ts";
import { readDefinition } from "./read-definition.ts";

const reservedWords = ["label", "sortOrder", "internalNameLabel", "displayNameLabel"];

/** What an import of this definition file would stumble over, and what would surprise later. Empty: nothing. */
export function checkDefinition(xml: string): readonly Finding[] {
  const read = readDefinition(xml);
  if ("problem" in read) return [error("", `This is not well-formed XML: ${read.problem}`)];
  if (read.root !== "callCenter") return [error("", wrongRoot(read.root))];
  return [...checkShape(read), ...checkReserved(read.sections)];
}

function checkShape({ sections, strangers }: ReadDefinition): Finding[] {
  const findings = strangers.map((tag) => error("", `The element <${tag}> has no place here.`));
  if (sections.length === 0) findings.push(error("", "There is no section."));
  findings.push(...checkSiblings(sections, ""));
  for (const section of sections) findings.push(...checkSection(section));
  return findings;
}

function checkSection(section: ReadSection): Finding[] {
  const where = `/${section.name ?? ""}`;
  const empty = section.items.length === 0 ? [error(where, "The section has no item.")] : [];
  return [...empty, ...checkSiblings(section.items, where)];
}

function checkSiblings(siblings: readonly ReadElement[], parent: string): Finding[] {
  const names = siblings.map(({ name }) => name ?? "");
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...siblings.flatMap((element) => checkElement(element, `${parent}/${element.name ?? ""}`)),
    ...twice.map((name) => error(`${parent}/${name}`, "The name is used twice.")),
    ...checkOrder(siblings, parent),
  ];
}

function checkElement({ name = "", label = "" }: ReadElement, where: string): Finding[] {
  const findings: Finding[] = [];
  if (!/^[A-Za-z0-9]{1,40}$/.test(name)) {
    findings.push(error(where, "A name is 1 to 40 letters and digits."));
  }
  if (reservedWords.includes(name)) findings.push(error(where, "Salesforce keeps this name."));
  if (label.length > 1000) findings.push(error(where, "A label has at most 1,000 characters."));
  return findings;
}

function checkOrder(siblings: readonly ReadElement[], where: string): Finding[] {
  const orders = siblings.map(({ sortOrder = "" }) => sortOrder);
  if (!orders.every((order) => /^\d+$/.test(order))) {
    return [error(where, "Every sortOrder is a whole number from 0.")];
  }
  const sorted = orders.map(Number).sort((a, b) => a - b);
  return sorted.every((order, index) => order === index)
    ? []
    : [error(where, "The sortOrder counts 0, 1, 2 … without a gap and none twice.")];
}

function wrongRoot(root: string): string {
  return root === "CallCenter"
    ? "This is the Metadata API's form; the import in Setup takes <callCenter>."
    : "The outermost element is not <callCenter>.";
}

function error(where: string, message: string): Finding {
  return { level: "error", where, message };
}
