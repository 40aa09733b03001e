/** Where the two vendor scripts come from. */
export interface ToolkitFolders {
  /** Our stand-ins: `stand-in-interaction.js`, `stand-in-integration.js`. */
  readonly standIns: string;
  /** A folder with an org's own `interaction.js` and `integration.js`; takes the stand-ins' place. */
  readonly own?: string;
}

const addresses = [
  { pattern: /^\/support\/api\/\d+\.0\/interaction\.js$/, script: "interaction.js" },
  { pattern: /^\/support\/console\/\d+\.0\/integration\.js$/, script: "integration.js" },
];

/** The file behind an address such as `/support/api/66.0/interaction.js`, or `undefined`. */
export function toolkitFile(url: string, { standIns, own }: ToolkitFolders) {
  const [path = ""] = url.split("?");
  const script = addresses.find(({ pattern }) => pattern.test(path))?.script;
  if (!script) return undefined;
  return own ? { folder: own, name: script } : { folder: standIns, name: `stand-in-${script}` };
}
