import { assert } from "chai";
import { loneNumber, toE164 } from "../../src/workbench/records/phone-number.ts";
import { softphoneIn } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";
import { until } from "./support/until.ts";

const settings = {
  "/numbers/homeCountry": "US",
  "/numbers/speedDial": "Reception: 600",
};
const prefixes = {
  "/reqDialingOptions/reqOutsidePrefix": "9",
  "/reqDialingOptions/reqLongDistPrefix": "1",
  "/reqDialingOptions/reqInternationalPrefix": "011",
};

const voice = { voice: 440 };

async function opened(given: Record<string, string>, path = "/home") {
  const stage = await Stage.open({
    demo: { settings: { ...settings, ...given }, robots: { "610": voice, "914155550101": voice } },
  });
  const page = await stage.visit(path);
  const phone = softphoneIn(page);
  await phone.registers();
  return { stage, page, phone, [Symbol.asyncDispose]: () => stage.close() };
}

describe("numbers", () => {
  it("are dialled with the call center's prefixes, and shown so before", async () => {
    await using on = await opened(prefixes);
    await on.phone.number.fill("(415) 555-0101");
    await on.phone.region.getByText("Dials 914155550101: a national number.").waitFor();
    await on.phone.button("Call").click();
    const calls = await until(
      () => on.stage.demo.exchange.calls(),
      (all) => all.length > 0,
      { what: "the call" },
    );
    assert.equal(calls[0]?.to, "914155550101");
  });

  it("bring their extension, keyed in after the answer", async () => {
    await using on = await opened(prefixes);
    await on.phone.dial("610 x136");
    await on.phone.says(/Connected/);
    await on.stage.call(({ digits }) => digits === "136", "the extension");
  });

  it("of a caller find the contact however they are written", async () => {
    await using on = await opened({}, "/console");
    const [contact] = await on.stage.demo.org.search(loneNumber, ["Contact"]);
    on.stage.demo.exchange.customerCalls({ from: toE164(loneNumber), to: "agent" });
    await on.page.getByRole("tab", { name: contact?.name ?? "?" }).waitFor();
  });

  it("of recent calls are there after a page load, and called again by a click", async () => {
    await using on = await opened({});
    await on.phone.dial("605"); // hangs up after three seconds
    await on.phone.says(/hung up/);
    await on.page.goto(`${on.stage.crm}/003/o`);
    await on.phone.says(/Registered/);
    await on.phone.button("Recent calls").click();
    const recent = on.phone.region.getByRole("list", { name: "Recent calls" });
    await recent.getByRole("button", { name: /^605 / }).click();
    await on.phone.says(/Connected/);
  });

  it("of the directory and of speed dial are found while typing", async () => {
    await using on = await opened({});
    await on.phone.number.fill("rec");
    await on.phone.region.getByRole("option", { name: /Reception 600/ }).waitFor();
    await on.phone.number.fill("tone");
    await on.phone.region.getByRole("option", { name: /Tone 601/ }).click();
    await on.phone.says(/Connected/);
  });

  it("of contacts are found by name in Salesforce, and called with their record", async () => {
    await using on = await opened({ "/calls/log": "yes" });
    const [contact] = await on.stage.demo.org.search(loneNumber, ["Contact"]);
    await on.phone.number.fill(contact?.name ?? "?");
    await on.phone.region.getByRole("option", { name: /415/ }).first().click();
    await on.phone.says(/Connected/);
    await on.phone.region
      .getByText(contact?.name ?? "?")
      .first()
      .waitFor();
  });
});
