import {
  busyNumber,
  decliningNumber,
  loneNumber,
  noAnswerNumber,
  NumberDealer,
  sharedNumber,
} from "./phone-number.ts";
import { Random } from "./random.ts";
import { makeId, prefixes, type KnownObject } from "./record-id.ts";
import {
  callNotes,
  callSubjects,
  cities,
  companies,
  deals,
  firstNames,
  industries,
  lastNames,
  streets,
  titles,
  troubles,
} from "./vocabulary.ts";

/** A record as it is kept: its own fields only, `Id` among them. */
export interface KeptRecord {
  readonly object: KnownObject;
  readonly fields: Readonly<Record<string, string>>;
}

type Fields = Record<string, string>;

/** The user who is signed in. */
export const agentId = makeId(prefixes.User, 1);

/** Contacts whose numbers tests and demonstrations rely on, in this order. */
const chosenNumbers: readonly (string | undefined)[] = [
  loneNumber,
  sharedNumber,
  sharedNumber,
  busyNumber,
  noAnswerNumber,
  decliningNumber,
];

/** Makes the whole org: the same seed gives the same records, Ids and numbers. */
export function populate(seed: number): readonly KeptRecord[] {
  return new Population(seed).make();
}

class Population {
  readonly #random: Random;
  readonly #numbers: NumberDealer;
  readonly #records: KeptRecord[] = [];
  readonly #counts: Partial<Record<KeptRecord["object"], number>> = {};

  constructor(seed: number) {
    this.#random = new Random(seed);
    this.#numbers = new NumberDealer(this.#random);
  }

  make(): readonly KeptRecord[] {
    this.#users();
    companies.forEach((name) => this.#account(name));
    for (let made = 0; made < 10; made++) this.#personAccount();
    for (let made = 0; made < 110; made++) this.#contact(chosenNumbers[made]);
    for (let made = 0; made < 60; made++) this.#lead();
    for (let made = 0; made < 70; made++) this.#case(made);
    for (let made = 0; made < 40; made++) this.#opportunity();
    for (let made = 0; made < 50; made++) this.#task(made);
    return this.#records;
  }

  #add(object: KeptRecord["object"], fields: Fields): string {
    const count = (this.#counts[object] ?? 0) + 1;
    this.#counts[object] = count;
    const Id = makeId(prefixes[object], count);
    this.#records.push({ object, fields: { Id, ...fields } });
    return Id;
  }

  #of(object: KeptRecord["object"]): KeptRecord {
    return this.#random.pick(this.#records.filter((record) => record.object === object));
  }

