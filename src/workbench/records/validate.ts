import type { Field, Layout } from "./layout.ts";
import { fieldOf, layoutOf } from "./layouts.ts";
import { RecordError } from "./record-error.ts";
import { looksLikeId, objectOfId } from "./record-id.ts";
import type { ObjectName } from "./store.ts";

type Fields = Readonly<Record<string, string>>;

/** Fields an org has without showing them on a page. */
const unseen = new Set([
  "Id",
  "Name",
  "PersonContactId",
  "IsPersonAccount",
  "CreatedDate",
  "RecordTypeId",
]);

/** Refuses what Salesforce would refuse; `fields` is the record as it would be after the save. */
export function validate(object: ObjectName, fields: Fields): Layout {
  const layout = layoutOf(object);
  if (!layout) {
    throw new RecordError("INVALID_TYPE", `sObject type '${object}' is not supported.`);
  }
  requireFields(layout, fields);
  for (const [api, value] of Object.entries(fields)) validateField(layout, api, value);
  if (object === "Task") validateRelations(fields);
  return layout;
}

function requireFields(layout: Layout, fields: Fields): void {
  const missing = layout.fields
    .filter((field) => field.required && !fields[field.api])
    .map((field) => field.api);
  // A person account is named by its person.
  if (fields.IsPersonAccount === "true" && fields.LastName) return;
  if (missing.length > 0) {
    throw new RecordError(
      "REQUIRED_FIELD_MISSING",
      `Required fields are missing: [${missing.join(", ")}]`,
    );
  }
}

function validateField(layout: Layout, api: string, value: string): void {
  if (api.endsWith("__c") || unseen.has(api)) return;
  const known = layout.fields.some((field) => field.api === api && !field.derived);
  const ofPerson = layout.object === "Account" && (api === "FirstName" || api === "LastName");
  if (!known && !ofPerson) {
    throw new RecordError(
      "INVALID_FIELD",
      `No such column '${api}' on sobject of type ${layout.object}`,
    );
  }
  if (value !== "") validateValue(fieldOf(layout.object, api), value);
}

function validateValue(field: Field, value: string): void {
  if (field.api === "CallType" && field.options?.includes(value) === false) {
    throw new RecordError(
      "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
      `${field.label}: bad value for restricted picklist field: ${value}`,
    );
  }
  if (field.kind === "reference") validateReference(field, value);
  if (field.kind === "number" && !/^\d{1,9}$/.test(value)) {
    throw new RecordError(
      "NUMBER_OUTSIDE_VALID_RANGE",
      `${field.label}: value not of required type: ${value}`,
    );
  }
  if (field.kind === "date") validateDate(field, value);
  validateLength(field, value);
}

function validateReference({ label, to }: Field, value: string): void {
  const object = objectOfId(value);
  if (!looksLikeId(value) || object === undefined || to?.includes(object) === false) {
    throw new RecordError("MALFORMED_ID", `${label} ID: id value of incorrect type: ${value}`);
  }
}

function validateDate({ label }: Field, value: string): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) {
    throw new RecordError("INVALID_FIELD", `${label}: value not of required type: ${value}`);
  }
}

function validateLength({ kind, label }: Field, value: string): void {
  const most = { longText: 32_000, phone: 40 }[kind as string] ?? 255;
  if (value.length > most) {
    throw new RecordError(
      "STRING_TOO_LONG",
      `${label}: data value too large: ${value.slice(0, 40)}… (max length=${most})`,
    );
  }
}

function validateRelations({ WhoId, WhatId }: Fields): void {
  if (WhoId?.startsWith("00Q") && WhatId) {
    throw new RecordError(
      "FIELD_INTEGRITY_EXCEPTION",
      "Related To ID: a task whose name is a lead cannot be related to another record",
    );
  }
}
