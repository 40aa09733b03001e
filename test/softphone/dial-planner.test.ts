import { signal } from "@preact/signals";
import { assert } from "chai";
import { decodeSettings } from "../../src/callcenter/decode-settings.ts";
import { dialAsItIs, planFor, readsAs } from "../../src/softphone/dial-planner.ts";

const { settings } = decodeSettings({ "/numbers/homeCountry": "us" });

describe("softphone/dial-planner readsAs", () => {
  for (const [number, reads] of [
    ["+14155550101", "(415) 555-0101"],
    ["4155550101", "(415) 555-0101"],
    ["+442079460958", "+44 20 7946 0958"],
  ] as const) {
    it(`writes ${number} as people do: ${reads}`, async () => {
      assert.equal(await readsAs(number, settings), reads);
    });
  }

  for (const number of [
    "601",
    "112",
    "*21#",
    "sip:ann@example.com",
    "anonymous",
    "",
    "4155550101,136",
  ]) {
    it(`leaves "${number}" as it is`, async () => {
      assert.equal(await readsAs(number, settings), number);
    });
  }

  it("writes as from abroad where no home country is set", async () => {
    assert.equal(await readsAs("+14155550101", undefined), "+1 415 555 0101");
    assert.equal(await readsAs("4155550101", undefined), "4155550101");
  });
});

describe("softphone/dial-planner dialAsItIs", () => {
  const { settings: outside } = decodeSettings({
    "/numbers/homeCountry": "us",
    "/numbers/emergency": "555",
    "/reqDialingOptions/reqOutsidePrefix": "9",
  });

  it("puts nothing before the number", () => {
    const order = dialAsItIs("4155550101", outside);
    assert.deepEqual(order, { type: "dial", target: "4155550101" });
  });

  for (const number of ["911", "555"]) {
    it(`says of ${number}, too, that it calls for help`, () => {
      const order = dialAsItIs(number, outside);
      assert.deepEqual(order, { type: "dial", target: number, forHelp: true });
    });
  }
});

describe("softphone/dial-planner planFor", () => {
  it("leaves a number as it is that has its prefixes, even one that nobody would write", async () => {
    const crm = { settings: signal(settings), status: signal({ phase: "connecting" } as const) };
    const plan = await planFor({ number: "9 x or 8", isReady: true }, crm);
    assert.deepInclude(plan, { outcome: "dial", target: "9 x or 8", afterAnswer: "" });
  });
});
