import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { assert } from "chai";
import webpack from "webpack";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);
const tsc = (folder: string, ...args: readonly string[]) =>
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...args], { cwd: folder });

/** What an integrator writes. It compiles only if the types are found and say what they should. */
const consumer = `
import { connect, Cti, Interaction, ToolkitError, type SearchResults } from "switchhook/opencti";
import { ConsoleEvent, ConsoleLink, Events, PrimaryTabs } from "switchhook/console";

const allowedOrigins = ["https://acme.my.salesforce.com"];
export async function start(): Promise<SearchResults | string> {
  try {
    const connection = await connect({ toolkits: ["interaction", "console"], allowedOrigins });
    const interaction = new Interaction(connection.interaction, connection);
    new Cti(connection.interaction.cti).onClickToDial(({ number }) => number.trim());
    const link = new ConsoleLink(() => undefined, { vendor: () => connection.console });
    new Events(link).addEventListener(ConsoleEvent.CLOSE_TAB, ({ id }) => id.trim());
    const id: string = await new PrimaryTabs(link).openPrimaryTab("/003");
    return await interaction.searchAndScreenPop(id);
  } catch (error) {
    return error instanceof ToolkitError && error.code === "refused" ? error.reason : "";
  }
}
// @ts-expect-error A page is popped by its address, not by a number.
export const wrong = (interaction: Interaction) => interaction.screenPop(5);
`;

describe("toolkits, as a library", function () {
  this.timeout(120_000);
  let folder: string;
  let library: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "switchhook-library-"));
    const installed = join(folder, "node_modules/switchhook");
    library = join(installed, "dist/lib");
    await mkdir(installed, { recursive: true });
    await cp(join(root, "package.json"), join(installed, "package.json"));
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    await writeFile(join(folder, "consumer.ts"), consumer);
    await tsc(root, "-p", join(root, "tsconfig.lib.json"), "--outDir", library);
  });
  after(() => rm(folder, { recursive: true }));

  const filesIn = async (ending: string) => {
    const names = await readdir(library, { recursive: true });
    return names.filter((name) => name.endsWith(ending));
  };

  it("is made of modules that import each other by relative addresses ending in .js, and nothing else", async () => {
    const names = await filesIn(".js");
    assert.isAbove(names.length, 50);
    for (const name of names) {
      const source = await readFile(join(library, name), "utf8");
      const imported = source.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)";/gms);
      for (const [, address] of imported) assert.match(address ?? "", /^\.\.?\/.*\.js$/, name);
    }
  });

  it("has a declaration beside each module", async () => {
    const declared = (await filesIn(".d.ts")).map((name) => name.replace(/\.d\.ts$/, ".js"));
    assert.includeMembers(declared, await filesIn(".js"));
  });

  it("touches nothing of a browser while it loads", async () => {
    for (const kit of ["opencti", "console"]) {
      const url = pathToFileURL(join(library, `toolkits/${kit}/index.js`)).href;
      const { stdout } = await run(process.execPath, [
        ...["--input-type=module", "--eval"],
        `console.log(Object.keys(await import(${JSON.stringify(url)})).includes("ToolkitError"))`,
      ]);
      assert.equal(stdout.trim(), "true");
    }
  });

  for (const [resolution, module] of [
    ["bundler", "esnext"],
    ["nodenext", "nodenext"],
  ] as const) {
    it(`is found with its types by a project that resolves modules as ${resolution} does`, async () => {
      const { stdout } = await tsc(
        folder,
        ...["--noEmit", "--strict", "--target", "es2022", "--lib", "es2023,dom"],
        ...["--module", module, "--moduleResolution", resolution],
        "consumer.ts",
      );
      assert.equal(stdout, "");
    });
  }

  /** Bytes of a page's script that uses what the source names, minified and compressed. */
  async function bytesOf(source: string): Promise<number> {
    const entry = join(folder, "entry.js");
    await writeFile(entry, source);
    await bundle(entry, folder);
    return brotliCompressSync(await readFile(join(folder, "bundle.js"))).length;
  }

  it("costs at most 12,000 bytes with both toolkits, and one chapter much less", async () => {
    const both = await bytesOf(
      `import * as opencti from "switchhook/opencti";
       import * as console from "switchhook/console";
       globalThis.kits = [opencti, console];`,
    );
    assert.isAtMost(both, 12_000);
    assert.isAbove(both, 6_000); // all is in it
    for (const chapter of ["PrimaryTabs", "Presence", "Session"]) {
      const one = await bytesOf(
        `import { ConsoleLink, ${chapter} } from "switchhook/console";
         globalThis.kits = [ConsoleLink, ${chapter}];`,
      );
      assert.isAtMost(one, 2_600, chapter);
    }
    const nothing = await bytesOf(`import "switchhook/opencti"; import "switchhook/console";`);
    assert.isAtMost(nothing, 100);
  });
});

function bundle(entry: string, folder: string): Promise<void> {
  return new Promise((done, reject) => {
    webpack(
      {
        mode: "production",
        context: folder,
        entry,
        experiments: { outputModule: true },
        output: { path: folder, filename: "bundle.js", library: { type: "module" } },
        performance: { hints: false },
      },
      (error, stats) => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString({ preset: "errors-only" })));
        else done();
      },
    );
  });
}
