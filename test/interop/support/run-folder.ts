import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const kept = join(import.meta.dirname, "../../../test-output/interop");

/** The files of one run of the peers: configurations, recordings and logs. Gone at the end, unless kept. */
export class RunFolder {
  readonly path = mkdtempSync(join(tmpdir(), "switchhook-interop-"));

  /** Makes a folder within. */
  folder(name: string): string {
    const path = join(this.path, name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  /** Writes a file from a template beside this module, in which `{{name}}` stands for a value. */
  fill(template: string, { as, values }: { as: string; values: Values }): string {
    const text = readFileSync(join(import.meta.dirname, template), "utf8");
    const filled = text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${template}: nothing stands for ${name}`);
      return String(value);
    });
    const path = join(this.path, as);
    writeFileSync(path, filled);
    return path;
  }

  /** Copies everything to `test-output/interop`, for whoever looks why a test failed. */
  keep(): string {
    const to = join(kept, basename(this.path));
    cpSync(this.path, to, { recursive: true, filter: (path) => !path.endsWith("_ctl") });
    return to;
  }

  close(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

type Values = Readonly<Record<string, string | number>>;
