// Writes src/explorer/manual.json anew, from the comments and types of the two toolkits: node scripts/manual.js
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format } from "prettier";
import ts from "typescript";

const root = join(import.meta.dirname, "..");

/** Where the manual is kept. */
export const manualFile = join(root, "src/explorer/manual.json");

/** Below which name of the vendor's a class has its methods; the others are right below the toolkit itself. */
const below = {
  opencti: { Cti: "cti.", EntityFeed: "entityFeed." },
  console: {
    Cti: "cti.",
    Presence: "presence.",
    Chats: "chat.",
    ChatAgent: "chat.",
    ChatConversation: "chat.",
    ChatDetail: "chat.",
    ChatFiles: "chat.",
  },
};

/** Our classes, in the order in which a reader wants them. */
const chapters = {
  opencti: ["Interaction", "Cti", "EntityFeed"],
  console: [
    ...["Detection", "PrimaryTabs", "Subtabs", "Tabs", "TabLinks", "TabAppearance"],
    ...["NavigationTab", "Sidebar", "ComponentWindow", "ComponentButton", "BrowserTitle"],
    ...["Events", "PushNotifications", "Cti", "Presence", "Chats", "ChatConversation"],
    ...["ChatDetail", "ChatFiles", "ChatAgent", "Macros", "Session", "Toolkit"],
  ],
};

/** The manual as text: what src/explorer/manual.json has to hold. */
export async function writeManual() {
  const kits = {};
  for (const kit of ["opencti", "console"]) kits[kit] = await readKit(kit);
  return format(JSON.stringify(kits), { parser: "json", printWidth: 100 });
}

async function readKit(kit) {
  const files = await Promise.all(
    [...(await sourcesIn(`src/toolkits/${kit}`)), "src/base/emitter.ts"].map(parse),
  );
  const nodes = files.flatMap((file) => [...file.statements].map((node) => ({ file, node })));
  const known = new Map(
    nodes.filter(isType).map(({ file, node }) => [node.name.text, { file, node }]),
  );
  const methods = chapters[kit].flatMap((chapter) => {
    const { file, node } = nodes.find((it) => isChapter(it.node, chapter));
    return node.members.filter(isMethod).map((member) => methodOf(member, file, kit));
  });
  const types = Object.fromEntries(
    [
      ...typesIn(
        methods.map(({ signature }) => signature),
        known,
      ),
    ].sort(byName),
  );
  return { methods, types };
}

async function sourcesIn(folder) {
  const names = await readdir(join(root, folder));
  return names.filter((name) => name.endsWith(".ts")).map((name) => `${folder}/${name}`);
}

async function parse(path) {
  const text = await readFile(join(root, path), "utf8");
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

function isType({ node }) {
  return ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}

function isChapter(node, chapter) {
  return ts.isClassDeclaration(node) && node.name.text === chapter;
}

function isMethod(member) {
  return ts.isMethodDeclaration(member) && ts.isIdentifier(member.name);
}

function methodOf(member, file, kit) {
  const chapter = member.parent.name.text;
  const name = member.name.text;
  const doc = docOf(member);
  return {
    path: pathOf(kit, chapter, name),
    chapter,
    summary: sentenceOf(doc),
    about: doc.slice(sentenceOf(doc).length).trim(),
    since: /(?:Since API|API version) (\d+\.\d)/.exec(doc)?.[1] ?? null,
    signature: signatureOf(member, file),
    example: exampleOf(member),
  };
}

function pathOf(kit, chapter, name) {
  if (chapter === "Toolkit" && name !== "include") return `helper.${name}`;
  return (below[kit][chapter] ?? "") + name;
}

/** The words before the first tag, on one line, links and code as plain text. */
function docOf(member) {
  const comment = ts.getTextOfJSDocComment(member.jsDoc?.at(-1)?.comment) ?? "";
  return comment
    .replaceAll(/\{@link ([^}|]*)\}/g, "$1")
    .replaceAll("`", "")
    .replaceAll(/\s+/g, " ");
}

/** The code of the first example. */
function exampleOf(member) {
  const tag = member.jsDoc?.at(-1)?.tags?.find(({ tagName }) => tagName.text === "example");
  const text = ts.getTextOfJSDocComment(tag?.comment) ?? "";
  return text.replaceAll(/^```\w*\n?|\n?```$/gm, "").trim();
}

function sentenceOf(doc) {
  return /^.*?\.(?=\s|$)/.exec(doc)?.[0] ?? doc;
}

/** What a caller writes: no body, no `async`, options by name instead of the parts they are taken into. */
function signatureOf(member, file) {
  const typed = member.typeParameters?.map((it) => it.getText(file)).join(", ");
  const parameters = member.parameters.map((it) => parameterOf(it, file)).join(", ");
  const generic = typed === undefined ? "" : `<${typed}>`;
  return oneLine(`${member.name.text}${generic}(${parameters}): ${member.type.getText(file)}`);
}

function parameterOf(parameter, file) {
  const plain = ts.isIdentifier(parameter.name);
  const optional = parameter.initializer !== undefined || parameter.questionToken !== undefined;
  const type = parameter.type?.getText(file) ?? typeFrom(parameter, file);
  const name = plain ? parameter.name.text : nameOf(type);
  return `${name}${optional ? "?" : ""}: ${type}`;
}

/** What is taken apart has no name of its own: `subtabOfId: SubtabOfId`, else `options`. */
function nameOf(type) {
  return /^[A-Z]\w+(?<!Options)$/.test(type) ? type[0].toLowerCase() + type.slice(1) : "options";
}

/** `{ force = true } = {}` says its type by its defaults. */
function typeFrom({ name, initializer }, file) {
  if (!ts.isObjectBindingPattern(name))
    return ts.isStringLiteral(initializer) ? "string" : "unknown";
  const parts = name.elements.map((it) => `${it.name.getText(file)}?: ${kindOf(it.initializer)}`);
  return `{ ${parts.join("; ")} }`;
}

function kindOf(node) {
  const flags = [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword];
  return flags.includes(node?.kind) ? "boolean" : "string";
}

function oneLine(text) {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/([(<]) /g, "$1")
    .replaceAll(/,? ([)>])/g, "$1");
}

/** Every type that these texts name, and that those types name in turn. */
function typesIn(texts, known, found = new Map()) {
  for (const name of texts.flatMap((text) => text.match(/\b[A-Z]\w+/g) ?? [])) {
    const type = known.get(name);
    if (type === undefined || found.has(name)) continue;
    const { file, node } = type;
    const text = node.getText(file).replace(/^export /, "");
    found.set(name, text);
    typesIn([text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")], known, found);
  }
  return found;
}

function byName([one], [other]) {
  return one < other ? -1 : 1;
}

if (import.meta.filename === process.argv[1]) await writeFile(manualFile, await writeManual());
