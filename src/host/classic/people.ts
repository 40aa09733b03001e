import type { Cti, FoundRecord, Interaction } from "../../toolkits/opencti/index.ts";
import type { DirectoryPage, Person } from "../host.ts";
import { foundRecordOf } from "./records.ts";

/** As many as are read while an agent types; the rest follows when it is asked for. */
const pageSize = 200;

/**
 * Looks for people by name in the objects that the softphone layout lists for outgoing calls. Of one match Salesforce
 * tells all fields of the layout, numbers among them; of several only one field, mostly the name.
 */
export async function findPeople(
  interaction: Pick<Interaction, "searchAndGetScreenPopUrl">,
  name: string,
): Promise<readonly Person[]> {
  const options = { callType: "outbound" } as const;
  const { records } = await interaction.searchAndGetScreenPopUrl(name, options);
  return records.map(personOf);
}

/** Reads the directory page by page, in Salesforce's order. */
export async function directoryPage(
  cti: Pick<Cti, "getDirectoryNumbers">,
  page: number,
): Promise<DirectoryPage> {
  const options = { resultSetPage: page, resultSetPageSize: pageSize };
  const { directoryNumbers, hasNext } = await cti.getDirectoryNumbers(options);
  const entries = directoryNumbers.map(({ name, phone, description }) => {
    return { name, number: phone, description };
  });
  return { entries, more: hasNext };
}

function personOf(found: FoundRecord): Person {
  const fields = Object.entries(found.fields).filter(([, value]) => value !== "");
  const numbers = fields.filter(([name]) => /phone|mobile/i.test(name)).map(([, value]) => value);
  const country = fields.find(([name]) => /country/i.test(name))?.[1];
  const record = foundRecordOf(found);
  return { ...record, numbers: [...new Set(numbers)], ...(country !== undefined && { country }) };
}
