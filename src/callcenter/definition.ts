import { settingsSchema } from "./schema.ts";
import type { NamedNumber, Setting } from "./setting-kinds.ts";

/** What differs between two call centres; the settings' items come from the schema. */
export interface Definition {
  /** Unique in the org: a letter, then letters and digits, 40 at most. */
  readonly internalName: string;
  readonly displayName: string;
  readonly adapterUrl: string;
  readonly height: number;
  readonly width: number;
  /** Texts by `/section/item`; what is left out can be filled in in Setup. */
  readonly values: Readonly<Record<string, string>>;
}

/** What a setting's default may be. */
type Value = string | boolean | number | readonly unknown[] | readonly NamedNumber[];

interface Line {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** The definition file an administrator imports under Setup, Call Centers. */
export function writeDefinition(definition: Definition): string {
  const own = Object.entries(settingsSchema).map(([name, { label, items }]) => ({
    name,
    label,
    lines: Object.entries<Setting<Value>>(items).map(([item, setting]) => ({
      name: item,
      label: setting.label,
      value:
        definition.values[`/${name}/${item}`] ?? setting.written ?? defaultText(setting.default),
    })),
  }));
  const sections = [
    { name: "reqGeneralInfo", label: "General Information", lines: general(definition) },
    ...own,
  ];
  const body = sections.map((section, order) => sectionXml(section, order)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<callCenter>\n${body}</callCenter>\n`;
}

function general(definition: Definition): readonly Line[] {
  return [
    { name: "reqInternalName", label: "Internal Name", value: definition.internalName },
    { name: "reqDisplayName", label: "Display Name", value: definition.displayName },
    { name: "reqAdapterUrl", label: "CTI Adapter URL", value: definition.adapterUrl },
    { name: "reqUseApi", label: "Use CTI API", value: "true" },
    { name: "reqSoftphoneHeight", label: "Softphone Height", value: String(definition.height) },
    { name: "reqSoftphoneWidth", label: "Softphone Width", value: String(definition.width) },
    { name: "reqSalesforceCompatibilityMode", label: "Compatibility Mode", value: "Classic" },
  ];
}

function defaultText(value: Value): string {
  // Every list is empty unless the administrator fills it.
  return typeof value === "object" ? value.map(String).join(" ") : String(value);
}

function sectionXml(section: { name: string; label: string; lines: readonly Line[] }, n: number) {
  const items = section.lines.map(
    ({ name, label, value }, order) =>
      `    <item sortOrder="${order}" name="${name}" label="${escape(label)}">${escape(value)}</item>\n`,
  );
  const open = `  <section sortOrder="${n}" name="${section.name}" label="${escape(section.label)}">\n`;
  return `${open}${items.join("")}  </section>\n`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
