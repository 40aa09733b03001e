import { signal } from "@preact/signals";
import { assert } from "chai";
import { decodeSettings } from "../../../src/callcenter/decode-settings.ts";
import type { Settings } from "../../../src/callcenter/schema.ts";
import { ReadNumber } from "../../../src/ui/call/ReadNumber.tsx";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

describe("ui/call/ReadNumber", () => {
  it("shows a number as it came, then as people write it at home", async () => {
    const settings = signal<Settings | undefined>(undefined);
    using stage = new Stage(<ReadNumber app={{ crm: { settings } }} number="+14155550101" />);
    assert.equal(stage.text, "+14155550101");
    settings.value = decodeSettings({ "/numbers/homeCountry": "us" }).settings;
    await until(() => stage.text === "(415) 555-0101");
  });
});
