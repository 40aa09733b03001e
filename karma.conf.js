// Bundles every test below test/ (but those for Node) with webpack's own API, so that stacks and coverage are right.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import webpack from "webpack";
import { findBrowser } from "./scripts/browser.js";
import { testBundle } from "./webpack.config.js";

const only = process.env.ONLY; // ONLY=toolkits/opencti npm run test:unit
const coverage = !only;

export default async (config) => {
  process.env.CHROME_BIN = findBrowser();
  const folder = mkdtempSync(join(tmpdir(), "switchhook-karma-"));
  await bundle(testBundle({ folder, only, coverage }));
  config.set({
    basePath: "",
    frameworks: ["mocha"],
    files: [join(folder, "tests.js")],
    preprocessors: { [join(folder, "tests.js")]: ["sourcemap"] },
    client: {
      captureConsole: false,
      mocha: { timeout: 10_000, forbidOnly: process.env.CI === "true" },
    },
    reporters: coverage ? ["progress", "coverage"] : ["progress"],
    coverageReporter: {
      dir: "coverage",
      reporters: [{ type: "text-summary" }, { type: "html" }],
      check: coverage ? { global: { lines: 85, branches: 75 } } : {},
    },
    browsers: ["Headless"],
    customLaunchers: {
      Headless: {
        base: "ChromeHeadless",
        flags: [
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--autoplay-policy=no-user-gesture-required",
        ],
      },
    },
    port: 0,
    singleRun: true,
    browserNoActivityTimeout: 120_000,
  });
};

function bundle(options) {
  return new Promise((resolve, reject) => {
    webpack(options, (error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ preset: "errors-only" })));
      else resolve();
    });
  });
}
