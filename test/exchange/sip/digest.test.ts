import { assert } from "chai";
import {
  type DigestAlgorithm,
  digestResponse,
  parseCredentials,
  sameSecret,
} from "../../../src/exchange/sip/digest.ts";

describe("exchange/sip/digest digestResponse", () => {
  it("gives what RFC 2617 gives as its example", () => {
    const response = digestResponse(
      {
        algorithm: "MD5",
        username: "Mufasa",
        realm: "testrealm@host.com",
        method: "GET",
        uri: "/dir/index.html",
        nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093",
        qop: { name: "auth", count: "00000001", clientNonce: "0a4f113b" },
      },
      "Circle Of Life",
    );
    assert.equal(response, "6629fae49393a05397450978507c4ef1");
  });

  const examples: [DigestAlgorithm, string][] = [
    ["MD5", "8ca523f5e9506fed4657c9700eebdbec"],
    ["SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"],
  ];
  for (const [algorithm, expected] of examples) {
    it(`gives what RFC 7616 gives as its example for ${algorithm}`, () => {
      const response = digestResponse(
        {
          algorithm,
          username: "Mufasa",
          realm: "http-auth@example.org",
          method: "GET",
          uri: "/dir/index.html",
          nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
          qop: {
            name: "auth",
            count: "00000001",
            clientNonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
          },
        },
        "Circle of Life",
      );
      assert.equal(response, expected);
    });
  }

  it("speaks RFC 2069 to a client without qop", () => {
    const response = digestResponse(
      {
        algorithm: "MD5",
        username: "Mufasa",
        realm: "testrealm@host.com",
        method: "GET",
        uri: "/dir/index.html",
        nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093",
      },
      "CircleOfLife",
    );
    assert.equal(response, "1949323746fe6a43ef61f9606e7febea");
  });
});

describe("exchange/sip/digest parseCredentials", () => {
  it("reads quoted and bare values", () => {
    const found = parseCredentials('Digest username="a, b", realm="r", nc=00000001, qop=auth');
    assert.equal(found?.get("username"), "a, b");
    assert.equal(found?.get("nc"), "00000001");
  });

  it("knows no other scheme", () => {
    assert.isUndefined(parseCredentials("Basic abc"));
    assert.isUndefined(parseCredentials(""));
  });
});

describe("exchange/sip/digest sameSecret", () => {
  it("compares texts of any length", () => {
    assert.isTrue(sameSecret("abc", "abc"));
    assert.isFalse(sameSecret("abc", "abd"));
    assert.isFalse(sameSecret("abc", "abcd"));
  });
});
