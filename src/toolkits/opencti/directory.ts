import { expectObject, expectText, isTrue, malformed } from "./decode.ts";

/** An entry of the call center's directory. */
export interface DirectoryNumber {
  /** `""` for entries of every call center. */
  readonly callCenterName: string;
  /** Whom or what one reaches. */
  readonly name: string;
  /** As the administrator wrote it. */
  readonly phone: string;
  /** The administrator's words; `""` when there are none. */
  readonly description: string;
}

/** One page of the directory. */
export interface DirectoryPage {
  /** In Salesforce's order. */
  readonly directoryNumbers: readonly DirectoryNumber[];
  /** Whether another page follows. */
  readonly hasNext: boolean;
}

/** Reads what `getDirectoryNumbers` answers. */
export function decodeDirectory(method: string, value: unknown): DirectoryPage {
  const { directoryNumbers, hasNext } = expectObject(method, value);
  if (!Array.isArray(directoryNumbers)) throw malformed(method, "Salesforce sent no directory");
  return {
    directoryNumbers: directoryNumbers.map((entry) => decodeNumber(method, entry)),
    hasNext: isTrue(hasNext),
  };
}

function decodeNumber(method: string, value: unknown): DirectoryNumber {
  const facts = expectObject(method, value);
  const text = (key: string) => expectText(method, facts[key]);
  return {
    callCenterName: text("callCenterName"),
    name: text("name"),
    phone: text("phone"),
    description: text("description"),
  };
}
