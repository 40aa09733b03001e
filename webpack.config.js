import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import webpack from "webpack";

const root = import.meta.dirname;

/**
 * What JsSIP's user agent names and this phone never makes by it: as much as a twentieth of the worker. Subscriptions
 * are made without it, by a part that is loaded late; INFO is answered without it.
 */
const withoutUnused = new webpack.NormalModuleReplacementPlugin(
  /^\.\/(Notifier|Options|Message|Subscriber|RTCSession\/(DTMF|Info|ReferNotifier))$/,
  (found) => {
    if (/[\\/]jssip[\\/]lib$/.test(found.context)) {
      found.request = resolve(root, "src/telephony/sip/left-out.ts");
    }
  },
);

/**
 * Emits the view under the number of its protocol, too. When a new release is copied over it on a server, a tab with
 * a call goes on with this file until the call is over; see src/entries/other-release.ts.
 */
const underItsNumber = (protocol) => ({
  apply(compiler) {
    const [, version] = /protocolVersion = (\d+)/.exec(readFileSync(protocol, "utf8")) ?? [];
    if (version === undefined) throw new Error(`${protocol} names no protocolVersion`);
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.compilation.tap("UnderItsNumber", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "UnderItsNumber", stage }, (assets) => {
        for (const kind of ["js", "css"]) {
          compilation.emitAsset(`view.${version}.${kind}`, assets[`view.${kind}`]);
        }
      });
    });
  },
});

const base = {
  context: root,
  // Each of the test commands builds what it tests: most of it was built before.
  cache: { type: "filesystem", buildDependencies: { config: [import.meta.filename] } },
  resolve: {
    extensions: [".ts", ".tsx", ".js"],
    // JsSIP's log: see there.
    // JsSIP brings Node's emitter as it was; this one does the same in half the bytes.
    alias: { debug$: resolve(root, "src/telephony/sip/no-debug.ts"), events$: "eventemitter3" },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: "esbuild-loader",
        options: { target: "es2022", jsx: "automatic", jsxImportSource: "preact" },
      },
      { test: /\.css$/, type: "css/auto" },
      // A test judges colours by the style sheet's text.
      { test: /\.css$/, resourceQuery: /text/, type: "asset/source" },
    ],
  },
  experiments: { css: true },
  performance: { hints: false },
  plugins: [withoutUnused],
};

/** The bundles of the product, each named after its file in src/entries/. */
const bundles = {
  view: "./src/entries/view.tsx", // the softphone in an iframe, a window, or alone
  // The line. A worker has no document to put scripts in.
  worker: { import: "./src/entries/worker.ts", chunkLoading: "import-scripts" },
  notify: "./src/entries/notify.ts", // the service worker behind desktop notifications
  explorer: "./src/entries/explorer.tsx", // every method of the toolkits, to try out
  clicktodial: "./src/entries/clicktodial.ts", // the plug-in for Visualforce lists, as a static resource
  ...jQueries(), // for the sample pages only: a Visualforce page brings its own
  workbench: "./src/entries/workbench.tsx", // plays Salesforce Classic
  "stand-in-interaction": "./src/entries/stand-in-interaction.ts",
  "stand-in-integration": "./src/entries/stand-in-integration.ts",
};

/** Each version of jQuery that the plug-in is tested with, as a page's `<script>` makes it. */
function jQueries() {
  const library = (version) => ({
    type: "window",
    name: "jQuery",
    ...(version === 4 && { export: "default" }),
  });
  return Object.fromEntries(
    [1, 3, 4].map((version) => [
      `samples/jquery-${version}`,
      { import: `jquery-${version}`, library: library(version) },
    ]),
  );
}

const named = {
  publicPath: "/", // as in static/index.html
  filename: "[name].js",
  chunkFilename: "[name].[contenthash:6].js",
  cssFilename: "[name].css",
};

export default (_env, { mode = "production" } = {}) => [
  {
    ...base,
    name: "web",
    target: ["web", "es2022"],
    mode,
    entry: bundles,
    devtool: mode === "production" ? "source-map" : "inline-source-map",
    plugins: [...base.plugins, underItsNumber(resolve(root, "src/line/protocol.ts"))],
    output: { ...named, path: resolve(root, "dist/web"), clean: { keep: /^toolkits\// } },
  },
  toolkits(mode),
];

/** Each toolkit in one file, which a page imports without any tool: `<script type="module">`. */
function toolkits(mode) {
  return {
    ...base,
    name: "toolkits",
    mode,
    entry: {
      opencti: "./src/toolkits/opencti/index.ts",
      console: "./src/toolkits/console/index.ts",
    },
    devtool: mode === "production" ? "source-map" : false,
    experiments: { ...base.experiments, outputModule: true },
    output: {
      path: resolve(root, "dist/web/toolkits"),
      filename: "[name].js",
      library: { type: "module" },
      clean: true,
    },
  };
}

/** View and line as a later release has them, which differs in its `protocol`: for tests of two side by side. */
export function laterRelease({ folder, protocol }) {
  const { view, worker } = bundles;
  const replaced = new webpack.NormalModuleReplacementPlugin(/[\\/]protocol\.ts$/, protocol);
  return {
    ...base,
    cache: { ...base.cache, name: "later-release" },
    target: ["web", "es2022"],
    mode: "production",
    entry: { view, worker },
    output: { ...named, path: folder },
    plugins: [...base.plugins, replaced, underItsNumber(protocol)],
  };
}

/** One bundle with every browser test, for karma. */
export function testBundle({ folder, only, coverage }) {
  const rules = coverage
    ? [
        {
          test: /\.tsx?$/,
          include: resolve(root, "src"),
          enforce: "post",
          loader: resolve(root, "scripts/coverage-loader.js"),
        },
      ]
    : [];
  return {
    ...base,
    // One file is all that karma serves: what is loaded late is in it, too.
    module: {
      rules: [...base.module.rules, ...rules],
      parser: { javascript: { dynamicImportMode: "eager" } },
    },
    mode: "development",
    target: "web",
    entry: { tests: "./test/index.ts" },
    devtool: "inline-source-map",
    output: { path: folder, filename: "[name].js" },
    plugins: [withoutUnused, new DefineOnly(only ?? "")],
  };
}

/** Narrows test/index.ts to the folders named by ONLY. */
class DefineOnly {
  constructor(only) {
    this.only = only;
  }
  apply(compiler) {
    const { DefinePlugin } = compiler.webpack;
    new DefinePlugin({ ONLY: JSON.stringify(this.only) }).apply(compiler);
  }
}
