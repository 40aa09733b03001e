import { assert } from "chai";
import { siteOf } from "../../src/server/sites.ts";

describe("server/sites", () => {
  it("tells the two sites apart by the Host header, whatever the port", () => {
    assert.equal(siteOf("crm.localhost:8080"), "crm");
    assert.equal(siteOf("phone.localhost"), "phone");
    assert.equal(siteOf("127.0.0.1:9000"), "phone");
  });

  it("shows the workbench's shell to any other page of this machine", () => {
    assert.equal(siteOf("evil.localhost:8080"), "crm");
  });

  it("knows no foreign host name, even one that resolves to this machine", () => {
    for (const host of ["example.com", "localhost.example.com:8080", "", undefined]) {
      assert.isUndefined(siteOf(host), String(host));
    }
  });
});
