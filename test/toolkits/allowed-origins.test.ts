import { assert } from "chai";
import fc from "fast-check";
import { isAllowedOrigin } from "../../src/toolkits/allowed-origins.ts";

describe("toolkits/allowed-origins", () => {
  it("allows an exact origin, its port included", () => {
    const allowed = ["https://acme.my.salesforce.com", "http://crm.localhost:8080"];
    assert.isTrue(isAllowedOrigin("https://acme.my.salesforce.com", allowed));
    assert.isTrue(isAllowedOrigin("http://crm.localhost:8080", allowed));
    assert.isFalse(isAllowedOrigin("http://crm.localhost", allowed));
    assert.isFalse(isAllowedOrigin("http://acme.my.salesforce.com", allowed));
    assert.isFalse(isAllowedOrigin("https://acme.my.salesforce.com:8443", allowed));
  });

  it("reads an origin as people write it in settings", () => {
    for (const written of [
      "https://ACME.my.salesforce.com",
      "https://acme.my.salesforce.com:443/",
    ]) {
      assert.isTrue(isAllowedOrigin("https://acme.my.salesforce.com", [written]));
    }
  });

  it("puts one or more labels in place of a wildcard, never none", () => {
    const allowed = ["https://*.my.salesforce.com"];
    assert.isTrue(isAllowedOrigin("https://acme.my.salesforce.com", allowed));
    assert.isTrue(isAllowedOrigin("https://acme--uat.sandbox.my.salesforce.com", allowed));
    for (const other of [
      "https://my.salesforce.com",
      "https://.my.salesforce.com",
      "https://acmemy.salesforce.com",
      "https://acme.my.salesforce.com.evil.example",
      "https://evil.example",
      "http://acme.my.salesforce.com",
      "https://acme.my.salesforce.com:8443",
    ]) {
      assert.isFalse(isAllowedOrigin(other, allowed), other);
    }
    assert.isTrue(isAllowedOrigin("https://a.b.example:8443", ["https://*.b.example:8443"]));
  });

  it("allows nothing by a wildcard that is too wide or in the wrong place", () => {
    const wide = [
      "*",
      "https://*",
      "https://*.com",
      "http://*.acme.example",
      "https://a.*.example",
    ];
    for (const pattern of [...wide, "https://*.*.example", "https://x*.acme.example", ""]) {
      assert.isFalse(isAllowedOrigin("https://a.acme.example", [pattern]), pattern);
      assert.isFalse(isAllowedOrigin("https://acme.com", [pattern]), pattern);
    }
  });

  it("takes nothing but an origin for one", () => {
    const allowed = ["https://acme.example", "null", "data:text/html,x", "file:///"];
    for (const text of [
      "null",
      "",
      "https://acme.example/",
      "https://acme.example/path",
      "https://user@acme.example",
      "https://ACME.example",
      "data:text/html,x",
      "acme.example",
    ]) {
      assert.isFalse(isAllowedOrigin(text, allowed), text);
    }
  });

  it("answers whatever it is asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (origin, allowed) => {
        assert.isFalse(isAllowedOrigin(origin, allowed));
        assert.isFalse(isAllowedOrigin("https://acme.example", [origin, ...allowed]));
      }),
    );
  });
});
