import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { assert } from "chai";

const root = join(import.meta.dirname, "../..");

/** `npm start`, with all that it has said. */
function start(env: Readonly<Record<string, string>>) {
  const npm = spawn("npm", ["start"], { cwd: root, env: { ...process.env, ...env } });
  let said = "";
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      npm.emit("said");
    });
  }
  return { npm, said: () => said };
}

async function exitOf(npm: ChildProcess): Promise<number | null> {
  if (npm.exitCode === null && npm.signalCode === null) await once(npm, "close");
  return npm.exitCode;
}

describe("entries/start", () => {
  it("says that the port is taken before it builds, and ends", async () => {
    const other = createServer();
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo; // of a TCP server
    const { npm, said } = start({ PORT: String(port) });
    const code = await exitOf(npm);
    other.close();
    assert.equal(code, 1);
    assert.include(said(), `Port ${port} is taken`);
    assert.notInclude(said(), "Building");
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`ends with npm on ${signal}, and leaves the port free`, async function () {
      this.timeout(60_000);
      const { npm, said } = start({ PORT: "0" });
      while (!said().includes("Building")) await once(npm, "said");
      npm.kill(signal);
      assert.equal(await exitOf(npm), 0);
      assert.include(said(), "Ending");
    });
  }
});
