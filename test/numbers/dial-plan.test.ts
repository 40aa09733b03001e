import { assert } from "chai";
import { planDial } from "../../src/numbers/dial-plan.ts";
import type { DialPlan } from "../../src/numbers/dialled.ts";
import { noRules } from "../../src/numbers/targets.ts";
import { circumstances, officeRules } from "./circumstances.ts";

const british = { outside: "9", longDistance: "0", international: "00", homeCountry: "GB" };

function summary(plan: DialPlan): string {
  if (plan.outcome === "none") return plan.problem;
  if (plan.outcome === "ask") {
    return `${plan.question}: ${plan.choices.map(({ target }) => target).join(" | ")}`;
  }
  return `${plan.target}${plan.afterAnswer && ` then ${plan.afterAnswer}`} ${plan.reason}`;
}

describe("numbers/dial-plan", () => {
  describe("without the numbering plans", () => {
    for (const [written, expected] of [
      ["(415) 555-0101", "4155550101 asWritten"],
      [" +1 415.555.0101 ", "+14155550101 asWritten"],
      ["600", "600 internal"],
      ["911", "911 emergency"],
      ["*97#", "*97# code"],
      ["agent2", "agent2 name"],
      ["sip:anna@example.com", "sip:anna@example.com address"],
      ["n/a", "noNumber"],
      ["", "noNumber"],
      ["<script>", "noNumber"],
      ["1".repeat(40), "tooLong"],
    ] as const) {
      it(`makes ${expected} of ${written || "nothing"}`, () => {
        assert.equal(summary(planDial(written, { rules: noRules })), expected);
      });
    }

    for (const [written, target] of [
      ["+44 20 7946 0958", "9011442079460958"],
      ["(415) 555-0101", "914155550101"],
      ["1 415 555 0101", "914155550101"],
      ["011 44 20 7946 0958", "9011442079460958"],
      ["555-0101", "95550101"],
      ["600", "600"],
      ["9-1-1", "911"],
      ["*97", "*97"],
    ] as const) {
      it(`puts the administrator's prefixes before ${written}`, () => {
        const plan = planDial(written, { rules: { ...noRules, ...officeRules } });
        assert.equal(plan.outcome === "dial" && plan.target, target);
      });
    }

    it("dials the + where no international prefix is set", () => {
      const plan = planDial("+44 20", { rules: { ...noRules, outside: "0" } });
      assert.equal(summary(plan), "0+4420 asWritten");
    });
  });

  describe("in an American office with prefixes", () => {
    for (const [written, expected] of [
      ["(415) 555-0101", "914155550101 national"],
      ["+1 415 555 0101", "914155550101 national"],
      ["1-415-555-0101", "914155550101 national"],
      ["+1 (604) 555-0101", "916045550101 national"],
      ["+44 (0)20 7946 0958", "9011442079460958 international"],
      ["011 44 20 7946 0958", "9011442079460958 international"],
      ["9 1 415 555 0101", "914155550101 prefixed"],
      ["9011442079460958", "9011442079460958 prefixed"],
      ["1-800-FLOWERS", "918003569377 national"],
      ["(415) 555-0101 x136", "914155550101 then ,136 national"],
      ["555-0101", "95550101 asWritten"],
      ["911", "911 emergency"],
      ["+112", "112 emergency"],
      ["988", "988 emergency"],
      ["999", "999 internal"],
      ["442079460958", "plusMissing: 9011442079460958 | 91442079460958"],
      ["415 555 0101 / 415 555 0102", "whichNumber: 914155550101 | 914155550102"],
      ["415-555-0101 or 415-555-0102", "whichNumber: 914155550101 | 914155550102"],
    ] as const) {
      it(`makes ${expected} of ${written}`, () => {
        assert.equal(summary(planDial(written, circumstances(officeRules))), expected);
      });
    }
  });

  describe("in a British office with prefixes", () => {
    for (const [written, expected] of [
      ["020 7946 0958", "902079460958 national"],
      ["+44 20 7946 0958", "902079460958 national"],
      ["+1 415 555 0101", "90014155550101 international"],
      ["00 1 415 555 0101", "90014155550101 international"],
      ["999", "999 emergency"],
    ] as const) {
      it(`makes ${expected} of ${written}`, () => {
        assert.equal(summary(planDial(written, circumstances(british))), expected);
      });
    }

    it("keeps the trunk zero where no long distance prefix takes its place", () => {
      const plan = planDial("020 7946 0958", circumstances({ ...british, longDistance: "" }));
      assert.equal(summary(plan), "902079460958 national");
    });
  });

  describe("on a SIP trunk", () => {
    for (const [written, expected] of [
      ["(415) 555-0101", "+14155550101 national"],
      ["+49 30 23125 000", "+493023125000 international"],
      ["600", "600 internal"],
    ] as const) {
      it(`makes ${expected} of ${written}`, () => {
        assert.equal(summary(planDial(written, circumstances({ homeCountry: "US" }))), expected);
      });
    }

    it("sends E.164 where the administrator says so, in spite of prefixes", () => {
      const rules = { ...officeRules, sendAs: "e164" } as const;
      assert.equal(
        summary(planDial("(415) 555-0101", circumstances(rules))),
        "+14155550101 national",
      );
    });

    it("sends what is dialled at home where the administrator says so, without prefixes", () => {
      const rules = { homeCountry: "GB", sendAs: "national" } as const;
      assert.equal(
        summary(planDial("+442079460958", circumstances(rules))),
        "02079460958 national",
      );
    });

    it("asks nothing where no home country is known", () => {
      assert.equal(summary(planDial("442079460958", circumstances())), "442079460958 asWritten");
      assert.equal(
        summary(planDial("+442079460958", circumstances())),
        "+442079460958 international",
      );
    });
  });

  describe("with the country of the record", () => {
    it("takes the record's where home has no such number", () => {
      const plan = planDial("020 7946 0958", circumstances({ homeCountry: "US" }, "GB"));
      assert.equal(summary(plan), "+442079460958 recordCountry");
    });

    it("stays at home where the record's country has no such number", () => {
      const plan = planDial("(415) 555-0101", circumstances({ homeCountry: "US" }, "GB"));
      assert.equal(summary(plan), "+14155550101 national");
    });

    it("asks where both have it", () => {
      const plan = planDial("8123456789", circumstances({ homeCountry: "US" }, "IN"));
      assert.equal(summary(plan), "whichCountry: +18123456789 | +918123456789");
    });

    it("is enough without a home country", () => {
      const plan = planDial("020 7946 0958", circumstances({}, "GB"));
      assert.equal(summary(plan), "+442079460958 recordCountry");
    });
  });

  it("tells how the number reads, and what was left out", () => {
    const plan = planDial("1-415-555-0101 (ask for Kim)", circumstances({ homeCountry: "US" }));
    assert.include(plan, {
      target: "+14155550101",
      reads: "(415) 555-0101",
      country: "US",
      leftOut: "ask for Kim",
    });
  });

  it("leaves the administrator's own emergency numbers alone", () => {
    const rules = { ...officeRules, internalDigits: 2, emergency: ["5555"] };
    assert.equal(summary(planDial("5555", circumstances(rules))), "5555 emergency");
    assert.equal(summary(planDial("110", circumstances(rules))), "110 internal");
    assert.equal(summary(planDial("600", circumstances(rules))), "9600 asWritten");
  });
});
