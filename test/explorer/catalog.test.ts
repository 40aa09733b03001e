import { assert } from "chai";
import { catalog, entries } from "../../src/explorer/catalog.ts";
import { examples } from "../../src/explorer/catalog/examples.ts";
import { typesOf } from "../../src/explorer/manual.ts";
import { listenable, playersOf } from "../../src/workbench/players/table.ts";
import { setScene } from "../../src/workbench/players/scene.ts";
import { createOrg } from "../../src/workbench/records/org.ts";
import consoleFacts from "../fixtures/console-toolkit.json";
import openCtiFacts from "../fixtures/open-cti-classic.json";
import {
  askedCases,
  eventCases,
  onceCases,
  specialCases,
  toldCases,
} from "../toolkits/console/cases.ts";

const ignore = () => undefined;
const played = playersOf(
  setScene(
    { mode: "console", store: createOrg(), settings: {} },
    { announce: ignore, reload: ignore, recordSaved: ignore },
  ),
);

/** Answered by the script itself, or sent under another method's name. */
const unplayed = [
  ...["isInConsole", "isCanvasContext", "include", "helper.execute", "helper.getVersion"],
  ...["setCustomConsoleComponentWindowVisible", "isCustomConsoleComponentWindowHidden"],
];

/** Every method of Salesforce's two manuals, and what the wire calls it. */
const facts = [
  ...openCtiFacts.methods.map(({ name, since }) => {
    const feed = name.startsWith("entityFeed.");
    const api = feed ? ("entityFeed" as const) : ("interaction" as const);
    return { id: `opencti/${name}`, name, since, api, callee: name.replace(/^.*\./, "") };
  }),
  ...consoleFacts.methods.map(({ name, since, callee }) => {
    return { id: `console/${name}`, name, since, api: "integration" as const, callee };
  }),
];

const consoleCases = new Set([
  ...[askedCases, eventCases, onceCases, toldCases].flatMap((table) => Object.keys(table)),
  ...specialCases,
]);

describe("explorer/catalog", () => {
  it("holds 24 methods of Open CTI and 133 of the console toolkit, and no other", () => {
    assert.sameMembers(
      catalog.map(({ id }) => id),
      facts.map(({ id }) => id),
    );
    assert.lengthOf(catalog, 24 + 133);
    assert.lengthOf([...Object.keys(entries.opencti), ...Object.keys(entries.console)], 157);
  });

  for (const { id, name, since, api, callee } of facts) {
    it(`${id} is wrapped, described, played and held to its contract`, () => {
      const method = catalog.find((each) => each.id === id);
      assert.exists(method, "no wrapper with a comment, or no way to call it");
      assert.match(method.summary, /^[A-Z].*\.$/);
      assert.include(method.signature, name.replace(/^.*\./, ""));
      assert.include(method.example, `${name.replace(/^.*\./, "")}(`, "no example");
      assert.equal(method.since, since ?? null);
      if (api === "integration") assert.isTrue(consoleCases.has(name), "no contract case");
      if (!unplayed.includes(name) || api !== "integration") {
        const isPlayed = callee !== null && callee in played[api];
        const isHeard = callee !== null && listenable[api].includes(callee);
        assert.isTrue(isPlayed || isHeard, "not played");
      }
    });
  }

  it("fills in what an argument can be read back from", () => {
    for (const { id, entry } of catalog) {
      for (const [name, { example, read, options }] of Object.entries(entry.fields)) {
        assert.doesNotThrow(() => read(example), undefined, `${id} ${name}`);
        if (options) assert.include(options, example);
      }
    }
  });

  it("names arguments as the signature does, or as the options it takes", () => {
    for (const { id, kit, signature, entry } of catalog) {
      const words = [signature, ...typesOf(kit, signature)].join(" ");
      const unknown = Object.keys(entry.fields).filter((name) => !words.includes(name));
      assert.deepEqual(unknown, id === "console/focusSidebarComponent" ? ["details"] : [], id);
    }
  });

  it("tells the types that a result is made of, the outer ones first", () => {
    const [first, ...others] = typesOf("opencti", "getPageInfo(): Promise<PageInfo>");
    assert.match(first ?? "", /^interface PageInfo/);
    assert.isTrue(others.some((text) => text.startsWith("interface RecordFacts")));
  });

  it("names records that the workbench's org has", async () => {
    const org = createOrg();
    assert.equal((await org.get(examples.contactId))?.object, "Contact");
    assert.equal((await org.get(examples.caseId))?.object, "Case");
    const found = await org.search(examples.phone, ["Contact"]);
    assert.deepEqual(
      found.map(({ Id }) => Id),
      [examples.contactId],
    );
  });
});
