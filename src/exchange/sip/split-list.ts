/** Cuts a field's value at its commas, those inside quotes and angle brackets excepted. */
export function splitList(value: string): string[] {
  const parts = value.match(/(?:"(?:[^"\\]|\\.)*"?|<[^>]*>?|[^",<])+/gs) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
