import { assert } from "chai";
import { Softphone } from "../../src/ui/Softphone.tsx";
import { loadLate } from "../../src/ui/late.tsx";
import { aSoftphone } from "../softphone/fakes/a-softphone.ts";
import { until } from "../softphone/fakes/until.ts";
import { Stage } from "./stage.tsx";

const settings = {
  "/numbers/speedDial": "Reception: 100; Recovery: 101",
  "/numbers/homeCountry": "US",
};
const recents = [
  {
    id: "1",
    direction: "incoming",
    number: "+14155550101",
    name: "Ann Lee",
    startedAt: 0,
    missed: true,
  },
  { id: "2", direction: "outgoing", number: "600", startedAt: 0, length: 5, missed: false },
] as const;

async function shown(width = 200) {
  const phone = aSoftphone({ settings });
  const stage = new Stage(<Softphone app={phone.app} />, width);
  await loadLate();
  await until(() => stage.root.querySelector("[role=combobox]"));
  await until(() => phone.app.crm.settings.value);
  const field = stage.field("[role=combobox]");
  field.focus();
  const press = (key: string) =>
    field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return {
    ...{ phone, stage, field, press },
    [Symbol.dispose]() {
      stage[Symbol.dispose]();
      phone[Symbol.dispose]();
    },
  };
}

describe("ui/dial/NumberHelp", () => {
  for (const width of [200, 400]) {
    it(`suggests, and is accessible, ${String(width)} pixels wide`, async () => {
      using on = await shown(width);
      on.stage.type(on.field, "rec");
      await until(() => on.stage.root.querySelectorAll("[role=option]").length === 2);
      on.press("ArrowDown");
      await until(() => on.field.getAttribute("aria-activedescendant") === "number-suggestion-0");
      assert.equal(on.field.getAttribute("aria-expanded"), "true");
      await on.stage.isAccessible();
    });
  }

  it("calls the suggestion that was chosen by key, and closes at Escape", async () => {
    using on = await shown();
    on.stage.type(on.field, "rec");
    await until(() => on.stage.root.querySelectorAll("[role=option]").length === 2);
    on.press("Escape");
    await until(() => on.stage.root.querySelectorAll("[role=option]").length === 0);
    on.press("ArrowDown");
    on.press("ArrowDown");
    await until(() => on.field.getAttribute("aria-activedescendant") === "number-suggestion-1");
    on.press("Enter");
    await until(() => on.phone.link.sentOf("dial").length);
    assert.include(on.phone.link.sentOf("dial")[0], { target: "101" });
  });

  it("says how a number reads, and what is dialled and why", async () => {
    using on = await shown();
    on.stage.type(on.field, "415 555 0101 x136");
    await until(() => on.stage.text.includes("(415) 555-0101, United States"));
    assert.include(on.stage.text, "Dials +14155550101: a national number. Then keys in 136.");
    await on.stage.isAccessible();
  });

  it("asks which number is meant, and calls the one that is chosen", async () => {
    using on = await shown();
    on.phone.app.dialer.call({ number: "442079460958" });
    await until(() => on.stage.findButton("+44 20 7946 0958, United Kingdom"));
    await on.stage.isAccessible();
    on.stage.button("+44 20 7946 0958, United Kingdom").click();
    assert.include(on.phone.link.sentOf("dial")[0], { target: "+442079460958" });
  });

  for (const width of [200, 400]) {
    it(`lists recent calls, missed ones marked, ${String(width)} pixels wide`, async () => {
      using on = await shown(width);
      on.stage.button("Recent calls").click();
      on.phone.link.events.emit("keptChanged", { kept: { recents, favourites: [] } });
      await until(() => on.stage.text.includes("Missed +14155550101"));
      await on.stage.isAccessible();
      on.stage.button("Favourite: Ann Lee").click();
      assert.deepEqual(on.phone.link.sentOf("setFavourite"), [
        { type: "setFavourite", favourite: { name: "Ann Lee", number: "+14155550101" }, on: true },
      ]);
      on.stage.one(".recents li:first-child .choice").click();
      await until(() => on.phone.link.sentOf("dial").length);
      assert.include(on.phone.link.sentOf("dial")[0], { target: "+14155550101" });
    });
  }
});
