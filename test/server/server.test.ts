import { mkdtemp, mkdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "chai";
import { WebSocket } from "ws";
import { startServer, type RunningServer, type ServerOptions } from "../../src/server/server.ts";

interface Answer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Node resolves no *.localhost names, so the host goes into the header. */
function ask(
  port: number,
  [host, path]: [host: string, path: string],
  post?: unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      host: `${host}:${port}`,
      ...(post === undefined ? {} : { "content-type": "application/json" }),
    };
    const method = post === undefined ? "GET" : "POST";
    const call = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
      });
    });
    call.on("error", reject);
    call.end(post === undefined ? undefined : JSON.stringify(post));
  });
}

describe("server/server", () => {
  let server: RunningServer;
  let options: ServerOptions;
  let sipConnections = 0;

  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), "server-"));
    const bundles = join(folder, "web");
    const statics = join(folder, "static");
    await Promise.all([mkdir(bundles), mkdir(statics)]);
    await Promise.all([
      writeFile(join(bundles, "view.js"), "view"),
      writeFile(join(bundles, "477.36b2a2.js"), "a chunk"),
      writeFile(join(bundles, "stand-in-interaction.js"), "interaction"),
      writeFile(join(statics, "workbench.html"), "workbench"),
      writeFile(
        join(statics, "index.html"),
        '<meta name="switchhook-allowed-origins" content="" /><script src="/view.js"></script>phone',
      ),
      writeFile(
        join(statics, "explorer.html"),
        '<meta name="switchhook-allowed-origins" content="" />explorer',
      ),
    ]);
    options = {
      port: 0,
      bundles,
      statics,
      toolkits: { standIns: bundles },
      allowedOrigins: (port) => [`http://crm.localhost:${port}`],
      json: {
        crm: ({ method, path, query, body }) =>
          Promise.resolve({ status: 200, json: { method, path, query, body } }),
      },
      onSip: () => (sipConnections += 1),
    };
    server = await startServer(options);
  });

  after(() => server.close());

  it("serves the workbench at every address of the CRM's site", async () => {
    for (const path of ["/console", "/home", "/003?view=all"]) {
      assert.include(await ask(server.port, ["crm.localhost", path]), {
        status: 200,
        body: "workbench",
      });
    }
  });

  it("serves the softphone on its own site, with the allowed origins in it", async () => {
    const { status, body, headers } = await ask(server.port, ["phone.localhost", "/?isdtp=vw"]);
    assert.equal(status, 200);
    assert.include(body, `content="http://crm.localhost:${server.port}"`);
    assert.include(String(headers["content-security-policy"]), "frame-ancestors http://crm");
    assert.equal(headers["referrer-policy"], "no-referrer");
  });

  it("serves the explorer as it serves the softphone, and on that site only", async () => {
    const { status, body, headers } = await ask(server.port, ["phone.localhost", "/explorer.html"]);
    assert.equal(status, 200);
    assert.include(body, `content="http://crm.localhost:${server.port}"`);
    assert.include(String(headers["content-security-policy"]), "frame-ancestors http://crm");
    assert.equal((await ask(server.port, ["crm.localhost", "/explorer.html"])).status, 404);
    assert.include(await ask(server.port, ["crm.localhost", "/explorer"]), { body: "workbench" });
  });

  it("gives a softphone that names a stranger an empty list, so that it can only refuse", async () => {
    const path = `/?sfdcIFrameOrigin=${encodeURIComponent("https://evil.example")}`;
    const { body } = await ask(server.port, ["phone.localhost", path]);
    assert.include(body, 'name="switchhook-allowed-origins" content=""');
  });

  it("serves bundles and stand-ins, and says 404 for what is not there", async () => {
    assert.include(await ask(server.port, ["phone.localhost", "/view.js"]), { body: "view" });
    assert.include(await ask(server.port, ["crm.localhost", "/support/api/66.0/interaction.js"]), {
      status: 200,
      body: "interaction",
    });
    assert.equal((await ask(server.port, ["phone.localhost", "/nothing.js"])).status, 404);
    assert.equal((await ask(server.port, ["phone.localhost", "/nothing"])).status, 404);
  });

  it("lets the browser keep what an address names by its content, and ask for the rest each time", async () => {
    const kept = async (path: string) => {
      const { headers } = await ask(server.port, ["phone.localhost", path]);
      return String(headers["cache-control"]).includes("immutable");
    };
    const { body, headers } = await ask(server.port, ["phone.localhost", "/"]);
    const [stamped = ""] = /\/view\.js\?v=\w{8}/.exec(body) ?? [];
    assert.include(String(headers.link), `<${stamped}>; rel=preload; as=script`);
    assert.isTrue(await kept(stamped));
    assert.isTrue(await kept("/477.36b2a2.js"));
    for (const path of [
      ...["/view.js", "/view.js?v=00000000", "/", "/stand-in-interaction.js"],
      ...["/404.abcdef.js", "/../server/477.36b2a2.js", "/static/view.js"],
    ])
      assert.isFalse(await kept(path), path);
    await writeFile(join(options.bundles, "view.js"), "a later view");
    assert.isFalse(await kept(stamped), "of a release that is no more");
  });

  it("hands JSON requests over with method, path, query and body", async () => {
    const { body } = await ask(server.port, ["crm.localhost", "/crm/tasks?who=003"], { a: 1 });
    assert.deepEqual(JSON.parse(body), {
      method: "POST",
      path: "/crm/tasks",
      query: { who: "003" },
      body: { a: 1 },
    });
  });

  it("does not answer to a foreign host name", async () => {
    assert.equal((await ask(server.port, ["attacker.example", "/crm/tasks"])).status, 421);
  });

  it("obeys no page of another site, even one whose request needs no preflight", async () => {
    const status = await new Promise((resolve, reject) => {
      const call = request(
        {
          host: "127.0.0.1",
          port: server.port,
          path: "/crm/reset",
          method: "POST",
          headers: { host: "crm.localhost", "sec-fetch-site": "cross-site" },
        },
        (response) => resolve(response.resume().statusCode),
      );
      call.on("error", reject).end();
    });
    assert.equal(status, 403);
  });

  it("takes SIP at /sip only", async () => {
    const taken = new WebSocket(`ws://127.0.0.1:${server.port}/sip`, "sip");
    await new Promise((resolve, reject) => taken.once("open", resolve).once("error", reject));
    assert.equal(taken.protocol, "sip");
    assert.equal(sipConnections, 1);
    taken.close();
    const refused = new WebSocket(`ws://127.0.0.1:${server.port}/other`, "sip");
    const error = await new Promise((resolve) => refused.once("error", resolve));
    assert.match(String(error), /404/);
  });

  it("rejects with EADDRINUSE when the port is taken", async () => {
    const error = await startServer({ ...options, port: server.port }).catch((e: unknown) => e);
    assert.propertyVal(error, "code", "EADDRINUSE");
  });
});
