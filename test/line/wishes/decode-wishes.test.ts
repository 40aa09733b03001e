import { assert } from "chai";
import { dated, decodeWishes } from "../../../src/line/wishes/decode-wishes.ts";
import { wanted } from "./wanted.ts";

const hour = 3_600_000;

describe("line/wishes/decode-wishes", () => {
  it("takes what was written", () => {
    assert.deepEqual(decodeWishes(dated(wanted)), wanted);
  });

  it("takes a wrap-up, too", () => {
    const { chosen } = wanted.wishes.presence;
    const presence = { phase: "wrapUp", since: 7, until: 9, calls: ["a"], chosen } as const;
    const more = { ...wanted, wishes: { ...wanted.wishes, presence } };
    assert.deepEqual(decodeWishes(dated(more)), more);
  });

  it("lets nothing outlive the night", () => {
    assert.deepEqual(decodeWishes({ ...wanted, at: Date.now() - 7 * hour }), wanted);
    assert.isUndefined(decodeWishes({ ...wanted, at: Date.now() - 9 * hour }));
  });

  it("takes nothing else for wishes", () => {
    const { wishes } = wanted;
    const { presence } = wishes;
    const { chosen } = presence;
    const strange: readonly object[] = [
      { owner: 1 },
      { at: "now" },
      { wishes: null },
      { wishes: { ...wishes, presence: "ready" } },
      { wishes: { ...wishes, presence: { ...presence, since: "then" } } },
      { wishes: { ...wishes, presence: { ...presence, phase: "asleep" } } },
      { wishes: { ...wishes, presence: { ...presence, phase: "wrapUp", until: 1, calls: [1] } } },
      { wishes: { ...wishes, presence: { ...presence, chosen: { ...chosen, by: "nobody" } } } },
      { wishes: { ...wishes, presence: { ...presence, chosen: { ...chosen, reason: 1 } } } },
    ];
    for (const change of strange)
      assert.isUndefined(decodeWishes({ ...dated(wanted), ...change }), JSON.stringify(change));
    for (const value of [undefined, null, "", 1, []]) assert.isUndefined(decodeWishes(value));
  });
});