  #business(): KeptRecord {
    const accounts = this.#records.filter(
      ({ object, fields }) => object === "Account" && fields.IsPersonAccount === undefined,
    );
    return this.#random.pick(accounts);
  }

  #owner(): string {
    return this.#random.chance(0.4) ? agentId : (this.#of("User").fields.Id ?? agentId);
  }

  #users(): void {
    ["Ada Agent", "Ben Agent", "Carmen Ortiz", "Duc Pham", "Eve Adams", "Farid Zaman"].forEach(
      (name, at) => {
        const [FirstName = "", LastName = ""] = name.split(" ");
        this.#add("User", {
          FirstName,
          LastName,
          Title: at < 2 ? "Service Agent" : "Sales Representative",
          Email: `${FirstName.toLowerCase()}@example.com`,
          Phone: this.#numbers.deal(),
          Extension: String(600 + at),
        });
      },
    );
  }

  #account(Name: string): void {
    const [BillingCity] = this.#random.pick(cities);
    this.#add("Account", {
      Name,
      Phone: this.#numbers.deal(),
      Type: this.#random.pick(["Prospect", "Customer", "Partner"]),
      Industry: this.#random.pick(industries),
      BillingCity,
      OwnerId: this.#owner(),
    });
  }

  /** Salesforce keeps a person account as an account and, unseen, a contact. */
  #personAccount(): void {
    const person = this.#person();
    const Name = `${person.FirstName} ${person.LastName}`;
    const shared = { Phone: this.#numbers.deal(), OwnerId: this.#owner(), IsPersonAccount: "true" };
    const AccountId = makeId(prefixes.Account, (this.#counts.Account ?? 0) + 1);
    const PersonContactId = this.#add("Contact", { ...person, ...shared, AccountId });
    this.#add("Account", { ...shared, ...person, Name, PersonContactId, Type: "Customer" });
  }

  #person() {
    return {
      FirstName: this.#random.pick(firstNames),
      LastName: this.#random.pick(lastNames),
    };
  }

  #contact(phone: string = this.#numbers.deal()): void {
    const person = this.#person();
    const [MailingCity, MailingState] = this.#random.pick(cities);
    this.#add("Contact", {
      ...person,
      Phone: phone,
      ...(this.#random.chance(0.4) ? { MobilePhone: this.#numbers.deal() } : {}),
      AccountId: this.#business().fields.Id ?? "",
      Title: this.#random.pick(titles),
      Email: mailOf(person.FirstName, person.LastName),
      DoNotCall: String(this.#random.chance(0.05)),
      MailingStreet: this.#random.pick(streets),
      MailingCity,
      MailingState,
      OwnerId: this.#owner(),
    });
  }

  #lead(): void {
    const person = this.#person();
    this.#add("Lead", {
      ...person,
      Phone: this.#numbers.deal(),
      ...(this.#random.chance(0.2) ? { MobilePhone: this.#numbers.deal() } : {}),
      Company: this.#random.pick(companies),
      Title: this.#random.pick(titles),
      Status: this.#random.pick(["Open - Not Contacted", "Working - Contacted", "Closed"]),
      DoNotCall: String(this.#random.chance(0.1)),
      Email: mailOf(person.FirstName, person.LastName),
      OwnerId: this.#owner(),
    });
  }

  #case(made: number): void {
    const { fields } = this.#of("Contact");
    this.#add("Case", {
      CaseNumber: String(1001 + made).padStart(8, "0"),
      Subject: this.#random.pick(troubles),
      ContactId: fields.Id ?? "",
      AccountId: fields.AccountId ?? "",
      Status: this.#random.pick(["New", "Working", "Escalated", "Closed"]),
      Priority: this.#random.pick(["High", "Medium", "Low"]),
      Origin: this.#random.pick(["Phone", "Email", "Web"]),
      OwnerId: this.#owner(),
    });
  }

  #opportunity(): void {
    const { fields } = this.#of("Contact");
    this.#add("Opportunity", {
      Name: this.#random.pick(deals),
      AccountId: fields.AccountId ?? "",
      ContactId: fields.Id ?? "",
      StageName: this.#random.pick(["Prospecting", "Proposal", "Negotiation", "Closed Won"]),
      Amount: String(1000 * (1 + this.#random.below(250))),
      CloseDate: day(this.#random.below(28), 11),
      OwnerId: this.#owner(),
    });
  }

  #task(made: number): void {
    const who = this.#of(made % 4 === 0 ? "Lead" : "Contact").fields;
    this.#add("Task", {
      Subject: this.#random.pick(callSubjects),
      WhoId: who.Id ?? "",
      ...(made % 4 === 0 ? {} : { WhatId: who.AccountId ?? "" }),
      Status: "Completed",
      Priority: "Normal",
      ActivityDate: day(this.#random.below(28), this.#random.below(10)),
      CallType: this.#random.pick(["Inbound", "Outbound"]),
      CallDurationInSeconds: String(5 + this.#random.below(900)),
      CallDisposition: this.#random.pick(["Connected", "Left a message", "Busy"]),
      Description: this.#random.pick(callNotes),
      OwnerId: this.#owner(),
    });
  }
}

function mailOf(first: string, last: string): string {
  const plain = `${first}.${last}`.normalize("NFD").replace(/[^A-Za-z.]/g, "");
  return `${plain.toLowerCase()}@example.com`;
}

function day(ofMonth: number, month: number): string {
  return new Date(Date.UTC(2026, month, ofMonth + 1)).toISOString().slice(0, 10);
}
