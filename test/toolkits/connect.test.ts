import { assert } from "chai";
import { connect } from "../../src/toolkits/connect.ts";
import type { ConnectOptions, ToolkitName } from "../../src/toolkits/connect-options.ts";
import { thisPage, type ConnectingPage } from "../../src/toolkits/connect-page.ts";
import { ToolkitError } from "../../src/toolkits/toolkit-error.ts";
import { FakeSalesforce } from "./opencti/fake-salesforce.ts";
import { rejection } from "./opencti/rejection.ts";

const acme = "https://acme.my.salesforce.com";
const search = `?isdtp=vw&sfdcIFrameOrigin=${encodeURIComponent(acme)}&nonce=n0nce`;

/** A page in Salesforce, whose scripts put a fake where the real ones put themselves. */
class FakePage implements ConnectingPage {
  readonly origin = "https://phone.example.com";
  ancestorOrigins: readonly string[] | undefined = [acme];
  searchAtLoad = search;
  search = search;
  canvas: ConnectingPage["canvas"];
  sforce: { interaction?: unknown; console?: unknown } | undefined;
  /** What happened, in order: script addresses with the query they were loaded under. */
  readonly events: string[] = [];
  /** What each script does. */
  run: (url: string) => void | Promise<void>;

  constructor(salesforce = new FakeSalesforce(() => ({ result: true }))) {
    this.run = (url) => {
      this.sforce = url.includes("/console/")
        ? { ...this.sforce, console: {} }
        : { ...this.sforce, interaction: salesforce.interaction };
    };
  }

  rewriteSearch(next: string): () => void {
    const before = this.search;
    this.search = next;
    return () => {
      this.search = before;
    };
  }

  async loadScript(url: string): Promise<void> {
    await Promise.resolve();
    this.events.push(`${url} under ${this.search}`);
    await this.run(url);
  }
}

type Options = Partial<ConnectOptions<ToolkitName>>;

const connected = (page: ConnectingPage, options: Options = {}) =>
  connect({ toolkits: ["interaction"], allowedOrigins: [acme], timeout: 30, ...options }, page);

/** What is missing, and why. */
async function missing(
  page: ConnectingPage,
  options?: Options,
): Promise<[string | undefined, string]> {
  const error = await rejection(connected(page, options));
  assert.include(error, { code: "unavailable", method: "connect" });
  return [error.missing, error.reason];
}

