import { assert } from "chai";
import { chosenLayout } from "../../../src/workbench/desk/layout-choice.ts";
import { keepFrameAddress } from "../../../src/workbench/desk/frame-address.ts";
import { chosenScenario } from "../../../src/workbench/desk/scenario-choice.ts";

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
});

describe("workbench/desk/layout-choice", () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  it("keeps the named layout through pages whose address does not name it", () => {
    assert.strictEqual(chosenLayout(""), "usual");
    assert.strictEqual(chosenLayout("?layout=flow"), "flow");
    assert.strictEqual(chosenLayout("?view=1"), "flow");
  });
});

describe("workbench/desk/frame-address", () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  it("asks for another load only when this page's frame was made of something else", () => {
    const adapterUrl = "http://phone.test/";
    const answers = [
      keepFrameAddress({ adapterUrl, toolkitVersion: undefined }),
      keepFrameAddress({ adapterUrl, toolkitVersion: "25.0" }),
      keepFrameAddress({ adapterUrl, toolkitVersion: "25.0" }),
      keepFrameAddress({ adapterUrl, toolkitVersion: undefined }),
      keepFrameAddress({ adapterUrl: "http://other.test/", toolkitVersion: undefined }),
    ];
    assert.deepStrictEqual(answers, [false, true, false, true, true]);
  });
});
