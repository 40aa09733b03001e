import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "chai";
import { namesStranger, preloadsOf, shellHeaders, softphoneShell } from "../../src/server/shell.ts";

const allowed = ["https://*.my.salesforce.com", "http://crm.localhost:8080"];

describe("server/shell", () => {
  it("writes the allowed origins into the shell", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "shell-")), "index.html");
    await writeFile(file, '<meta name="switchhook-allowed-origins" content="https://old" />');
    assert.equal(
      await softphoneShell(file, allowed),
      '<meta name="switchhook-allowed-origins" content="https://*.my.salesforce.com http://crm.localhost:8080" />',
    );
  });

  it("refuses a shell that has no place for them", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "shell-")), "index.html");
    await writeFile(file, "<p>nothing</p>");
    const failure = await softphoneShell(file, allowed).catch((error: unknown) => error);
    assert.match(String(failure), /has no meta tag/);
  });

  it("has style sheet and script fetched before the page is read", () => {
    const html = '<link rel="stylesheet" href="/view.css" /><script src="/view.js" defer></script>';
    assert.equal(
      preloadsOf(html),
      "</view.css>; rel=preload; as=style, </view.js>; rel=preload; as=script",
    );
  });

  const host = "phone.localhost:8080";
  const headersFor = (query: string) =>
    shellHeaders(allowed, namesStranger(`/?${query}`, { allowed, host }))[
      "content-security-policy"
    ];
  const named = (origin: string) => `sfdcIFrameOrigin=${encodeURIComponent(origin)}`;

  it("lets only the allowed pages frame the softphone", () => {
    for (const query of [
      "isdtp=vw",
      named("http://crm.localhost:8080"),
      named("https://a.my.salesforce.com"),
    ]) {
      assert.include(headersFor(query), `frame-ancestors ${allowed.join(" ")}`, query);
    }
  });

  it("lets a stranger who names himself frame the refusal", () => {
    for (const origin of ["https://evil.example", "https://my.salesforce.com.evil.example"]) {
      assert.notInclude(headersFor(named(origin)), "frame-ancestors", origin);
    }
  });

  it("is not talked out of it by capitals, by our own name, or by a second name beside a stranger's", () => {
    for (const query of [
      named("HTTP://CRM.localhost:8080"),
      named("http://phone.localhost:8080"),
      named("HTTP://Phone.localhost:8080"),
      `${named("https://evil.example")}&${named("http://phone.localhost:8080")}`,
      `sfdciframeorigin=http://phone.localhost:8080&${named("https://evil.example")}`,
    ]) {
      assert.include(headersFor(query), "frame-ancestors", query);
    }
  });
});
