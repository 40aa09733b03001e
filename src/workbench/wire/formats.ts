import { entityFeedFormat } from "./entity-feed-format.ts";
import { integrationFormat } from "./integration-format.ts";
import { interactionFormat } from "./interaction-format.ts";
import { WireError } from "./payload.ts";
import type { Api, Format, SalesforceRequest } from "./request.ts";

/** Every format that Salesforce's page understands. */
const formats: Readonly<Record<Api, Format>> = {
  interaction: interactionFormat,
  integration: integrationFormat,
  entityFeed: entityFeedFormat,
};

/** A message from a softphone, or why it is none. */
export function decodeRequest(message: string): SalesforceRequest | WireError {
  try {
    for (const format of Object.values(formats)) {
      const request = format.decodeRequest(message);
      if (request !== undefined) return request;
    }
  } catch (error) {
    if (error instanceof WireError) return error;
    throw error;
  }
  return new WireError("shape", "In no known format");
}

/** What any message says, for the Wire panel; `undefined` when it cannot be told. */
export function describeMessage(message: string): unknown {
  try {
    for (const format of Object.values(formats)) {
      const described = format.describe(message);
      if (described !== undefined) return described;
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
  }
  return undefined;
}
