import type { Field, Layout, RelatedList } from "./layout.ts";
import type { ObjectName } from "./store.ts";

const text = (api: string, label: string): Field => ({ api, label, kind: "text" });
const needed = (field: Field): Field => ({ ...field, required: true });
const phone = (api: string, label: string): Field => ({ api, label, kind: "phone" });
const number = (api: string, label: string): Field => ({ api, label, kind: "number" });
const longText = (api: string, label: string): Field => ({ api, label, kind: "longText" });
const derivedPhone = (api: string, label: string): Field => ({
  ...phone(api, label),
  derived: true,
});
const reference = (api: string, label: string, to: readonly ObjectName[]): Field => ({
  api,
  label,
  kind: "reference",
  to,
});
const picklist = (api: string, label: string, options: readonly string[]): Field => ({
  api,
  label,
  kind: "picklist",
  options,
});

const owner = reference("OwnerId", "Owner", ["User"]);
const email: Field = { api: "Email", label: "Email", kind: "email" };
const description = longText("Description", "Description");
const address = [
  text("MailingStreet", "Mailing Street"),
  text("MailingCity", "Mailing City"),
  text("MailingState", "Mailing State"),
];
const activities = (field: string): RelatedList => ({
  label: "Activity History",
  object: "Task",
  field,
  columns: [
    "Subject",
    "Who.Name",
    "What.Name",
    "CallType",
    "CallDurationInSeconds",
    "CallDisposition",
    "ActivityDate",
  ],
});
const cases = (field: string): RelatedList => ({
  label: "Cases",
  object: "Case",
  field,
  columns: ["CaseNumber", "Contact.Name", "Contact.Phone", "Subject", "Priority", "Status"],
});
const opportunities = (field: string): RelatedList => ({
  label: "Opportunities",
  object: "Opportunity",
  field,
  columns: ["Name", "StageName", "Amount", "CloseDate"],
});

const account: Layout = {
  object: "Account",
  label: "Account",
  plural: "Accounts",
  fields: [
    needed(text("Name", "Account Name")),
    phone("Phone", "Phone"),
    picklist("Type", "Type", ["Prospect", "Customer", "Partner"]),
    phone("PersonMobilePhone", "Mobile"),
    text("Industry", "Industry"),
    text("BillingCity", "Billing City"),
    owner,
    description,
  ],
  relatedLists: [
    {
      label: "Contacts",
      object: "Contact",
      field: "AccountId",
      columns: ["Name", "Title", "Email", "Phone"],
    },
    opportunities("AccountId"),
    cases("AccountId"),
    activities("WhatId"),
  ],
};

const contact: Layout = {
  object: "Contact",
  label: "Contact",
  plural: "Contacts",
  fields: [
    text("FirstName", "First Name"),
    phone("Phone", "Phone"),
    needed(text("LastName", "Last Name")),
    phone("MobilePhone", "Mobile"),
    reference("AccountId", "Account Name", ["Account"]),
    email,
    text("Title", "Title"),
    picklist("DoNotCall", "Do Not Call", ["false", "true"]),
    ...address,
    owner,
    description,
  ],
  relatedLists: [cases("ContactId"), opportunities("ContactId"), activities("WhoId")],
};

const lead: Layout = {
  object: "Lead",
  label: "Lead",
  plural: "Leads",
  fields: [
    text("FirstName", "First Name"),
    phone("Phone", "Phone"),
    needed(text("LastName", "Last Name")),
    phone("MobilePhone", "Mobile"),
    needed(text("Company", "Company")),
    email,
    text("Title", "Title"),
    picklist("Status", "Lead Status", ["Open - Not Contacted", "Working - Contacted", "Closed"]),
    picklist("DoNotCall", "Do Not Call", ["false", "true"]),
    owner,
    description,
  ],
  relatedLists: [activities("WhoId")],
};

