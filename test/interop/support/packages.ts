import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian's packages, by the program that each of them brings. */
const packages: Readonly<Record<string, readonly string[]>> = {
  kamailio: ["kamailio", "kamailio-websocket-modules"],
  rtpengine: ["rtpengine-daemon"],
  baresip: ["baresip-core"],
  sipp: ["sip-tester"],
  turnserver: ["coturn"],
  tcpdump: ["tcpdump"],
  openssl: ["openssl"],
};

/** Where Debian puts daemons, which a user's PATH may leave out. */
const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];

/**
 * Path of a peer's program. Where one is missing, Debian's packages are installed, all at once (as root).
 *
 * @throws Error that says what to install, where that cannot be done here.
 */
export function findProgram(program: string): string {
  if (installed(program) === undefined) install();
  const path = installed(program);
  if (path === undefined) throw new Error(`Debian's packages brought no ${program}`);
  return path;
}

/**
 * Installs what is missing of the peers.
 *
 * @throws Error that says what to install, where that cannot be done here.
 */
export function install(): void {
  if (Object.keys(packages).every((program) => installed(program) !== undefined)) return;
  const wanted = ["install", "-y", "--no-install-recommends", ...Object.values(packages).flat()];
  const advice = `The interop tests need programs of Debian 12: sudo apt-get ${wanted.join(" ")}`;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) throw new Error(advice);
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: "noninteractive",
    // Debian starts a daemon as soon as it is installed; ours are started by the tests alone.
    RUNLEVEL: "1",
  };
  try {
    for (const args of [["update"], wanted])
      execFileSync("apt-get", ["-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env });
  } catch (cause) {
    throw new Error(advice, { cause });
  }
}

function installed(program: string): string | undefined {
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
