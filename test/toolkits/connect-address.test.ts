import { assert } from "chai";
import fc from "fast-check";
import {
  readAddress,
  readSignedRequest,
  searchFor,
  suits,
} from "../../src/toolkits/connect-address.ts";

const address = { origin: "https://acme.my.salesforce.com", nonce: "n0nce" };
const search = "?isdtp=vw&sfdcIFrameOrigin=https%3A%2F%2Facme.my.salesforce.com&nonce=n0nce";

/** Reads a query as Salesforce's scripts do, who throw at what they cannot decode. */
function vendorsReading(query: string): Record<string, string | null> {
  const read: Record<string, string | null> = {};
  for (const pair of query.replace(/^\?/, "").split("&")) {
    const [key = "", value = ""] = pair.split("=");
    read[key] = value === "" ? null : decodeURIComponent(value);
  }
  return read;
}

describe("toolkits/connect-address", () => {
  describe("readAddress", () => {
    it("reads both spellings of the origin, and the last of two", () => {
      assert.deepEqual(readAddress(search), address);
      assert.equal(readAddress("?sfdcIframeOrigin=a&nonce=b").origin, "a");
      assert.equal(readAddress("?nonce=a&nonce=b").nonce, "b");
    });

    it("reads nothing out of nothing, and out of what cannot be decoded", () => {
      for (const query of ["", "?", "?nonce&sfdcIFrameOrigin=", "?nonce=%&sfdcIFrameOrigin=%zz"]) {
        assert.deepEqual(readAddress(query), { origin: "", nonce: "" }, query);
      }
    });
  });

  describe("suits", () => {
    it("accepts a query that Salesforce's scripts read rightly", () => {
      assert.isTrue(suits(search, address));
    });

    it("rejects what they would misread, or throw at", () => {
      for (const query of [
        "",
        "?nonce=n0nce",
        "?nonce=other&sfdcIFrameOrigin=https%3A%2F%2Facme.my.salesforce.com",
        search.replace("sfdcIFrameOrigin", "sfdcIframeOrigin"),
        `${search}&discount=50%`,
        `${search}&sfdcIframeOrigin=https%3A%2F%2Fevil.example`,
        `?sfdcIFrameOrigin=https%3A%2F%2Fevil.example&${search.slice(1)}`,
      ]) {
        assert.isFalse(suits(query, address), query);
      }
    });
  });

  describe("searchFor", () => {
    it("keeps everything that can be read, and puts the address right", () => {
      const repaired = searchFor(
        address,
        "?clc=1&discount=50%&sfdciframeorigin=x&a=%C3%A9&nonce=y",
      );
      assert.equal(
        repaired,
        "?clc=1&a=%C3%A9&sfdcIFrameOrigin=https%3A%2F%2Facme.my.salesforce.com&nonce=n0nce",
      );
      assert.isTrue(suits(repaired, address));
    });

    it("is read by Salesforce's scripts without an error, whatever was there", () => {
      const junk = fc.string({
        unit: fc.constantFrom("?", "&", "=", "%", "%4", "%41", "#", "nonce", "x"),
      });
      fc.assert(
        fc.property(junk, (query) => {
          const repaired = searchFor(address, query);
          const { sfdcIFrameOrigin: origin, nonce } = vendorsReading(repaired);
          assert.deepEqual({ origin, nonce }, address);
          assert.isTrue(suits(repaired, address));
        }),
      );
    });
  });

  describe("readSignedRequest", () => {
    const environment = {
      parameters: { sfdcIframeOrigin: address.origin, nonce: "n0nce", servedFromCanvas: true },
    };

    it("reads a signed request and an OAuth message, parsed or as JSON", () => {
      for (const request of [{ context: { environment } }, { payload: { environment } }]) {
        assert.deepEqual(readSignedRequest(request), address);
        assert.deepEqual(readSignedRequest(JSON.stringify(request)), address);
      }
    });

    it("reads nothing out of anything else", () => {
      fc.assert(
        fc.property(fc.anything(), (request) => {
          assert.deepEqual(readSignedRequest(request), { origin: "", nonce: "" });
        }),
      );
      assert.deepEqual(readSignedRequest("{"), { origin: "", nonce: "" });
    });
  });
});
