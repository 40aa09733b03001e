import { nameOf } from "./complete.ts";
import { usualSeed } from "./org.ts";
import {
  busyNumber,
  decliningNumber,
  noAnswerNumber,
  toE164,
  unknownNumber,
} from "./phone-number.ts";
import { populate, type KeptRecord } from "./population.ts";

/** Somebody who can be called and can call: how the robot behind the number behaves. */
export interface PhonebookEntry {
  /** As an exchange wants it: `+14155550101`. */
  readonly number: string;
  readonly name: string;
  readonly behaviour: "echo" | "tone" | "busy" | "noAnswer" | "declines";
}

const behaviours: Readonly<Record<string, PhonebookEntry["behaviour"]>> = {
  [toE164(busyNumber)]: "busy",
  [toE164(noAnswerNumber)]: "noAnswer",
  [toE164(decliningNumber)]: "declines",
};

/** Every customer's number, once each, and one that nobody in the org has. */
export function phonebook(seed = usualSeed): readonly PhonebookEntry[] {
  const names = new Map<string, string>([[toE164(unknownNumber), "Somebody unknown"]]);
  for (const record of contactsFirst(populate(seed))) {
    if (record.object === "User") continue;
    for (const api of ["Phone", "MobilePhone"]) {
      const number = toE164(record.fields[api] ?? "");
      if (number.length > 4 && !names.has(number)) names.set(number, nameOf(record));
    }
  }
  return [...names].map(([number, name], at) => ({
    number,
    name,
    behaviour: behaviours[number] ?? (at % 5 === 4 ? "tone" : "echo"),
  }));
}

/** Those that a person most likely wants to hear from first: the contacts with the chosen numbers lead. */
function contactsFirst(records: readonly KeptRecord[]): readonly KeptRecord[] {
  const rank = ({ object, fields }: KeptRecord) => {
    if (object !== "Contact") return 2;
    return (fields.Phone ?? "").startsWith("(415)") ? 0 : 1;
  };
  return [...records].sort((one, other) => rank(one) - rank(other));
}
