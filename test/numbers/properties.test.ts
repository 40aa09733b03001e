import { assert } from "chai";
import fc from "fast-check";
import { planDial } from "../../src/numbers/dial-plan.ts";
import { libphonenumber } from "../../src/numbers/libphonenumber.ts";
import { searchVariants } from "../../src/numbers/search-variants.ts";
import type { DialRules } from "../../src/numbers/targets.ts";
import { noRules } from "../../src/numbers/targets.ts";

const prefix = fc.stringMatching(/^[0-9*#]{0,4}$/);
const country = fc.constantFrom("", "US", "GB", "DE", "IN", "IT", "XX");
const rules: fc.Arbitrary<DialRules> = fc.record({
  outside: prefix,
  longDistance: prefix,
  international: prefix,
  homeCountry: country,
  sendAs: fc.constantFrom("automatic", "e164", "national"),
  internalDigits: fc.nat({ max: 8 }),
  emergency: fc.constant([]),
});
const circumstances = fc.record({
  rules,
  plans: fc.constantFrom(libphonenumber, undefined),
  country: fc.option(country, { nil: undefined }),
});
const likeNumber = fc.stringMatching(/^\+?[0-9 ().x,pw;/#*-]{0,30}$/);
const helpDigits = fc.constantFrom("112", "911", "999", "000", "110", "119", "118", "10111", "15");

/** As people write digits. */
const separated = (digits: string) =>
  fc
    .array(fc.constantFrom("", " ", "-", ".", "\u00a0"), {
      minLength: digits.length,
      maxLength: digits.length,
    })
    .map((between) => between.map((sign, at) => (digits[at] ?? "") + sign).join(""));

describe("numbers, whatever is written", () => {
  it("never throws, and tells what to dial, what to ask, or that there is nothing", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), likeNumber),
        circumstances,
        (text, known) => {
          const plan = planDial(text, known);
          if (plan.outcome === "dial") assert.isNotEmpty(plan.target);
          if (plan.outcome === "ask") assert.isAbove(plan.choices.length, 1);
          assert.isNotEmpty([...searchVariants(text, known), "-"]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("keeps every digit: dialled, keyed in afterwards, or named as left out", () => {
    fc.assert(
      fc.property(likeNumber, (text) => {
        const plan = planDial(text, { rules: noRules });
        if (plan.outcome === "none") return;
        const all = plan.outcome === "dial" ? [plan] : plan.choices;
        const kept = all.map(({ target, afterAnswer, leftOut }) => target + afterAnswer + leftOut);
        assert.equal(count(kept.join("")), count(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps the significant number in what a numbering plan has made of it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[2-9]\d{9}$/), circumstances, (digits, known) => {
        const plan = planDial(`+1${digits}`, known);
        assert.isTrue(
          plan.outcome === "dial" && plan.target.endsWith(digits),
          JSON.stringify(plan),
        );
      }),
    );
  });

  it("sends E.164 as it is where there are no prefixes, and again when it is planned again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{9,12}$/), country, (number, homeCountry) => {
        const known = { rules: { ...noRules, homeCountry }, plans: libphonenumber };
        const once = planDial(number, known);
        if (once.outcome !== "dial") return;
        const twice = planDial(once.target, known);
        assert.equal(twice.outcome === "dial" && twice.target, once.target);
        const read = libphonenumber.read(number);
        if (read?.isValid) assert.equal(once.target, read.e164);
      }),
    );
  });

  it("dials for help untouched, under every setting and however it is written", () => {
    fc.assert(
      fc.property(
        helpDigits.chain((digits) => fc.tuple(fc.constant(digits), separated(digits))),
        circumstances,
        ([digits, written], known) => {
          const plan = planDial(written, known);
          assert.equal(plan.outcome === "dial" && plan.target, digits);
        },
      ),
    );
  });
});

function count(text: string): number {
  return text.replace(/\D/g, "").length;
}
