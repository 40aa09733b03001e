import { RecordError, type RecordErrorCode } from "./record-error.ts";
import type { ListView, RecordStore, WorkbenchRecord } from "./store.ts";
import { withDeadline } from "../../base/deadline.ts";

const patience = 10_000;

/** Reaches the org that the server keeps, through `crmRoutes` mounted at `baseUrl` (usually `/crm`). */
export function httpStore(baseUrl: string, fetch = globalThis.fetch.bind(globalThis)): RecordStore {
  const ask = async (path: string, options: RequestInit = {}): Promise<unknown> => {
    const answer = fetch(baseUrl + path, options);
    const response = await withDeadline(answer, patience, `the org's answer to ${path}`);
    const json: unknown = await response.json();
    if (!response.ok) throw refusal(json);
    return json;
  };
  return {
    get: async (id) => decodeRecord(await ask(`/records/${encodeURIComponent(id)}`)),
    // As below: both ends ship together.
    listViews: async () => (await ask("/listviews")) as readonly ListView[],
    rows: async (id) => decodeList(await ask(`/listviews/${encodeURIComponent(id)}/rows`)),
    related: async (object, field, id) =>
      decodeList(await ask(`/related?${query({ object, field, id })}`)),
    search: async (text, objects) =>
      decodeList(
        await ask(`/search?${query({ text, ...(objects && { objects: objects.join(",") }) })}`),
      ),
    async save(object, fields) {
      const saved = decodeRecord(
        await ask(`/records/${encodeURIComponent(object)}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(fields),
        }),
      );
      if (!saved) throw new RecordError("NOT_FOUND", "The org did not say what it saved");
      return saved;
    },
  };
}

function query(parameters: Record<string, string>): string {
  return new URLSearchParams(parameters).toString();
}

/** The server ships with this page, so what it calls a record is trusted to be whole. */
function decodeRecord(json: unknown): WorkbenchRecord | undefined {
  return json === null ? undefined : (json as WorkbenchRecord);
}

function decodeList(json: unknown): readonly WorkbenchRecord[] {
  if (!Array.isArray(json))
    throw new RecordError("NOT_FOUND", "The org did not answer with a list");
  // As above: both ends ship together.
  return json as readonly WorkbenchRecord[];
}

function refusal(json: unknown): RecordError {
  // As above: both ends ship together.
  const { code, message } = (json ?? {}) as { code?: RecordErrorCode; message?: string };
  return new RecordError(code ?? "NOT_FOUND", message ?? "The org refused without a reason");
}
