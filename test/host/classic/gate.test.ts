import { assert } from "chai";
import { gate, type Surroundings } from "../../../src/host/classic/gate.ts";

const acme = "https://acme.my.salesforce.com";
const evil = "https://evil.example.com";
const named = (origin: string) =>
  `?isdtp=vw&sfdcIFrameOrigin=${encodeURIComponent(origin)}&nonce=n`;
const inAcme: Surroundings = {
  framed: true,
  ancestors: [acme],
  search: named(acme),
  allowed: [acme, "https://phone.example.com"],
};

describe("host/classic/gate", () => {
  const cases: [verdict: ReturnType<typeof gate>, name: string, Partial<Surroundings>][] = [
    ["salesforce", "a page on the list embeds us", {}],
    [
      "salesforce",
      "the browser does not tell, and the address names one",
      { ancestors: undefined },
    ],
    ["salesforce", "only the browser tells", { search: "" }],
    ["alone", "nobody embeds us", { framed: false, ancestors: [], search: "" }],
    ["alone", "our own address is opened directly", { framed: false, ancestors: [] }],
    ["refused", "a stranger embeds us", { ancestors: [evil], search: "" }],
    ["refused", "a stranger names himself", { ancestors: [evil], search: named(evil) }],
    ["refused", "a stranger pretends to be on the list", { ancestors: [evil] }],
    ["refused", "a stranger embeds the page that embeds us", { ancestors: [acme, evil] }],
    ["refused", "the address names a stranger", { search: named(evil) }],
    ["refused", "the address names nonsense", { search: named("null") }],
    ["refused", "a stranger is named in other letters", { search: "?sfdcIframeOrigin=" + evil }],
    ["refused", "nobody vouches for whoever embeds us", { ancestors: undefined, search: "" }],
    ["refused", "the list is empty", { allowed: [] }],
  ];
  for (const [verdict, name, news] of cases) {
    it(`${verdict}: ${name}`, () => {
      assert.equal(gate({ ...inAcme, ...news }), verdict);
    });
  }
});
