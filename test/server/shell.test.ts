import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "chai";
import { shellHeaders, softphoneShell } from "../../src/server/shell.ts";

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

  it("lets only the allowed pages frame the softphone", () => {
    for (const named of [undefined, "http://crm.localhost:8080", "https://a.my.salesforce.com"]) {
      const policy = shellHeaders(allowed, named)["content-security-policy"];
      assert.include(policy, `frame-ancestors ${allowed.join(" ")}`, String(named));
    }
  });

  it("lets a stranger who names himself frame the refusal", () => {
    for (const named of ["https://evil.example", "https://my.salesforce.com.evil.example"]) {
      const policy = shellHeaders(allowed, named)["content-security-policy"];
      assert.notInclude(policy, "frame-ancestors", named);
    }
  });
});
