import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import webpack from "webpack";
import { laterRelease } from "../../../webpack.config.js";

const root = join(import.meta.dirname, "../../..");
const built = join(root, "dist/web");

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

  /** As while files are being copied. */
  async remove(file: string): Promise<void> {
    await rm(join(this.folder, file));
  }

  /** Builds the next release, which takes longer than a test. */
  static async prepareRelease(): Promise<void> {
    await (later ??= buildLater());
  }

  /**
   * Copies the next release over this one, as an administrator does: it is built from the same source, and speaks
   * another protocol between view and line. `old: "gone"` deletes what it has not itself.
   */
  async release({ old }: { readonly old: "kept" | "gone" }): Promise<void> {
    const next = await (later ??= buildLater());
    if (old === "gone") {
      const files = await readdir(next);
      const ours = (await readdir(this.folder)).filter((name) => /^(view|\d+)\.\w+\./.test(name));
      const gone = ours.filter((name) => !files.includes(name));
      await Promise.all(gone.map((name) => rm(join(this.folder, name))));
    }
    await cp(next, this.folder, { recursive: true });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}

let later: Promise<string> | undefined;

/** Builds the next release, once for all tests; returns the folder it is in. */
async function buildLater(): Promise<string> {
  // Of the same name each time, so that most of it was built before.
  const protocol = join(root, "test-output/later-release/protocol.ts");
  await mkdir(dirname(protocol), { recursive: true });
  const source = await readFile(join(root, "src/line/protocol.ts"), "utf8");
  await writeFile(
    protocol,
    source.replace(/(?<=protocolVersion = )\d+/, (own) => `${Number(own) + 1}`),
  );
  const folder = await mkdtemp(join(tmpdir(), "switchhook-release-"));
  process.once("exit", () => rmSync(folder, { recursive: true }));
  const compiler = webpack(laterRelease({ folder, protocol }));
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (stats?.hasErrors() ?? true) throw new Error(stats?.toString("errors-only"));
  return folder;
}
