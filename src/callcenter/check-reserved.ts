import { settingsSchema } from "./schema.ts";
import type { Finding, ReadItem, ReadSection } from "./finding.ts";

const general = "/reqGeneralInfo";
const modes = ["Classic", "Lightning", "Classic_and_Lightning"];
const known = [
  ..."reqInternalName reqDisplayName reqAdapterUrl reqUseApi reqSoftphoneHeight reqSoftphoneWidth".split(
    " ",
  ),
  ..."reqSalesforceCompatibilityMode reqStandbyUrl reqTimeout reqCanvasApiName".split(" "),
  ..."reqCanvasNamespace reqDescription reqProgId reqVersion".split(" "),
  ...Object.keys(settingsSchema.reqDialingOptions.items),
];

type Values = ReadonlyMap<string, string>;

/** The rules for the items whose names begin with `req`, and for values anywhere. */
export function checkReserved(sections: readonly ReadSection[]): readonly Finding[] {
  const section = sections.find(({ name }) => name === "reqGeneralInfo");
  if (section?.sortOrder !== "0") return [error(general, "This section has to come first.")];
  const values: Values = new Map(section.items.map((item) => [item.name ?? "", item.value]));
  return [
    ...checkNames(section.items),
    ...checkSizes(values),
    ...checkAddresses(values),
    ...checkPairs(values),
    ...checkMode(values),
    ...sections.flatMap((each) => each.items.flatMap((item) => checkItem(item, each.name ?? ""))),
  ];
}

function checkNames(items: readonly ReadItem[]): Finding[] {
  const internal = items.find(({ name }) => name === "reqInternalName");
  const display = items.find(({ name }) => name === "reqDisplayName");
  const shown = display?.value ?? "";
  return [
    ...when(internal?.sortOrder !== "0", "reqInternalName", "It has to be the first item."),
    ...when(
      !/^[A-Za-z][A-Za-z0-9]{0,39}$/.test(internal?.value ?? ""),
      "reqInternalName",
      "A letter, then letters and digits, 40 at most.",
    ),
    ...when(display?.sortOrder !== "1", "reqDisplayName", "It has to be the second item."),
    ...when(shown.length > 1000, "reqDisplayName", "At most 1,000 characters."),
    ...warnWhen(shown.length > 80, "reqDisplayName", "Salesforce stores 80 characters."),
  ];
}

function checkSizes(values: Values): Finding[] {
  return ["reqSoftphoneHeight", "reqSoftphoneWidth"].flatMap((name) => {
    const value = values.get(name);
    if (value === undefined) return [error(`${general}/${name}`, "The item is missing.")];
    return when(!/^([1-9]\d*)?$/.test(value), name, "A whole number of pixels.");
  });
}

function checkAddresses(values: Values): Finding[] {
  const address = values.get("reqAdapterUrl");
  const canvas = values.has("reqCanvasApiName") && values.has("reqCanvasNamespace");
  const api = values.get("reqUseApi");
  return [
    ...when(address === undefined && !canvas, "reqAdapterUrl", "The item is missing."),
    ...when(api === undefined, "reqUseApi", "The item is missing."),
    ...warnWhen(api !== undefined && api !== "true", "reqUseApi", "Open CTI is off."),
    ...["reqAdapterUrl", "reqStandbyUrl"].flatMap((name) =>
      checkAddress(name, values.get(name) ?? ""),
    ),
  ];
}

function checkAddress(name: string, address: string): Finding[] {
  if (address === "") return [];
  if (address.startsWith("/")) {
    return [warning(name, "A relative address may be refused as a frame; use the absolute one.")];
  }
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    return [error(`${general}/${name}`, "Neither an http(s) address nor a path.")];
  }
  const { protocol, hostname, port, username } = new URL(address);
  const local = /(^|\.)localhost$|^127\./.test(hostname);
  return [
    ...warnWhen(protocol === "http:" && !local, name, "Use https: http is read by others."),
    ...warnWhen(username !== "", name, "An address is no place for a user name or password."),
    ...warnWhen(port !== "", name, `Allow ${hostname}:${port} in the console, with its port.`),
  ];
}

function checkPairs(values: Values): Finding[] {
  const timeout = values.get("reqTimeout");
  return [
    ...checkPair(values, "reqStandbyUrl", "reqTimeout"),
    ...checkPair(values, "reqCanvasApiName", "reqCanvasNamespace"),
    ...when(
      timeout !== undefined && !/^[1-9]\d*$/.test(timeout),
      "reqTimeout",
      "A whole number of milliseconds.",
    ),
  ];
}

function checkPair(values: Values, one: string, other: string): Finding[] {
  return when(values.has(one) !== values.has(other), one, `Only together with ${other}.`);
}

function checkMode(values: Values): Finding[] {
  const mode = values.get("reqSalesforceCompatibilityMode");
  if (mode === undefined) return [];
  const name = "reqSalesforceCompatibilityMode";
  return [
    ...when(!modes.includes(mode), name, `One of ${modes.join(", ")}.`),
    ...warnWhen(mode === "Lightning", name, "Classic shows no softphone with this."),
  ];
}

function checkItem({ name = "", value }: ReadItem, section: string): Finding[] {
  const where = `/${section}/${name}`;
  const placeholder = /domain:port|<[^>]*>/i.test(value);
  const found = [
    [name.startsWith("req") && !known.includes(name), "Salesforce knows no such item."],
    [value !== value.trim(), "The value begins or ends with a blank."],
    [
      /password|passwd|secret|token|apikey/i.test(name),
      "No secret belongs here: every agent can read it.",
    ],
    [placeholder, "The value looks like a placeholder."],
  ] as const;
  return found.flatMap(([yes, message]) => (yes ? [{ level: "warning", where, message }] : []));
}

function when(wrong: boolean, name: string, message: string): Finding[] {
  return wrong ? [error(`${general}/${name}`, message)] : [];
}

function warnWhen(odd: boolean, name: string, message: string): Finding[] {
  return odd ? [warning(name, message)] : [];
}

function error(where: string, message: string): Finding {
  return { level: "error", where, message };
}

function warning(name: string, message: string): Finding {
  return { level: "warning", where: `${general}/${name}`, message };
}
