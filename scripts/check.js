// Runs every check in turn, counts what passed, and ends with a line "N passed, N failed".
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

const steps = [
  ["formatting", "prettier --check --log-level warn ."],
  ["lint", "eslint ."],
  ["types", "tsc --noEmit"],
  ["import rules", "depcruise src --output-type err-long"],
  ["unused code and packages", "knip"],
  ["documentation of the toolkits", "typedoc --emit none"],
  ["production build", "npm run --silent build"],
  ["byte budgets", "size-limit"],
  ["tests in the browser", "npm run --silent test:unit", countKarma],
  ["tests in Node", "npm run --silent test:node", countMocha],
  ["end-to-end tests", "npm run --silent test:e2e", countMocha],
  ["calls over page loads", "npm run --silent test:survival", countMocha],
  ["real telephones", "npm run --silent test:interop", countMocha],
];

const wanted = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
for (const [name, command, count] of steps) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  const began = Date.now();
  console.log(`\n=== ${name}: ${command}`);
  const { code, output } = await run(command);
  const tally = count?.(output) ?? { passed: 0, failed: 0 };
  // A step without tests counts as one; so does one that failed before its tests could say so.
  if (!count || (code !== 0 && tally.failed === 0)) tally[code === 0 ? "passed" : "failed"] += 1;
  if (count && code === 0 && tally.passed === 0) tally.failed += 1; // it ran no test
  totals.passed += tally.passed;
  totals.failed += tally.failed;
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`=== ${name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`);
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

function run(command) {
  return new Promise((resolve) => {
    const bin = join(import.meta.dirname, "../node_modules/.bin");
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
    const child = spawn(command, { shell: true, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on("data", (chunk) => {
        output += chunk;
        to.write(chunk);
      });
    }
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
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