describe("toolkits/connect", () => {
  it("loads Open CTI from the origin that embeds the page, and brings its first answer", async () => {
    const page = new FakePage();
    const connection = await connect({ toolkits: ["interaction"], allowedOrigins: [acme] }, page);
    assert.deepEqual(page.events, [`${acme}/support/api/66.0/interaction.js under ${search}`]);
    assert.include(connection, { origin: acme, apiVersion: 66, inConsole: true });
    assert.isFunction(connection.interaction.getPageInfo);
  });

  it("loads both toolkits at the chosen version, from the chosen origin", async () => {
    const page = new FakePage();
    const login = "https://login.salesforce.com";
    const connection = await connected(page, {
      toolkits: ["interaction", "console"],
      allowedOrigins: [acme, login],
      scriptOrigin: login,
      apiVersion: 57,
    });
    assert.sameMembers(page.events, [
      `${login}/support/api/57.0/interaction.js under ${search}`,
      `${login}/support/console/57.0/integration.js under ${search}`,
    ]);
    assert.isObject(connection.console);
  });

  it("hands over each toolkit once its own script has run, before the others and any answer", async () => {
    const page = new FakePage();
    const run = page.run;
    const handed: string[] = [];
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    page.run = async (url) => {
      if (url.includes("/console/")) await held;
      await run(url);
    };
    await connected(page, {
      toolkits: ["console", "interaction"],
      onLoaded(toolkit) {
        handed.push(...Object.keys(toolkit));
        goOn();
      },
    });
    assert.deepEqual(handed, ["interaction", "console"]);
    await connected(page, { onLoaded: (toolkit) => handed.push(...Object.keys(toolkit)) });
    assert.deepEqual(handed, ["interaction", "console", "interaction"], "without loading again");
  });

  it("rejects with what was thrown at a toolkit's arrival, and puts the address back", async () => {
    const page = new FakePage();
    page.search = "";
    const onLoaded = () => {
      throw new RangeError("not mine");
    };
    const error: unknown = await connected(page, { onLoaded }).catch((reason: unknown) => reason);
    assert.instanceOf(error, RangeError);
    assert.equal(page.search, "");
  });

  it("loads from the page's own origin, as Visualforce pages do", async () => {
    const page = new FakePage();
    await connected(page, { scriptOrigin: "" });
    assert.match(page.events[0] ?? "", /^https:\/\/phone\.example\.com\/support\/api\//);
  });

  it("asks nobody when only the console is wanted, and loads no script twice", async () => {
    const page = new FakePage(new FakeSalesforce());
    const connection = await connected(page, { toolkits: ["console"] });
    assert.isUndefined(connection.inConsole);
    await connected(page, { toolkits: ["console"] });
    assert.lengthOf(page.events, 1);
  });

  it("puts the address right while scripts load, and back afterwards", async () => {
    for (const rewritten of ["", "?page=2", `${search}&discount=50%`]) {
      const page = new FakePage();
      page.search = rewritten;
      await connected(page);
      const [, query] = page.events[0]?.split(" under ") ?? [];
      assert.equal(query, search, rewritten);
      assert.equal(page.search, rewritten);
    }
  });

  it("puts the address back when a script fails as well", async () => {
    const page = new FakePage();
    page.search = "";
    page.run = () => {
      throw new Error("404");
    };
    await missing(page);
    assert.equal(page.search, "");
  });

  it("understands an address with a malformed %, and with another spelling", async () => {
    const page = new FakePage();
    page.searchAtLoad =
      page.search = `?discount=50%&sfdcIframeOrigin=https://ACME.my.salesforce.com/&nonce=n`;
    const { origin } = await connected(page);
    assert.equal(origin, acme);
    assert.include(page.events[0] ?? "", `?sfdcIFrameOrigin=${encodeURIComponent(acme)}&nonce=n`);
  });

  it("misses the origin when nothing names it", async () => {
    const page = new FakePage();
    page.searchAtLoad = page.search = "?nonce=n0nce";
    assert.deepEqual(await missing(page), [
      "origin",
      "nothing says that Salesforce embeds this page",
    ]);
  });

  it("misses the nonce when only that is absent", async () => {
    const page = new FakePage();
    page.searchAtLoad = page.search = search.replace("&nonce=n0nce", "");
    assert.equal((await missing(page))[0], "nonce");
  });

  it("loads nothing for an origin that is not allowed, or that is none", async () => {
    for (const origin of ["https://evil.example", "null", "javascript:alert(1)", "https://"]) {
      const page = new FakePage();
      page.searchAtLoad = page.search = `?sfdcIFrameOrigin=${encodeURIComponent(origin)}&nonce=n`;
      page.ancestorOrigins = undefined;
      const [part, reason] = await missing(page);
      assert.deepEqual([part, reason], ["origin", `${origin} is not among the allowed origins`]);
      assert.isEmpty(page.events);
    }
  });

  it("loads nothing when strangers are around, or the named origin is not", async () => {
    for (const around of [[], [acme, "https://evil.example"], ["null"], ["https://evil.example"]]) {
      const page = new FakePage();
      page.ancestorOrigins = around;
      assert.equal((await missing(page))[0], "origin", around.join());
      assert.isEmpty(page.events);
    }
  });

  it("goes by the address alone where the browser does not tell who is around", async () => {
    const page = new FakePage();
    page.ancestorOrigins = undefined;
    assert.equal((await connected(page)).origin, acme);
  });

  it("trusts frames of the page's own between itself and Salesforce", async () => {
    const page = new FakePage();
    page.ancestorOrigins = [page.origin, acme];
    assert.equal((await connected(page)).origin, acme);
  });

  it("loads no script from an origin that is not allowed", async () => {
    const page = new FakePage();
    const [part, reason] = await missing(page, { scriptOrigin: "https://evil.example" });
    assert.deepEqual(
      [part, reason],
      ["script", "https://evil.example is not among the allowed origins"],
    );
    assert.isEmpty(page.events);
  });

  it("misses the script when it does not load, never ends loading, or sets nothing up", async () => {
    const fail = () => {
      throw new Error("404");
    };
    const hang = () => new Promise<void>(() => undefined);
    for (const run of [fail, hang, () => undefined]) {
      const page = new FakePage();
      page.run = run;
      assert.equal((await missing(page))[0], "script");
    }
  });

  it("misses the answer when Salesforce is silent, answers nonsense, or cannot be asked", async () => {
    for (const salesforce of [
      new FakeSalesforce(),
      new FakeSalesforce(() => ({ result: "perhaps" })),
      new FakeSalesforce(undefined, []),
    ]) {
      assert.equal((await missing(new FakePage(salesforce)))[0], "answer");
    }
  });

  describe("in a canvas app", () => {
    const signedRequest = {
      context: { environment: { parameters: { sfdcIframeOrigin: acme, nonce: "n0nce" } } },
    };
    const canvasPage = () => {
      const page = new FakePage();
      page.searchAtLoad = page.search = "?locale=en";
      page.canvas = { signedrequest: () => page.events.push("signed request") };
      return page;
    };

    it("has the signed request in place before the script loads", async () => {
      const page = canvasPage();
      const { origin } = await connected(page, { signedRequest });
      assert.equal(origin, acme);
      assert.deepEqual(page.events, [
        "signed request",
        `${acme}/support/api/66.0/interaction.js under ?locale=en`,
      ]);
    });

    it("misses the origin when the request names none, or one that is not allowed", async () => {
      const page = canvasPage();
      assert.equal((await missing(page, { signedRequest: "{" }))[0], "origin");
      const options = { signedRequest, allowedOrigins: ["https://other.example"] };
      assert.equal((await missing(page, options))[0], "origin");
      assert.isEmpty(page.events);
    });

    it("misses the script when the page has no canvas script", async () => {
      const page = canvasPage();
      page.canvas = undefined;
      assert.equal((await missing(page, { signedRequest }))[0], "script");
    });
  });

  describe("thisPage", () => {
    it("loads a script and waits until it has run", async () => {
      const source = "globalThis.loadedByTest = 1";
      await thisPage.loadScript(`data:text/javascript,${encodeURIComponent(source)}`);
      assert.equal(Reflect.get(globalThis, "loadedByTest"), 1);
    });

    it("rejects when a script cannot be had", async () => {
      const url = `${location.origin}/no-such-script.js`;
      const error: unknown = await thisPage.loadScript(url).catch((reason: unknown) => reason);
      assert.instanceOf(error, Error);
      assert.include(error.message, url);
    });

    it("rewrites the query without loading, and puts back what nobody changed meanwhile", () => {
      const before = location.href;
      const restore = thisPage.rewriteSearch("?nonce=n0nce");
      assert.equal(thisPage.search, "?nonce=n0nce");
      restore();
      assert.equal(location.href, before);

      const restoreLate = thisPage.rewriteSearch("?nonce=n0nce");
      history.replaceState(history.state, "", "?router=1");
      restoreLate();
      assert.equal(thisPage.search, "?router=1");
      history.replaceState(history.state, "", before);
    });

    it("tells what the browser knows, and nothing of Salesforce where there is none", async () => {
      assert.equal(thisPage.origin, location.origin);
      assert.isArray(thisPage.ancestorOrigins);
      assert.isUndefined(thisPage.canvas);
      const error: unknown = await connect({ toolkits: ["interaction"], allowedOrigins: [] }).catch(
        (reason: unknown) => reason,
      );
      assert.instanceOf(error, ToolkitError);
      assert.equal(error.missing, "origin");
    });
  });
});
