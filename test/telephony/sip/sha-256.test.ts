import { assert } from "chai";
import * as fc from "fast-check";
import { sha256 } from "../../../src/telephony/sip/sha-256.ts";

async function browsers(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

describe("telephony/sip/sha-256", () => {
  it("gives the standard's example", () =>
    assert.equal(
      sha256("abc"),
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ));

  it("agrees with the browser on any text", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (text) =>
        assert.equal(sha256(text), await browsers(text)),
      ),
    ));

  it("agrees with the browser around the length of a block", async () => {
    for (let length = 50; length < 70; length++)
      assert.equal(sha256("x".repeat(length)), await browsers("x".repeat(length)));
  });
});
