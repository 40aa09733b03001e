/** Answer of a {@link JsonHandler}: `json` is left out for an empty body. */
export interface JsonAnswer {
  readonly status: number;
  readonly json?: unknown;
}

/** One request to a JSON interface, as far as a handler may see it. */
export interface JsonRequest {
  readonly method: string;
  /** Without the query: `/crm/records/003…`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Decoded JSON, not yet looked at. */
  readonly body: unknown;
}

/** Serves a part of the address space with JSON. Knows nothing of the HTTP library. */
export type JsonHandler = (request: JsonRequest) => Promise<JsonAnswer>;
