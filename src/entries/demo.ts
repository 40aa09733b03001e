import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readDefinition } from "../callcenter/read-definition.ts";
import { createExchange, type Exchange } from "../exchange/exchange.ts";
import { httpRoutes } from "../exchange/http-routes.ts";
import type { Behaviour } from "../exchange/robots/behaviour.ts";
import type { JsonAnswer, JsonHandler } from "../server/routes.ts";
import { startServer, type RunningServer } from "../server/server.ts";
import type { WorkbenchConfig } from "../workbench/desk/config.ts";
import { crmRoutes } from "../workbench/records/crm-routes.ts";
import { createOrg, type Org } from "../workbench/records/org.ts";
import { phonebook } from "../workbench/records/phonebook.ts";

const root = join(import.meta.dirname, "../..");
const definedPort = "8080"; // the one written in callcenter/switchhook-demo.xml
const realm = "demo.switchhook.test";

/** Salesforce's domains that may embed the softphone, besides the workbench. */
const salesforce = [
  "https://*.my.salesforce.com",
  "https://*.vf.force.com",
  "https://*.visual.force.com",
];

export interface DemoOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder with an org's own `interaction.js` and `integration.js`, in place of our stand-ins. */
  readonly toolkitFolder?: string;
  readonly bundles?: string;
  /** Takes the place of items of the demo's definition file, by `/section/item`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** More robots, by number. */
  readonly robots?: Readonly<Record<string, Behaviour>>;
  /** Host names, below `.localhost`, of other orgs that may embed the softphone. */
  readonly otherOrgs?: readonly string[];
}

/** Softphone, played Salesforce and exchange, running. */
export interface Demo {
  readonly port: number;
  readonly exchange: Exchange;
  readonly org: Org;
  /** The exchange's users and their passwords, new at each start. */
  readonly passwords: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts all that the demo needs in this process, from the bundles in `dist/web`. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const passwords = { agent: newPassword(), agent2: newPassword() };
  const org = createOrg();
  const known = new Map(phonebook().map(({ number, behaviour }) => [number, behaviour]));
  const exchange = createExchange({
    realm,
    users: passwords,
    route: (number) => options.robots?.[number] ?? known.get(number),
  });
  const bundles = options.bundles ?? join(root, "dist/web");
  let server: RunningServer | undefined = undefined; // its port is known once it listens
  const port = () => server?.port ?? options.port;
  const starting = startServer({
    port: options.port,
    bundles,
    statics: join(root, "static"),
    toolkits: {
      standIns: bundles,
      ...(options.toolkitFolder === undefined ? {} : { own: options.toolkitFolder }),
    },
    allowedOrigins: (at) => [
      ...salesforce,
      ...["crm.localhost", ...(options.otherOrgs ?? [])].map((host) => `http://${host}:${at}`),
    ],
    json: {
      crm: serveCrm(org, async () => config(port(), options.settings)),
      exchange: serveExchange(exchange),
      demo: signIn(passwords),
    },
    onSip: (socket) => exchange.attach(socket),
  });
  starting.catch(() => exchange.close()); // its timers would keep the process alive
  const running = await starting;
  server = running;
  return {
    port: running.port,
    exchange,
    org,
    passwords,
    async close() {
      exchange.close();
      await running.close();
    },
  };
}

function newPassword(): string {
  return randomBytes(9).toString("base64url");
}

function serveCrm(org: Org, configure: () => Promise<WorkbenchConfig>): JsonHandler {
  const answer = crmRoutes(org);
  return async (request) => {
    if (request.path === "/crm/workbench.json") return { status: 200, json: await configure() };
    return answer({ ...request, path: request.path.replace(/^\/crm/, "") });
  };
}

/** What Salesforce would know after the import of the demo's definition file. */
async function config(port: number, others: DemoOptions["settings"]): Promise<WorkbenchConfig> {
  const xml = await readFile(join(root, "callcenter/switchhook-demo.xml"), "utf8");
  const definition = readDefinition(
    xml.replaceAll(`.localhost:${definedPort}`, `.localhost:${port}`),
  );
  if ("problem" in definition) throw new Error(`switchhook-demo.xml: ${definition.problem}`);
  const settings = definition.sections.flatMap((section) =>
    section.items.map((item) => [`/${section.name ?? ""}/${item.name ?? ""}`, item.value] as const),
  );
  return {
    adapterUrl: `http://phone.localhost:${port}/`,
    settings: { ...Object.fromEntries(settings), ...others },
    apiVersion: "57.0",
    phonebook: phonebook(),
    agent: "agent",
  };
}

function serveExchange(exchange: Exchange): JsonHandler {
  const routes = httpRoutes(exchange);
  return ({ method, path, body }) => {
    for (const route of routes) {
      const params = method === route.method ? match(route.path, path) : undefined;
      if (params) return Promise.resolve(route.handle(params, body));
    }
    return Promise.resolve({ status: 404, json: { error: `no ${method} ${path} here` } });
  };
}

/** Values of `:name` parts, or `undefined` when the path is another. */
function match(pattern: string, path: string): Record<string, string> | undefined {
  const parts = path.split("/");
  const names = pattern.split("/");
  if (parts.length !== names.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    const part = parts[at] ?? "";
    if (name.startsWith(":")) params[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}

/** Plays the administrator's own service that hands out passwords to agents who are logged in. */
function signIn(passwords: Readonly<Record<string, string>>): JsonHandler {
  return ({ method, path, query }): Promise<JsonAnswer> => {
    const user = query.user ?? "agent";
    const password = passwords[user];
    if (method !== "GET" || path !== "/demo/sign-in" || password === undefined) {
      return Promise.resolve({ status: 404, json: { error: "no such user" } });
    }
    return Promise.resolve({ status: 200, json: { user, password } });
  };
}
