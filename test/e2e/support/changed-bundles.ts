import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const built = join(import.meta.dirname, "../../../dist/web");

/** A copy of the built bundles in which a test changes what it needs changed, before or while they are served. */
export class ChangedBundles implements AsyncDisposable {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<ChangedBundles> {
    const folder = await mkdtemp(join(tmpdir(), "switchhook-bundles-"));
    await cp(built, folder, { recursive: true });
    return new ChangedBundles(folder);
  }

  /** @throws Error when there is nothing to change, as after a change of the source. */
  async replace(file: string, what: string | RegExp, by: string): Promise<void> {
    const path = join(this.folder, file);
    const before = await readFile(path, "utf8");
    const after = before.replace(what, by);
    if (after === before) throw new Error(`${file} has no ${String(what)}`);
    await writeFile(path, after);
  }

  /** Runs `script` before anything else in a bundle. */
  async begin(file: string, script: string): Promise<void> {
    await this.replace(file, /^/, `${script};`);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}
