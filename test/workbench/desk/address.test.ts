import { assert } from "chai";
import { listAddress, parseAddress } from "../../../src/workbench/desk/address.ts";

describe("workbench/desk/address", () => {
  const id = "003j0000000EMKTAA4";
  const cases = {
    "/home": { page: "home" },
    "/home/home.jsp": { page: "home" },
    "/003": { page: "list", object: "Contact" },
    "/contacts": { page: "list", object: "Contact" },
    "/Lead": { page: "list", object: "Lead" },
    "/500?fcf=00B1": { page: "list", object: "Case", view: "00B1" },
    "/003/e?Phone=%2B1%20415&LastName=A%26B": {
      page: "new",
      object: "Contact",
      fields: { Phone: "+1 415", LastName: "A&B" },
    },
    "/003/e?con10=%2B1415": { page: "new", object: "Contact", fields: { Phone: "+1415" } },
    "/500/e?cas14=a&cas11=Phone": {
      page: "new",
      object: "Case",
      fields: { Subject: "a", Origin: "Phone" },
    },
    [`/${id}`]: { page: "record", id, editing: false },
    [`/${id.slice(0, 15)}/e`]: { page: "record", id: id.slice(0, 15), editing: true },
    "/search/SearchResults?searchType=2&str=Acme": { page: "search", text: "Acme" },
    "/login": { page: "login" },
    "/secur/logout.jsp": { page: "login" },
    "/setup": { page: "setup" },
    "/apex/Caller?id=1": { page: "apex", name: "Caller", query: "?id=1" },
    "https://example.com/home": { page: "elsewhere", url: "https://example.com/home" },
  };
  for (const [url, expected] of Object.entries(cases)) {
    it(`reads ${url}`, () => assert.deepStrictEqual<unknown>(parseAddress(url), expected));
  }

  it("writes what it reads", () => {
    const read = parseAddress(listAddress("Case", "00B1"));
    assert.deepStrictEqual(read, { page: "list", object: "Case", view: "00B1" });
  });
});
