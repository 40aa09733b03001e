const parameter = /;\s*([^=;\s]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|<[^>]*>|[^;]*))?/g;

/** Reads `;name=value;flag` into a map; names in lower case, quotes taken off. */
export function parseParameters(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(parameter)].map(([, name = "", value = ""]) => {
    return [name.toLowerCase(), value.trim().replace(/^"|"$/g, "")] as const;
  });
  return new Map(found);
}
