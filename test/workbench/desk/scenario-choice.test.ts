import { assert } from "chai";
import { chosenScenario, keepToolkitVersion } from "../../../src/workbench/desk/scenario-choice.ts";

describe("workbench/desk/scenario-choice", () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  it("keeps the named scenario through pages whose address does not name it", () => {
    assert.strictEqual(chosenScenario(""), "none");
    assert.strictEqual(chosenScenario("?scenario=answers-twice"), "answers-twice");
    assert.strictEqual(chosenScenario("?view=1"), "answers-twice");
    assert.strictEqual(chosenScenario("?scenario=none"), "none");
    assert.strictEqual(chosenScenario(""), "none");
  });

  it("asks for another load only when the toolkits' version changes", () => {
    const answers = [undefined, "25.0", "25.0", undefined].map((version) =>
      keepToolkitVersion(version),
    );
    assert.deepStrictEqual(answers, [false, true, false, true]);
  });
});
