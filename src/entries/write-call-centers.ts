// Writes the definition files in callcenter/ anew: node --import tsx src/entries/write-call-centers.ts
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeDefinition } from "../callcenter/definition.ts";
import { definitions } from "../callcenter/definitions.ts";

const folder = join(import.meta.dirname, "../../callcenter");
for (const [file, definition] of Object.entries(definitions)) {
  await writeFile(join(folder, file), writeDefinition(definition));
}
