import { assert } from "chai";
import DigestAuthentication from "jssip/lib/DigestAuthentication.js";
import { checkPrivateNames, patchJsSip } from "../../../src/telephony/sip/patches.ts";

// The example of RFC 7616, section 3.9.1, once for each algorithm.
const credentials = { username: "Mufasa", password: "Circle of Life" };
const request = { method: "GET", ruri: "/dir/index.html" };
const challenge = {
  realm: "http-auth@example.org",
  nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
  opaque: "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
  qop: ["auth"],
};
const cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

function answerTo(algorithm: string): string {
  // Its constructor takes the credentials; our types know of the prototype only.
  const Digest = DigestAuthentication as new (given: typeof credentials) => DigestAuthentication;
  const digest = new Digest(credentials);
  assert.isTrue(digest.authenticate(request, { ...challenge, algorithm }, cnonce));
  return digest.toString();
}

describe("telephony/sip/patches", () => {
  before(patchJsSip);

  it("find every private name that is used", () => assert.doesNotThrow(checkPrivateNames));

  it("answer a SHA-256 challenge as RFC 7616 shows", () => {
    const answer = answerTo("SHA-256");
    assert.include(answer, "algorithm=SHA-256");
    assert.include(answer, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  });

  it("leave MD5 as it was", () => {
    const answer = answerTo("MD5");
    assert.include(answer, "algorithm=MD5");
    assert.include(answer, "8ca523f5e9506fed4657c9700eebdbec");
  });
});
