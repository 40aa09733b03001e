import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { WebSocketServer, type WebSocket } from "ws";
import type { JsonHandler } from "./routes.ts";
import { namesStranger, preloadsOf, shellHeaders, softphoneShell } from "./shell.ts";
import { siteOf } from "./sites.ts";
import { isForGood, stampBundles } from "./stamps.ts";
import { toolkitFile, type ToolkitFolders } from "./toolkit-files.ts";

/** What a server is made of. Nothing is read from the environment here. */
export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder with the built bundles. */
  readonly bundles: string;
  /** Folder with the HTML shells and what is served as it is. */
  readonly statics: string;
  /** Where `interaction.js` and `integration.js` come from. */
  readonly toolkits: ToolkitFolders;
  /** Pages that may embed the softphone, for this port. */
  readonly allowedOrigins: (port: number) => readonly string[];
  /** JSON interfaces by the first segment of the path: `crm`, `exchange`, `demo`. */
  readonly json: Readonly<Record<string, JsonHandler>>;
  /** Takes a SIP-over-WebSocket connection at `/sip`. */
  readonly onSip: (socket: WebSocket) => void;
}

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves softphone, workbench and exchange from one process on 127.0.0.1.
 *
 * @throws Node's own error with code `EADDRINUSE` when the port is taken.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const http = createServer();
  const app = Fastify({
    serverFactory: (handler) => http.on("request", handler),
    forceCloseConnections: true,
  });
  app.addHook("onRequest", refuseStrangers);
  await app.register(fastifyStatic, { root: options.bundles, serve: false });
  const port = () => (http.address() as AddressInfo).port;
  addJson(app, options);
  addPages(app, options, port);
  const sockets = acceptSip(http, options.onSip);
  await app.listen({ host: "127.0.0.1", port: options.port });
  return {
    port: port(),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await app.close();
    },
  };
}

async function refuseStrangers(request: FastifyRequest, reply: FastifyReply) {
  // A page of another site may load what we serve, but not let customers call or cut connections.
  const fromElsewhere = request.headers["sec-fetch-site"] === "cross-site";
  if (fromElsewhere && request.method !== "GET") {
    await reply.code(403).send({ error: "This was sent by a page of another site." });
    return;
  }
  if (siteOf(request.headers.host) === undefined) {
    await reply.code(421).send({ error: "This server answers to *.localhost only." });
  }
}

function addJson(app: FastifyInstance, { json }: ServerOptions) {
  for (const [segment, handle] of Object.entries(json)) {
    app.all(`/${segment}/*`, async (request, reply) => {
      const [path = ""] = request.url.split("?");
      const query = request.query as Record<string, string>; // fastify parses it; handlers check it
      const { method, body } = request;
      const answer = await handle({ method, path, query, body });
      return reply.code(answer.status).header("cache-control", "no-store").send(answer.json);
    });
  }
}

function addPages(app: FastifyInstance, options: ServerOptions, port: () => number) {
  app.get("/support/*", async (request, reply) => {
    const file = toolkitFile(request.url, options.toolkits);
    if (!file) return reply.code(404).send();
    return reply.sendFile(file.name, file.folder, { cacheControl: false });
  });
  app.get("/*", async (request, reply) => {
    const [path = "/"] = request.url.split("?");
    const site = siteOf(request.headers.host);
    const shell = site === "phone" ? shells.get(path) : undefined;
    if (shell !== undefined) {
      const allowed = options.allowedOrigins(port());
      const file = join(options.statics, shell);
      return sendShell(request, reply, { file, allowed, bundles: options.bundles });
    }
    if (/\.\w+$/.test(path)) return sendFile(request, reply, options);
    if (site === "crm") return reply.sendFile("workbench.html", options.statics, noCache);
    return reply.code(404).send();
  });
}

/** Pages that Salesforce may embed, each told by whom. */
const shells = new Map([
  ["/", "index.html"],
  ["/explorer.html", "explorer.html"],
  ["/samples/open-cti.html", "samples/open-cti.html"],
]);

const noCache = { cacheControl: false };

async function sendFile(request: FastifyRequest, reply: FastifyReply, options: ServerOptions) {
  const [path = "", query] = request.url.split("?");
  // Bundles first; what is not built is served as it is.
  const { statics, bundles } = options;
  const folder = path.startsWith("/static/") ? statics : bundles;
  const name = path.replace(/^\/static\//, "").replace(/^\//, "");
  const stamp = new URLSearchParams(query).get("v");
  const keep = folder === bundles && (await isForGood({ bundles, name, stamp }));
  reply.header("cache-control", keep ? "public, max-age=31536000, immutable" : "no-cache");
  reply.header("x-content-type-options", "nosniff");
  return reply.sendFile(name, folder, noCache);
}

interface Shell {
  readonly file: string;
  readonly allowed: readonly string[];
  readonly bundles: string;
}

async function sendShell(request: FastifyRequest, reply: FastifyReply, shell: Shell) {
  const { file, allowed, bundles } = shell;
  const stranger = namesStranger(request.url, { allowed, host: request.headers.host ?? "" });
  const html = await stampBundles(await softphoneShell(file, stranger ? [] : allowed), bundles);
  const headers = { ...shellHeaders(allowed, stranger), link: preloadsOf(html) };
  return reply.headers(headers).type("text/html").send(html);
}

function acceptSip(http: ReturnType<typeof createServer>, onSip: (socket: WebSocket) => void) {
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has("sip") ? "sip" : false),
  });
  http.on("upgrade", (request, socket, head) => {
    const [path] = (request.url ?? "").split("?");
    if (path !== "/sip" || siteOf(request.headers.host) === undefined) {
      socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, onSip);
  });
  return sockets;
}