const caseLayout: Layout = {
  object: "Case",
  label: "Case",
  plural: "Cases",
  fields: [
    text("CaseNumber", "Case Number"),
    picklist("Status", "Status", ["New", "Working", "Escalated", "Closed"]),
    reference("ContactId", "Contact Name", ["Contact"]),
    picklist("Priority", "Priority", ["High", "Medium", "Low"]),
    reference("AccountId", "Account Name", ["Account"]),
    derivedPhone("Contact.Phone", "Contact Phone"),
    picklist("Origin", "Case Origin", ["Phone", "Email", "Web"]),
    owner,
    text("Subject", "Subject"),
    description,
  ],
  relatedLists: [activities("WhatId")],
};

const opportunity: Layout = {
  object: "Opportunity",
  label: "Opportunity",
  plural: "Opportunities",
  fields: [
    needed(text("Name", "Opportunity Name")),
    { api: "Amount", label: "Amount", kind: "money" },
    reference("AccountId", "Account Name", ["Account"]),
    needed({ api: "CloseDate", label: "Close Date", kind: "date" }),
    reference("ContactId", "Primary Contact", ["Contact"]),
    needed(
      picklist("StageName", "Stage", ["Prospecting", "Proposal", "Negotiation", "Closed Won"]),
    ),
    derivedPhone("Account.Phone", "Account Phone"),
    owner,
    description,
  ],
  relatedLists: [activities("WhatId")],
};

const user: Layout = {
  object: "User",
  label: "User",
  plural: "Users",
  fields: [
    text("FirstName", "First Name"),
    phone("Phone", "Phone"),
    needed(text("LastName", "Last Name")),
    phone("Extension", "Extension"),
    email,
    text("Title", "Title"),
  ],
  relatedLists: [],
};

const task: Layout = {
  object: "Task",
  label: "Task",
  plural: "Tasks",
  fields: [
    text("Subject", "Subject"),
    picklist("Status", "Status", ["Not Started", "In Progress", "Completed"]),
    reference("WhoId", "Name", ["Contact", "Lead"]),
    picklist("Priority", "Priority", ["High", "Normal", "Low"]),
    reference("WhatId", "Related To", ["Account", "Opportunity", "Case"]),
    { api: "ActivityDate", label: "Due Date", kind: "date" },
    picklist("CallType", "Call Type", ["Inbound", "Internal", "Outbound"]),
    number("CallDurationInSeconds", "Call Duration"),
    text("CallDisposition", "Call Result"),
    text("CallObject", "Call Object Identifier"),
    text("Type", "Type"),
    text("TaskSubtype", "Task Subtype"),
    derivedPhone("Who.Phone", "Phone"),
    reference("OwnerId", "Assigned To", ["User"]),
    longText("Description", "Comments"),
  ],
  relatedLists: [],
};

/** Every object's layout, in the order of the tab bar. */
export const layouts: readonly Layout[] = [
  account,
  contact,
  lead,
  caseLayout,
  opportunity,
  user,
  task,
];

/** The layout of one object, if the org has it. */
export function layoutOf(object: ObjectName): Layout | undefined {
  return layouts.find((layout) => layout.object === object);
}

/** How a field of an object is called and shown; a column such as `Account.Name` is found too. */
export function fieldOf(object: ObjectName, api: string): Field {
  const own = layoutOf(object)?.fields.find((field) => field.api === api);
  return own ?? columns[api] ?? { api, label: api, kind: "text" };
}

/** Columns that are no field of their own: a compound name, or a name through a reference. */
const columns: Readonly<Record<string, Field>> = {
  Name: { api: "Name", label: "Name", kind: "text", derived: true },
  "Account.Name": { api: "AccountId", label: "Account Name", kind: "reference" },
  "Contact.Name": { api: "ContactId", label: "Contact Name", kind: "reference" },
  "Owner.Name": { api: "OwnerId", label: "Owner", kind: "reference" },
  "Who.Name": { api: "WhoId", label: "Name", kind: "reference" },
  "What.Name": { api: "WhatId", label: "Related To", kind: "reference" },
};
