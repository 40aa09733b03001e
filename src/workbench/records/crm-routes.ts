import type { Org } from "./org.ts";
import { RecordError } from "./record-error.ts";

/** A request to `/crm/…`, free of any server's types. */
export interface CrmRequest {
  readonly method: string;
  /** What follows `/crm`: `/records/003…`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** The decoded JSON of a POST. */
  readonly body?: unknown;
}

export interface CrmReply {
  readonly status: number;
  readonly json: unknown;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: (request: CrmRequest, part: string) => Promise<unknown>;
}

/** Answers the requests of `httpStore` from an org; mount it at `/crm`. */
export function crmRoutes(org: Org): (request: CrmRequest) => Promise<CrmReply> {
  const routes = tableOf(org);
  return async (request) => {
    for (const { method, path, answer } of routes) {
      const match = path.exec(request.path);
      if (method !== request.method || !match) continue;
      return reply(() => answer(request, decodeURIComponent(match[1] ?? "")));
    }
    return refusal(404, new RecordError("NOT_FOUND", `No ${request.method} ${request.path} here`));
  };
}

function tableOf(org: Org): readonly Route[] {
  return [
    get(/^\/listviews$/, () => org.listViews()),
    get(/^\/listviews\/([^/]+)\/rows$/, (_request, id) => org.rows(id)),
    get(/^\/records\/([^/]+)$/, async (_request, id) => (await org.get(id)) ?? null),
    get(/^\/related$/, ({ query }) =>
      org.related(query.object ?? "", query.field ?? "", query.id ?? ""),
    ),
    get(/^\/search$/, ({ query }) => org.search(query.text ?? "", query.objects?.split(","))),
    get(/^\/tasks$/, () => org.all("Task")),
    post(/^\/records\/([^/]+)$/, ({ body }, object) => org.save(object, decodeFields(body))),
    post(/^\/reset$/, () => {
      org.reset();
      return Promise.resolve({ reset: true });
    }),
  ];
}

function get(path: RegExp, answer: Route["answer"]): Route {
  return { method: "GET", path, answer };
}

function post(path: RegExp, answer: Route["answer"]): Route {
  return { method: "POST", path, answer };
}

async function reply(answer: () => Promise<unknown>): Promise<CrmReply> {
  try {
    return { status: 200, json: await answer() };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return refusal(error.code === "NOT_FOUND" ? 404 : 400, error);
  }
}

function refusal(status: number, { code, message }: RecordError): CrmReply {
  return { status, json: { code, message } };
}

function decodeFields(body: unknown): Record<string, string> {
  const entries = typeof body === "object" && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(
    entries.map(([api, value]: [string, unknown]) => {
      if (typeof value === "string") return [api, value];
      throw new RecordError("INVALID_FIELD", `${api}: value not of required type`);
    }),
  );
}
