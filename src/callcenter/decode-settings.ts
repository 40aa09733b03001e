import { settingsSchema, type Settings } from "./schema.ts";
import type { Setting } from "./setting-kinds.ts";
import { SettingsError } from "./settings-error.ts";

/** Settings that can be worked with, and what an administrator should put right. */
export interface DecodedSettings {
  readonly settings: Settings;
  readonly problems: readonly SettingsError[];
}

/**
 * Reads what the CRM keeps: `/section/item` to text. Never throws: an item that cannot be understood takes
 * its default and is named among the problems. Items that are not in the schema are somebody else's.
 */
export function decodeSettings(kept: Readonly<Record<string, string>>): DecodedSettings {
  const problems: SettingsError[] = [];
  const sections = Object.entries(settingsSchema).map(([section, { items }]) => {
    const values = Object.entries(items as Record<string, Setting<unknown>>).map(([name, item]) => {
      const key = `/${section}/${name}`;
      return [name, valueOf(item, { key, text: (kept[key] ?? "").trim(), problems })];
    });
    return [section, Object.fromEntries(values) as unknown];
  });
  // Built section by section from the schema that the type is made of.
  const settings = Object.fromEntries(sections) as Settings;
  return { settings, problems: [...problems, ...missing(settings)] };
}

function valueOf(
  item: Setting<unknown>,
  { key, text, problems }: { key: string; text: string; problems: SettingsError[] },
): unknown {
  if (text === "") return item.default;
  const value = item.read(text);
  if (value !== undefined) return value;
  problems.push(new SettingsError("malformed", key, `${item.label}: expected ${item.expected}`));
  return item.default;
}

function missing({ sip }: Settings): SettingsError[] {
  const needed = { servers: sip.servers.length === 0, domain: sip.domain === "" };
  return Object.entries(needed).flatMap(([name, empty]) =>
    empty ? [new SettingsError("missing", `/sip/${name}`, "No SIP server is named")] : [],
  );
}
