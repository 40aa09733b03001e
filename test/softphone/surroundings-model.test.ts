import { assert } from "chai";
import { SurroundingsModel } from "../../src/softphone/surroundings-model.ts";
import { aSoftphone } from "./fakes/a-softphone.ts";
import { until } from "./fakes/until.ts";

describe("softphone/surroundings-model", () => {
  it("calls a colleague without prefixes, and for help where the key is for that", async () => {
    const settings = {
      "/numbers/homeCountry": "us",
      "/reqDialingOptions/reqOutsidePrefix": "9",
      "/features/colleagues": "Ann: 4155550101; Help: 911",
    };
    using phone = aSoftphone({ settings });
    await until(() => phone.app.crm.settings.value);
    using model = new SurroundingsModel(phone.app);
    for (const colleague of model.colleagues.value) model.call(colleague);
    assert.deepEqual(phone.link.sentOf("dial"), [
      { type: "dial", target: "4155550101" },
      { type: "dial", target: "911", forHelp: true },
    ]);
  });
});
