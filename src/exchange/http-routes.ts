import { decodeOrder } from "./decode-order.ts";
import type { Exchange } from "./exchange.ts";
import { ExchangeError, type ExchangeErrorCode } from "./exchange-error.ts";

/** The answer to one HTTP request. */
export type HttpAnswer = { readonly status: number; readonly json: unknown };

/** One row of a table that any HTTP server can mount. Path parameters are written `:id`. */
export type HttpRoute = {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  /** Never throws. */
  readonly handle: (params: Readonly<Record<string, string>>, body: unknown) => HttpAnswer;
};

/** The exchange's doors for whoever plays with it: a panel of customers, and tests. */
export function httpRoutes(exchange: Exchange): readonly HttpRoute[] {
  const idIn = (params: Readonly<Record<string, string>>) => params.id ?? "";
  const rows: readonly HttpRoute[] = [
    {
      method: "POST",
      path: "/exchange/calls",
      handle: (_params, body) => callIn(exchange, body),
    },
    { method: "GET", path: "/exchange/calls", handle: () => ok(exchange.calls()) },
    {
      method: "GET",
      path: "/exchange/calls/:id",
      handle: (params) => found(exchange.call(idIn(params))),
    },
    {
      method: "DELETE",
      path: "/exchange/calls/:id",
      handle: (params) => done(() => exchange.hangUp(idIn(params))),
    },
    {
      method: "POST",
      path: "/exchange/calls/:id/mark",
      handle: (params) => done(() => exchange.mark(idIn(params))),
    },
    {
      method: "POST",
      path: "/exchange/calls/:id/digits",
      handle: (params, body) => pressKeys(exchange, idIn(params), body),
    },
    { method: "GET", path: "/exchange/registrations", handle: () => ok(exchange.registrations()) },
    { method: "GET", path: "/exchange/stats", handle: () => ok(exchange.stats()) },
    {
      method: "POST",
      path: "/exchange/drop-sockets",
      handle: () => ok({ dropped: exchange.dropSockets() }),
    },
  ];
  return rows.map((row) => ({ ...row, handle: guarded(row.handle) }));
}

function callIn(exchange: Exchange, body: unknown): HttpAnswer {
  const order = decodeOrder(body);
  if (typeof order === "string") return wrong(400, order);
  return { status: 201, json: { id: exchange.customerCalls(order) } };
}

function pressKeys(exchange: Exchange, id: string, body: unknown): HttpAnswer {
  const digits = typeof body === "object" && body !== null && "digits" in body ? body.digits : body;
  if (typeof digits !== "string") return wrong(400, '"digits" must be a text');
  return done(() => exchange.sendDigits(id, digits));
}

function ok(json: unknown): HttpAnswer {
  return { status: 200, json };
}

function found(json: unknown): HttpAnswer {
  return json === undefined ? wrong(404, "there is no such call") : ok(json);
}

function done(act: () => void): HttpAnswer {
  act();
  return ok({ done: true });
}

function wrong(status: number, error: string): HttpAnswer {
  return { status, json: { error } };
}

const statuses: Readonly<Record<ExchangeErrorCode, number>> = {
  unknownUser: 404,
  noSuchCall: 404,
  notPossible: 409,
};

function guarded(handle: HttpRoute["handle"]): HttpRoute["handle"] {
  return (params, body) => {
    try {
      return handle(params, body);
    } catch (error) {
      if (error instanceof ExchangeError) return wrong(statuses[error.code], error.message);
      return wrong(500, "the exchange failed");
    }
  };
}
