import { assert } from "chai";
import fc from "fast-check";
import { standInInteraction } from "../../../src/workbench/stand-in/interaction.ts";
import { versionOf } from "../../../src/workbench/stand-in/scope.ts";
import { call, FakePage, salesforce } from "./fake-page.ts";

describe("workbench/stand-in/interaction", () => {
  it("hands the whole answer on, converting only true and false of the result", () => {
    const page = new FakePage();
    const toolkit = standInInteraction(page.scope(31));
    const heard: unknown[] = [];
    const listen = (reply: unknown) => heard.push(reply);
    for (let asked = 0; asked < 3; asked++) call(toolkit, "saveLog", "Task", "a=b", listen);
    page.hear("interactionApi/method=saveLog_1&result=true&id=true");
    page.hear("interactionApi/method=saveLog_0&result=&error=a%26b");
    page.hear("interactionApi/method=saveLog_2");
    assert.deepEqual(heard, [
      { method: "saveLog_1", result: true, id: "true" },
      { method: "saveLog_0", result: null, error: "a&b" },
      { method: "saveLog_2" },
    ]);
  });

  it("answers once, and runs listeners every time", () => {
    const page = new FakePage();
    const toolkit = standInInteraction(page.scope(31));
    const heard: string[] = [];
    call(toolkit, "isVisible", () => heard.push("answer"));
    call(toolkit, "onFocus", () => heard.push("one"));
    call(toolkit, "onFocus", () => heard.push("two"));
    for (let time = 0; time < 2; time++) {
      page.hear("interactionApi/method=isVisible_0&result=true");
      page.hear("interactionApi/method=onFocus&result={}");
    }
    assert.deepEqual(heard, ["answer", "one", "two", "one", "two"]);
    assert.lengthOf(page.posted, 3);
  });

  it("hears its own origin only", () => {
    const page = new FakePage();
    const heard: unknown[] = [];
    call(standInInteraction(page.scope(31)), "isVisible", (reply: unknown) => heard.push(reply));
    page.hear("interactionApi/method=isVisible_0&result=true", "https://evil.example");
    assert.lengthOf(heard, 0);
  });

  it("swallows what a callback throws, keeps the name, and complains of it", () => {
    const page = new FakePage();
    const toolkit = standInInteraction(page.scope(31));
    let runs = 0;
    call(toolkit, "isVisible", () => {
      runs++;
      throw new Error("mine");
    });
    page.hear("interactionApi/method=isVisible_0&result=true");
    page.hear("interactionApi/method=isVisible_0&result=true");
    page.hear({ an: "object" });
    assert.equal(runs, 2);
    assert.lengthOf(page.complaints, 3);
  });

  it("does nothing, silently, where the address names no way", () => {
    const page = new FakePage();
    for (const search of ["", "?isdtp=vw", "?nonce=n", "?sfdcIFrameOrigin=&nonce=n"]) {
      call(standInInteraction(page.scope(31, search)), "isInConsole", () => undefined);
    }
    assert.lengthOf(page.posted, 0);
  });

  it("lowers the origin's letters, and throws while loading at a malformed address", () => {
    const page = new FakePage();
    const shouting = page.scope(
      31,
      "?nonce=n&sfdcIFrameOrigin=https%3A%2F%2FACME.My.Salesforce.com",
    );
    call(standInInteraction(shouting), "refreshPage");
    assert.equal(page.posted[0]?.origin, salesforce);
    assert.equal(page.posted[0]?.target, page.parent);
    assert.throws(() => standInInteraction(page.scope(31, "?discount=50%")), URIError);
  });

  it("takes its way from a signed request in Canvas, to the top if served from there", () => {
    const page = new FakePage();
    const parameters = { sfdcIframeOrigin: salesforce, nonce: "c", servedFromCanvas: true };
    const signed = (request: unknown) =>
      Object.assign(page, { Sfdc: { canvas: { client: { signedrequest: () => request } } } });
    signed(JSON.stringify({ context: { environment: { parameters } } }));
    call(standInInteraction(page.scope(31, "")), "refreshPage");
    signed({
      payload: { environment: { parameters: { ...parameters, servedFromCanvas: false } } },
    });
    call(standInInteraction(page.scope(31, "")), "refreshPage");
    assert.deepEqual(
      page.posted.map(({ target }) => target === page.top),
      [true, false],
    );
  });

  it("leaves page 0 of the directory out", () => {
    const page = new FakePage();
    call(
      standInInteraction(page.scope(31)),
      "cti.getDirectoryNumbers",
      true,
      null,
      undefined,
      0,
      10,
    );
    assert.deepEqual(page.messages, [
      "interactionApi/method=getDirectoryNumbers&isGlobal=true&resultSetPageSize=10&nonce=n0nce&apiVersion=31",
    ]);
  });

  it("has the methods of its version", () => {
    const names = (version: number) => {
      const { cti, entityFeed, ...rest } = standInInteraction(new FakePage().scope(version));
      return [rest, cti, entityFeed].flatMap((each) => Object.keys(each as object));
    };
    assert.lengthOf(names(25), 15);
    assert.lengthOf(names(31), 23);
    assert.lengthOf(names(66), 24);
  });

  it("carries any text to Salesforce and back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const page = new FakePage();
        const toolkit = standInInteraction(page.scope(31));
        const heard: unknown[] = [];
        call(toolkit, "saveLog", text, "", (reply: unknown) => heard.push(reply));
        assert.equal(new URLSearchParams(page.messages[0]?.split("/")[1]).get("objectName"), text);
        page.hear(`interactionApi/method=saveLog_0&id=${encodeURIComponent(text)}`);
        assert.deepEqual(heard, [{ method: "saveLog_0", id: text === "" ? null : text }]);
      }),
    );
  });

  describe("versionOf", () => {
    it("reads the script's address, the page's first", () => {
      assert.equal(versionOf("https://crm/support/api/45.0/interaction.js", "", 31), 45);
      assert.equal(
        versionOf("https://crm/support/api/45.0/interaction.js", "?toolkitVersion=25.0", 31),
        25,
      );
      assert.equal(versionOf(undefined, "", 31), 31);
    });
  });
});
