import { assert } from "chai";
import type { CrmPage } from "../../../../src/host/call-layout.ts";
import { addressOf, isForm } from "../../../../src/host/classic/opening/address.ts";

const number = "+1415&x=1";

describe("host/classic/opening/address", () => {
  describe("addressOf", () => {
    for (const [page, expected] of [
      [{ shows: "record", record: { id: "003000000000001" } }, "/003000000000001"],
      [{ shows: "search", text: number }, "/search/SearchResults?searchType=2&str=%2B1415%26x%3D1"],
      [{ shows: "new", object: "Contact", number }, "/003/e?con10=%2B1415%26x%3D1"],
      [{ shows: "new", object: "Lead", number }, "/00Q/e?lea8=%2B1415%26x%3D1"],
      [{ shows: "new", object: "Account", number }, "/001/e?acc10=%2B1415%26x%3D1"],
      [{ shows: "new", object: "Case", number: "1" }, "/500/e?cas14=1&cas11=Phone"],
      [{ shows: "new", object: "Opportunity", number }, "/006/e"],
      [{ shows: "page", name: "Caller", number: "1" }, "/apex/Caller?ani=1"],
      [{ shows: "flow", name: "Ask/me", number: "1" }, "/flow/Ask%2Fme?ani=1"],
    ] as const satisfies [CrmPage, string][])
      it(`of ${page.shows} is ${expected}`, () => assert.equal(addressOf(page), expected));

    it("is where Salesforce itself said, with the number filled in", () => {
      const visit = { shows: "new", object: "Visit__c", number } as const;
      assert.equal(addressOf({ ...visit, address: "/a0X/e" }), "/a0X/e");
      const page = { shows: "page", name: "Caller", number: "1" } as const;
      assert.equal(
        addressOf({ ...page, address: "/apex/ns__Caller?x=1" }),
        "/apex/ns__Caller?x=1&ani=1",
      );
    });

    for (const address of [
      "//evil.test/",
      "/\\evil.test",
      "https://evil.test",
      "javascript:alert(1)",
      "",
    ])
      it(`is never ${address === "" ? "nothing" : address}`, () => {
        const page = { shows: "record", record: { id: "003000000000001" }, address } as const;
        assert.equal(addressOf(page), "/003000000000001");
      });
  });

  describe("isForm", () => {
    for (const [url, expected] of [
      ["https://acme.my.salesforce.com/003000000000001/e", true],
      ["https://acme.my.salesforce.com/003000000000001/e?retURL=%2F003", true],
      ["https://acme.my.salesforce.com/00Q/e?lea8=1", true],
      ["https://acme.my.salesforce.com/003000000000001", false],
      ["https://acme.my.salesforce.com/search/SearchResults?str=/e", false],
      ["https://acme.my.salesforce.com/apex/Edit", false],
      ["", false],
      ["/003/e", false],
    ] as const)
      it(`of ${url || "nothing"} is ${String(expected)}`, () =>
        assert.equal(isForm(url), expected));
  });
});
