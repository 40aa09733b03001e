import { XMLParser } from "fast-xml-parser";
import type { ReadDefinition, ReadElement } from "./finding.ts";

/** The parser's order-keeping form: the tag's name maps to its children, `:@` to its attributes. */
type Node = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
});

/** Reads a definition file without judging it. Text that is no XML comes back as a message instead. */
export function readDefinition(xml: string): ReadDefinition | { readonly problem: string } {
  const parsed = parse(xml);
  if ("problem" in parsed) return parsed;
  const root = elements(parsed.nodes)[0];
  if (!root) return { problem: "The file holds no element." };
  const children = elements(root.children);
  const sections = children.filter(({ tag }) => tag === "section");
  return {
    root: root.tag,
    sections: sections.map((section) => ({
      ...attributesOf(section.node),
      items: elements(section.children)
        .filter(({ tag }) => tag === "item")
        .map((item) => ({ ...attributesOf(item.node), value: textOf(item.children) })),
    })),
    strangers: [
      ...children.filter(({ tag }) => tag !== "section"),
      ...sections.flatMap((each) => elements(each.children).filter(({ tag }) => tag !== "item")),
    ].map(({ tag }) => tag),
  };
}

function parse(xml: string): { readonly nodes: unknown } | { readonly problem: string } {
  try {
    // Without `true` the parser takes anything; the package that is to replace it would be one more dependency.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return { nodes: parser.parse(xml, true) as unknown };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "unreadable" };
  }
}

function elements(nodes: unknown): { tag: string; children: unknown; node: Node }[] {
  if (!Array.isArray(nodes)) return [];
  return (nodes as Node[]).flatMap((node) => {
    const tag = Object.keys(node).find((key) => key !== ":@" && !/^[#?]/.test(key));
    return tag === undefined ? [] : [{ tag, children: node[tag], node }];
  });
}

function attributesOf(node: Node): ReadElement {
  const { name, sortOrder, label } = (node[":@"] ?? {}) as Record<string, string | undefined>;
  return { name, sortOrder, label };
}

function textOf(children: unknown): string {
  if (!Array.isArray(children)) return "";
  return (children as Node[])
    .map((node) => node["#text"])
    .filter((text) => typeof text === "string")
    .join("");
}
