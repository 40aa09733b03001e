import { assert } from "chai";
import { ConsoleLink, Detection } from "../../../src/toolkits/console/index.ts";
import { assertThrows } from "./assert-fails.ts";
import { FakeConsole } from "./fake-console.ts";

describe("toolkits/console/window-console", () => {
  const page = globalThis as { sforce?: { console?: unknown } };
  const detection = () => new Detection(new ConsoleLink(() => undefined));

  afterEach(() => {
    delete page.sforce;
  });

  it("finds the page's own sforce.console", () => {
    const fake = new FakeConsole();
    fake.returns = true;
    page.sforce = { console: fake.vendor };
    assert.isTrue(detection().isInConsole());
  });

  it("finds nothing when a script has not loaded", () => {
    assertThrows(() => detection().isInConsole(), "unavailable");
    page.sforce = {};
    assertThrows(() => detection().isInConsole(), "unavailable");
  });
});
