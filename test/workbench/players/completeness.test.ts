import { assert } from "chai";
import type { VendorInteraction } from "../../../src/toolkits/opencti/vendor.ts";
import { listenable, playersOf } from "../../../src/workbench/players/table.ts";
import { setScene } from "../../../src/workbench/players/scene.ts";
import { standInConsole } from "../../../src/workbench/stand-in/integration.ts";
import { standInInteraction } from "../../../src/workbench/stand-in/interaction.ts";
import { FakeStore } from "../fake-store.ts";
import { FakePage, methodAt } from "../stand-in/fake-page.ts";
import { consoleMethods, interactionMethods } from "./method-names.ts";

/** Paths of all functions of a vendor's object, one level deep. */
type Paths<Vendor> = {
  [Name in keyof Vendor & string]: Vendor[Name] extends (...args: never[]) => unknown
    ? Name
    : `${Name}.${keyof Vendor[Name] & string}`;
}[keyof Vendor & string];

/** Compiles only while the list and the vendor's types name the same methods. */
type Same<One, Other> = [Exclude<One, Other>, Exclude<Other, One>] extends [never, never]
  ? true
  : never;
const namesAreTheVendors: Same<
  (typeof interactionMethods)[number],
  Paths<VendorInteraction>
> = true;

const ignore = () => undefined;
const played = playersOf(
  setScene(
    { mode: "console", store: new FakeStore(), settings: {} },
    { announce: ignore, reload: ignore, recordSaved: ignore },
  ),
);

/** These need no word to Salesforce, or are never sent by the script. */
const silent = [
  "isInConsole",
  "include",
  "isCanvasContext",
  "helper.execute",
  "helper.getVersion",
  "setCustomConsoleComponentWindowVisible",
  "isCustomConsoleComponentWindowHidden",
  "removeEventListener",
];

describe("workbench/players, all of them", () => {
  it("know 24 methods of Open CTI and 133 of the console toolkit", () => {
    assert.isTrue(namesAreTheVendors);
    assert.lengthOf(interactionMethods, 24);
    assert.lengthOf(consoleMethods, 133);
  });

  for (const path of interactionMethods) {
    it(`play ${path}`, () => {
      const [name = "", chapter = "interaction"] = path.split(".").reverse();
      const api = chapter === "entityFeed" ? "entityFeed" : "interaction";
      assert.isTrue(name in played[api] || listenable[api].includes(name));
      assert.isFunction(methodAt(standInInteraction(new FakePage().scope(66)), path));
    });
  }

  for (const [path, callee] of consoleMethods) {
    it(`play ${path}`, () => {
      const version = path.endsWith("WindowVisible") || path.endsWith("WindowHidden") ? 31 : 57;
      const isPlayed = callee !== undefined && callee in played.integration;
      const isHeard = callee !== undefined && listenable.integration.includes(callee);
      assert.isTrue(isPlayed || isHeard || silent.includes(path));
      assert.isFunction(methodAt(standInConsole(new FakePage().scope(version)), path));
    });
  }

  it("are asked for under the names that the stand-in sends", () => {
    const page = new FakePage();
    const toolkit = standInConsole(page.scope(57));
    for (const [path, callee] of consoleMethods) {
      if (callee === undefined || silent.includes(path)) continue;
      const before = page.messages.length;
      methodAt(toolkit, path)?.("a", ignore, ignore, ignore, ignore);
      // A method that takes a list or a callback first is called again as it expects.
      if (page.messages.length === before) methodAt(toolkit, path)?.(["a"], ignore);
      assert.include(page.messages.at(-1) ?? "", `xdomain_name=s:${callee}&`, path);
    }
  });
});
