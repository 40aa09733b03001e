// Runs every check in turn, counts what passed, and ends with a line "N passed, N failed".
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

/** They bear each other, two at a time: the longest first, the build before what might touch it. */
const quickSteps = [
  ["lint", "eslint ."],
  ["production build", "npm run --silent build"],
  ["tests in Node", "npm run --silent test:node", countMocha],
  ["documentation of the toolkits", "typedoc --emit none"],
  ["unused code and packages", "knip"],
  ["formatting", "prettier --check --log-level warn ."],
  ["types", "tsc --noEmit"],
  ["import rules", "depcruise src --output-type err-long"],
];

/** One after the other: they need the machine for themselves. */
const steps = [
  ["byte budgets", "size-limit"],
  ["tests in the browser", "npm run --silent test:unit", countKarma],
  ["end-to-end tests", "npm run --silent test:e2e", countMocha],
  ["calls over page loads", "npm run --silent test:survival", countMocha],
  ["real telephones", "npm run --silent test:interop", countMocha, lackOfTelephones],
];

const wanted = process.argv.slice(2);
const isWanted = ([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word));
const totals = { passed: 0, failed: 0 };
/** What the steps that failed said of it, repeated at the end: their own place is far up by then. */
const complaints = [];
const queue = quickSteps.filter(isWanted);
await Promise.all([1, 2].map(workQueue));
for (const step of steps.filter(isWanted)) await play(step, process.stdout);
for (const said of complaints) console.log(said);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** What each step says comes in one piece. */
async function workQueue() {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const said = [];
    await play(step, { write: (text) => said.push(text) });
    process.stdout.write(said.join(""));
  }
}

async function play([name, command, count, lacking], out) {
  const began = Date.now();
  out.write(`\n=== ${name}: ${command}\n`);
  const lack = await lacking?.();
  if (lack) {
    out.write(`=== ${name}: NOT RUN. ${lack}\n`);
    return;
  }
  const { code, output } = await run(command, out);
  const tally = count?.(output) ?? { passed: 0, failed: 0 };
  // A step without tests counts as one; so does one that failed before its tests could say so.
  if (!count || (code !== 0 && tally.failed === 0)) tally[code === 0 ? "passed" : "failed"] += 1;
  if (count && code === 0 && tally.passed === 0) tally.failed += 1; // it ran no test
  totals.passed += tally.passed;
  totals.failed += tally.failed;
  if (tally.failed > 0) complaints.push(`\n=== failed: ${name}\n${complaintIn(output)}`);
  const seconds = Math.round((Date.now() - began) / 1000);
  out.write(`=== ${name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s\n`);
}

function run(command, out) {
  return new Promise((resolve) => {
    const bin = join(import.meta.dirname, "../node_modules/.bin");
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
    const child = spawn(command, { shell: true, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const from of [child.stdout, child.stderr]) {
      from.on("data", (chunk) => {
        output += chunk;
        out.write(String(chunk));
      });
    }
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Mocha tells of its failures after their number, karma amid the rest, other tools at their end. */
function complaintIn(output) {
  const lines = output.split("\n").filter((line) => !/Executed \d+ of/.test(line));
  const wanted = new Set();
  lines.forEach((line, at) => {
    if (!/^\s*\d+ failing|FAILED$/.test(plain(line))) return;
    for (let i = at; i < at + 40; i += 1) wanted.add(i);
  });
  const told = lines.filter((_, at) => wanted.has(at));
  return (told.length > 0 ? told : lines.slice(-60)).join("\n");
}

/** Without the terminal's colours. */
function plain(line) {
  // eslint-disable-next-line no-control-regex -- a colour begins with the control character itself
  return line.replace(/\u001b\[[\d;]*m/g, "").trimEnd();
}

/** Why the real telephones cannot be had on this machine; `undefined` where they can. */
async function lackOfTelephones() {
  const said = [];
  const command = "node --import tsx test/interop/install.ts";
  const { code } = await run(command, { write: (text) => said.push(text) });
  return code === 0 ? undefined : said.join("").trim();
}

function countMocha(output) {
  const sum = (word) =>
    [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}`, "gm"))].reduce((n, m) => n + +m[1], 0);
  return { passed: sum("passing"), failed: sum("failing") };
}

function countKarma(output) {
  const last = [...output.matchAll(/Executed (\d+) of \d+(?:\D*\((\d+) FAILED\))?/g)].at(-1);
  if (!last) return { passed: 0, failed: 0 };
  const failed = +(last[2] ?? 0);
  return { passed: +last[1] - failed, failed };
}
