import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian's packages, by the program that each of them brings. */
const packages: Readonly<Record<string, readonly string[]>> = {
  kamailio: ["kamailio", "kamailio-websocket-modules"],
  rtpengine: ["rtpengine-daemon"],
  baresip: ["baresip-core"],
  sipp: ["sip-tester"],
  turnserver: ["coturn"],
};

/** Where Debian puts daemons, which a user's PATH may leave out. */
const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];

/**
 * Path of a peer's program, which Debian's package is installed for if need be (as root).
 *
 * @throws Error that says what to install, where that cannot be done here.
 */
export function findProgram(program: string): string {
  const path = installed(program) ?? installWithApt(program);
  if (path !== undefined) return path;
  throw new Error(
    `The interop tests need ${program}. On Debian 12: ` +
      `sudo apt-get install --no-install-recommends ${Object.values(packages).flat().join(" ")}`,
  );
}

function installed(program: string): string | undefined {
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

function installWithApt(program: string): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: "noninteractive",
    // Debian starts a daemon as soon as it is installed; ours are started by the tests alone.
    RUNLEVEL: "1",
  };
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
  const options = ["install", "-y", "-qq", "--no-install-recommends", ...(packages[program] ?? [])];
  execFileSync("apt-get", options, { stdio: ["ignore", "ignore", "inherit"], env });
  return installed(program);
}
