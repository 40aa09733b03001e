import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

// A file that is asked for by an address of its content need never be asked for again. The browser then keeps it
// compiled, too: it throws that away each time when it has to ask whether the file is still the same.

const namedByContent = /\.[0-9a-f]{6}\.(?:js|css)$/;

/** A page with each script and style sheet of `bundles` addressed by what it contains: `/view.js?v=0a1b2c3d`. */
export async function stampBundles(html: string, bundles: string): Promise<string> {
  const paths = [...html.matchAll(/(?<=(?:src|href)=")\/[\w.-]+\.(?:js|css)(?=")/g)].map(String);
  const stamps = await Promise.all(paths.map((path) => stampOf(join(bundles, path))));
  return paths.reduce((text, path, at) => {
    const stamp = stamps[at];
    return stamp === undefined ? text : text.replace(`"${path}"`, `"${path}?v=${stamp}"`);
  }, html);
}

/** Whether an address, with the stamp it carries, will never mean anything but what it means now. */
export async function isForGood(address: Address): Promise<boolean> {
  const { bundles, name, stamp } = address;
  if (!/^[\w.-]+$/.test(name)) return false;
  const now = await stampOf(join(bundles, name));
  return now !== undefined && (namedByContent.test(name) || stamp === now);
}

interface Address {
  readonly bundles: string;
  readonly name: string;
  readonly stamp: string | null;
}

/** What a file contains, in eight characters; `undefined` where there is no such file. */
async function stampOf(file: string): Promise<string | undefined> {
  const content = await readFile(file).catch(() => undefined);
  return content && createHash("sha256").update(content).digest("hex").slice(0, 8);
}
