import { shortId } from "../../console/record-url.ts";
import { SalesforceError } from "../../console/salesforce-error.ts";
import type { Args } from "../../wire/args.ts";
import type { Players } from "../player.ts";
import type { Scene } from "../scene.ts";

/** Plays saving and Apex. */
export function recordPlayers(scene: Scene): Players {
  return {
    async saveLog(args) {
      // The script encodes the whole text once more than anything else.
      const fields = readPairs(decodeLeniently(args.text("saveParams")));
      const record = await save(scene, args.text("objectName"), fields);
      return { result: true, id: shortId(record.Id) };
    },
    runApex: async (args) => ({ result: await runApex(scene, args) }),
  };
}

async function save(scene: Scene, object: string, fields: Readonly<Record<string, string>>) {
  try {
    const record = await scene.store.save(object, fields);
    scene.recordSaved(record, fields.Id === undefined);
    return record;
  } catch (cause) {
    throw new SalesforceError("failed", wordsOf(cause), { cause });
  }
}

async function runApex({ options }: Scene, args: Args): Promise<string> {
  const name = `${args.text("apexClass")}.${args.text("methodName")}`;
  const functions = new Map(Object.entries(options.apexFunctions ?? {}));
  const method = functions.get(name);
  if (method === undefined) throw new SalesforceError("notFound", `No such method: ${name}`);
  try {
    return await method(readPairs(args.given("methodParams") ?? ""));
  } catch (cause) {
    throw new SalesforceError("failed", wordsOf(cause), { cause });
  }
}

/** Reads `name=value&name=value`; whoever did not encode a value loses what follows its `&`. */
function readPairs(text: string): Record<string, string> {
  const pairs = text.split("&").filter((pair) => pair !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return [decodeLeniently(name), decodeLeniently(value)];
    }),
  );
}

/** A bare `%` in a note must not lose the note. */
function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
