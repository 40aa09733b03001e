import { assert } from "chai";
import {
  answerAfter,
  attachedTo,
  calledIn,
  callerOf,
} from "../../../src/telephony/sip/incoming-request.ts";

/** An INVITE of which nothing counts but these fields. */
function invite(...fields: (readonly [name: string, value: string])[]) {
  const getHeaders = (name: string) =>
    fields.filter(([own]) => own.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
  return { getHeaders, getHeader: (name: string) => getHeaders(name)[0] };
}

describe("telephony/sip/incoming-request", () => {
  describe("callerOf", () => {
    const asserted = ["P-Asserted-Identity", '"Ada, L." <sip:+14155550101@net.example>'] as const;
    const remote = ["Remote-Party-ID", '"Bob" <sip:200@pbx.example>;party=calling'] as const;

    it("believes what the network asserts, first", () => {
      assert.deepEqual(callerOf(invite(remote, asserted)), {
        number: "+14155550101",
        name: "Ada, L.",
      });
    });

    it("reads the older field where nothing is asserted", () => {
      assert.deepEqual(callerOf(invite(remote)), { number: "200", name: "Bob" });
    });

    it("takes the number from a list of a name and a number", () => {
      const both = ["P-Asserted-Identity", "<mailto:x>, <tel:+14155550101;phone-context=x>"];
      assert.deepEqual(callerOf(invite([both[0] ?? "", both[1] ?? ""])), {
        number: "+14155550101",
      });
    });

    it("does not take the called side for the caller", () => {
      assert.deepEqual(callerOf(invite(["Remote-Party-ID", "<sip:1@x>;party=called"])), {});
    });

    it("says nothing where the caller wants to stay unknown", () => {
      assert.deepEqual(callerOf(invite(asserted, ["Privacy", "id"])), {});
      assert.deepEqual(callerOf(invite(["Remote-Party-ID", "<sip:1@x>;privacy=full"])), {});
    });

    it("reads odd text without trouble", () => {
      for (const odd of ["", "<", '"', "<sip:@>", '"<sip:1@x>', "%%%", "<sip:%E0%A4%A@x>"])
        assert.doesNotThrow(() => callerOf(invite(["P-Asserted-Identity", odd])));
    });
  });

  describe("calledIn", () => {
    const to = ["To", "<sip:+14155550000@x>;tag=1"] as const;

    it("is the number that the caller addressed, or what the network says it was", () => {
      assert.equal(calledIn(invite(to), "agent"), "+14155550000");
      const network = ["P-Called-Party-ID", "<sip:18005550000@x>"] as const;
      assert.equal(calledIn(invite(to, network), "agent"), "18005550000");
    });

    it("is nothing where only our own name is said, or nothing that can be read", () => {
      assert.isUndefined(calledIn(invite(["To", "<sip:agent@x>"]), "agent"));
      assert.isUndefined(calledIn(invite(["To", "%%%"]), "agent"));
    });
  });

  describe("attachedTo", () => {
    it("keeps the fields that are named, and not more of them than is sensible", () => {
      const long = "x".repeat(2_000);
      const found = attachedTo(invite(["X-Case", " 42 "], ["X-Long", long], ["X-No", "1"]), [
        "x-case",
        "X-Long",
        "X-Missing",
      ]);
      assert.deepEqual(found, { "x-case": "42", "X-Long": "x".repeat(500) });
    });

    it("reads what a User-to-User field says in hexadecimal digits", () => {
      const field = ["User-to-User", "43617365203432;encoding=hex"] as const;
      assert.deepEqual(attachedTo(invite(field), ["User-to-User"]), { "User-to-User": "Case 42" });
    });
  });

  describe("answerAfter", () => {
    const wishes = [
      ["Call-Info", "<sip:x>;answer-after=0", 0],
      ["Call-Info", "<sip:x>; answer-after=3", 3_000],
      ["Alert-Info", "<http://x>;info=alert-autoanswer;delay=0", 0],
      ["Alert-Info", "Ring Answer", 0],
      ["Answer-Mode", "Auto", 0],
      ["Priv-Answer-Mode", "Auto;require", 0],
      ["Answer-Mode", "Manual", undefined],
      ["Alert-Info", "<http://x/ring.wav>", undefined],
    ] as const;
    for (const [name, value, expected] of wishes)
      it(`of ${name}: ${value} is ${expected}`, () => {
        assert.equal(answerAfter(invite([name, value])), expected);
      });
  });
});
