import { isSameRecord, shortId, type PageInfo } from "../../toolkits/opencti/index.ts";

/**
 * Whether a page is the one that Salesforce would open: the same record, or the same path with all that the path
 * asks for. What Salesforce adds to an address of its own does not matter.
 */
export function isSamePage({ url, record }: PageInfo, wanted: string): boolean {
  const { pathname, searchParams } = new URL(wanted, anyOrg);
  const id = shortId(pathname.slice(1));
  if (id !== undefined) return record !== undefined && isSameRecord(record.objectId, id);
  const shown = new URL(url, anyOrg);
  return (
    shown.pathname === pathname &&
    [...searchParams].every(([name, value]) => shown.searchParams.get(name) === value)
  );
}

/** Stands for the org: what would be opened has a path only. */
const anyOrg = "https://org.invalid";
