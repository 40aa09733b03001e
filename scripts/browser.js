import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Path of a Chromium, Chrome or Edge: `CHROME_BIN`, else the system's own, else (Debian or Ubuntu, as root)
 * installed now. Throws an error that says what to install.
 */
export function findBrowser() {
  const asked = process.env.CHROME_BIN;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROME_BIN names ${asked}, which does not exist.`);
  }
  return installed() ?? installWithApt() ?? explain();
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...elsewhere].find((path) => existsSync(path));
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  console.log("No browser found: installing Debian's chromium (about 110 MB) ...");
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  const options = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
  execFileSync("apt-get", options, { stdio: ["ignore", "ignore", "inherit"] });
  return installed();
}

function isDebian() {
  if (!existsSync("/etc/os-release")) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
}

function explain() {
  throw new Error(
    "The tests need a real browser. Install Chromium, Google Chrome or Microsoft Edge " +
      "(Debian, Ubuntu: sudo apt-get install chromium), or set CHROME_BIN to its path.",
  );
}
