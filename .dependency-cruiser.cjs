/** Who may import whom: the table in the README's map of the folders, checked. */
const may = {
  base: [],
  toolkits: ["base"],
  telephony: ["base"],
  media: ["base", "telephony"],
  line: ["base", "telephony"],
  host: ["base", "toolkits", "callcenter"],
  callcenter: ["base"],
  numbers: ["base"],
  softphone: ["base", "host", "line", "media", "telephony", "callcenter", "numbers"],
  ui: ["base", "softphone"],
  clicktodial: ["base"],
  explorer: ["base", "toolkits"],
  workbench: ["base", "toolkits", "callcenter"],
  exchange: ["base"],
  server: ["base", "exchange", "callcenter"],
};

/** Single files beyond that: both ends of one wire are made of the same words. */
const files = { clicktodial: ["^src/host/page-events\\.ts$"] };

const rooms = Object.entries(may).map(([room, others]) => ({
  name: `${room}-imports-only-what-it-may`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: {
    path: "^src/",
    pathNot: [`^src/(${[room, ...others].join("|")})/`, ...(files[room] ?? [])],
  },
}));

module.exports = {
  forbidden: [
    ...rooms,
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "jssip-stays-in-telephony-sip",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/telephony/sip/" },
      to: { path: "node_modules/jssip" },
    },
    {
      name: "numbering-plans-are-loaded-late",
      comment: "Their data is larger than the view.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/numbers/libphonenumber.ts$" },
      to: { path: "node_modules/libphonenumber-js" },
    },
    {
      name: "softphone-takes-only-the-protocol-from-line",
      severity: "error",
      from: { path: "^src/softphone/" },
      to: { path: "^src/line/", pathNot: "^src/line/protocol" },
    },
    {
      name: "view-rooms-take-only-types-from-telephony",
      comment: "JsSIP must never reach the view's bundle.",
      severity: "error",
      from: { path: "^src/(softphone|media|ui)/" },
      to: { path: "^src/telephony/(sip|fake)/" },
    },
    {
      name: "workbench-never-uses-our-wrappers",
      comment: "It plays the vendor's side; with a wrapper inside it would prove nothing.",
      severity: "error",
      from: { path: "^src/workbench/" },
      to: { path: "^src/toolkits/", pathNot: "^src/toolkits/[^/]+/vendor" },
    },
    {
      name: "nothing-imports-entries",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/entries/" },
      to: { path: "^src/entries/" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: "(\\.d\\.ts$|^src/entries/|sip/(no-debug|left-out)\\.ts$)",
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs"] },
  },
};
