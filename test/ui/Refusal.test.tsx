import { assert } from "chai";
import { refusals, type RefusalReason } from "../../src/ui/refusals.ts";
import { Refusal } from "../../src/ui/Refusal.tsx";
import { Stage } from "./stage.tsx";

describe("ui/Refusal", () => {
  for (const reason of Object.keys(refusals) as RefusalReason[]) {
    it(`says why there is no phone: ${reason}`, async () => {
      using stage = new Stage(<Refusal reason={reason} />);
      assert.include(stage.status, refusals[reason].title);
      await stage.isAccessible();
    });
  }
});
