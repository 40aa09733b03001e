import { assert } from "chai";
import { callLayoutOf, blockOf } from "../../../../src/host/classic/opening/layout.ts";
import { decodeSoftphoneLayout } from "../../../../src/toolkits/opencti/softphone-layout.ts";

const pops = {
  PopToEntity: { opens: "record", object: "X" },
  PopToVisualforce: { opens: "page", name: "X" },
  PopToSearch: { opens: "search" },
  PopToFlow: { opens: "flow", name: "X" },
  DoNotPop: { opens: "nothing" },
} as const;
const nothing = { opens: "nothing" };

function read(screenPopSettings: unknown) {
  const Inbound = {
    callRelatedFields: ["ANI", "DNIS", "QUEUE", "SEGMENT", "ODD"],
    screenPopSettings,
  };
  const layout = decodeSoftphoneLayout("getSoftphoneLayout", { Inbound });
  return callLayoutOf(blockOf(layout, "incoming"));
}

describe("host/classic/opening/layout", () => {
  const outcomes = { NoMatch: "none", SingleMatch: "one", MultipleMatches: "several" } as const;
  for (const [screenPopType, opening] of Object.entries(pops))
    for (const [theirs, ours] of Object.entries(outcomes))
      it(`${screenPopType} for ${theirs}`, () => {
        const { openings } = read({ [theirs]: { screenPopType, screenPopData: "X" } });
        const others = { none: nothing, one: nothing, several: nothing };
        assert.deepEqual(openings, { ...others, [ours]: opening });
      });

  it("knows in which window", () => {
    assert.isTrue(read({ screenPopsOpenWithin: "NewWindow" }).newWindow);
    assert.isFalse(read({ screenPopsOpenWithin: "ExistingWindow" }).newWindow);
    assert.isFalse(read(undefined).newWindow);
  });

  it("knows which facts of a call to show, and skips others", () => {
    assert.deepEqual(read({}).facts, ["caller", "dialled", "queue", "segment"]);
  });
});
