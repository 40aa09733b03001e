import { assert } from "chai";
import { branchOf, parseAddress, quoteName, tagOf } from "../../../src/exchange/sip/address.ts";
import { parseUri, placeOf } from "../../../src/exchange/sip/uri.ts";

describe("exchange/sip/address", () => {
  it("reads names with quotes and commas", () => {
    const address = parseAddress('"Doe, \\"J\\" <x>" <sip:a@b;lr>;tag=1;+sip.instance="<urn:x>"');
    assert.equal(address.name, 'Doe, "J" <x>');
    assert.equal(address.uri, "sip:a@b;lr");
    assert.equal(address.parameters.get("tag"), "1");
    assert.equal(address.parameters.get("+sip.instance"), "<urn:x>");
  });

  it("takes parameters after a bare address for the field's", () => {
    assert.deepEqual(parseAddress("sip:a@b;tag=1").uri, "sip:a@b");
    assert.equal(tagOf("sip:a@b;tag=1"), "1");
    assert.isUndefined(tagOf("<sip:a@b;tag=1>"));
  });

  it("writes names that it reads again", () => {
    const name = 'A "B" \\ C';
    assert.equal(parseAddress(`${quoteName(name)} <sip:a@b>`).name, name);
  });

  it("finds the branch", () => {
    assert.equal(branchOf("SIP/2.0/WS x.invalid;rport;branch=z9hG4bKx"), "z9hG4bKx");
    assert.equal(branchOf(undefined), "");
  });
});

describe("exchange/sip/uri", () => {
  it("takes an address apart", () => {
    const uri = parseUri(
      "sip:%28415%29%20555-0142;phone-context=x@Host.Test:5060;transport=ws?Replaces=1",
    );
    assert.deepInclude(uri, {
      user: "(415) 555-0142",
      host: "host.test",
      port: "5060",
      headers: "Replaces=1",
    });
    assert.equal(uri?.parameters.get("transport"), "ws");
  });

  it("survives a broken escape", () => {
    assert.equal(parseUri("sip:%zz@a")?.user, "%zz");
  });

  it("knows no other kinds of address", () => {
    for (const other of ["tel:+1", "http://x/", "sip:", "", "sip:a@"])
      assert.isUndefined(parseUri(other));
  });

  it("takes a contact for the same place whatever its parameters", () => {
    assert.equal(placeOf("sip:a@x.invalid;transport=ws"), placeOf("sip:a@X.invalid;ob"));
  });
});
