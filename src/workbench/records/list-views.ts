import { makeId } from "./record-id.ts";
import type { ListView, ObjectName, WorkbenchRecord } from "./store.ts";

/** A list view and the rule that says which rows are in it. */
export interface RuledListView extends ListView {
  has(record: WorkbenchRecord, viewer: string): boolean;
}

type Rule = RuledListView["has"];

const everyone: Rule = () => true;
const mine: Rule = ({ fields }, viewer) => fields.OwnerId === viewer;
const open: Rule = ({ fields }) => fields.Status !== "Closed" && fields.StageName !== "Closed Won";
const mineAndOpen: Rule = (record, viewer) => mine(record, viewer) && open(record, viewer);

const columns: Readonly<Record<string, readonly string[]>> = {
  Account: ["Name", "BillingCity", "Industry", "Phone", "Type", "Owner.Name"],
  Contact: ["Name", "Account.Name", "Title", "Phone", "MobilePhone", "Email", "Owner.Name"],
  Lead: ["Name", "Company", "Phone", "MobilePhone", "Status", "Owner.Name"],
  Case: [
    "CaseNumber",
    "Contact.Name",
    "Contact.Phone",
    "Subject",
    "Status",
    "Priority",
    "Owner.Name",
  ],
  Opportunity: ["Name", "Account.Name", "Account.Phone", "StageName", "Amount", "CloseDate"],
  User: ["Name", "Title", "Phone", "Extension", "Email"],
  Task: ["Subject", "Who.Name", "What.Name", "CallType", "CallDurationInSeconds", "ActivityDate"],
};

const list: readonly (readonly [object: ObjectName, label: string, has: Rule])[] = [
  ["Account", "All Accounts", everyone],
  ["Account", "My Accounts", mine],
  ["Account", "Person Accounts", ({ fields }) => fields.IsPersonAccount === "true"],
  ["Contact", "All Contacts", everyone],
  ["Contact", "My Contacts", mine],
  ["Lead", "All Leads", everyone],
  ["Lead", "My Unread Leads", mineAndOpen],
  ["Case", "All Open Cases", open],
  ["Case", "My Open Cases", mineAndOpen],
  ["Case", "All Cases", everyone],
  ["Opportunity", "All Opportunities", everyone],
  ["Opportunity", "My Opportunities", mine],
  ["User", "All Users", everyone],
  ["Task", "All Tasks", everyone],
  [
    "Task",
    "My Calls",
    (record, viewer) => mine(record, viewer) && record.fields.CallType !== undefined,
  ],
];

/** Rows a person looked at lately; the org keeps their order. */
export const recentlyViewed = "Recently Viewed";

const recents = Object.keys(columns).map((object): (typeof list)[number] => [
  object,
  recentlyViewed,
  everyone,
]);

export const listViews: readonly RuledListView[] = [...list, ...recents].map(
  ([object, label, has], at) => ({
    id: makeId("00B", at + 1),
    object,
    label,
    columns: columns[object] ?? ["Name"],
    has,
  }),
);
