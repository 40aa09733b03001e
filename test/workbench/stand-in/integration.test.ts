import { assert } from "chai";
import fc from "fast-check";
import { standInConsole } from "../../../src/workbench/stand-in/integration.ts";
import { call, FakePage, salesforce } from "./fake-page.ts";

function reply(name: string, args: string): string {
  return `integrationApi/name=s:${name}&originFrame=s:other&args=s:${encodeURIComponent(args)}`;
}

function loaded(search?: string) {
  const page = new FakePage();
  return { page, toolkit: standInConsole(page.scope(57, search)) };
}

const isInConsole = (search: string) => call(loaded(search).toolkit, "isInConsole");

describe("workbench/stand-in/integration", () => {
  it("answers each question once, whatever the order", () => {
    const { page, toolkit } = loaded();
    const heard: unknown[] = [];
    const listen = (...args: unknown[]) => heard.push(args);
    call(toolkit, "getPrimaryTabIds", listen);
    call(toolkit, "getFocusedPrimaryTabId", listen);
    page.hear(reply("getFocusedPrimaryTabId_1", "id=s:scc-pt-1&success=b:true"));
    page.hear(reply("getPrimaryTabIds_0", "ids=a:&success=b:true"));
    page.hear(reply("getPrimaryTabIds_0", "ids=a:&success=b:true"));
    assert.deepEqual(heard, [[{ id: "scc-pt-1", success: true }], [{ ids: [""], success: true }]]);
  });

  it("asks for an event once, and tells all its handlers, and which frame it came from", () => {
    const { page, toolkit } = loaded();
    const heard: unknown[] = [];
    call(toolkit, "onFocusedSubtab", (...args: unknown[]) => heard.push(args));
    call(toolkit, "onFocusedSubtab", () => heard.push("second"));
    for (let time = 0; time < 2; time++) page.hear(reply("onFocusedSubtab", "id=s:1"));
    assert.lengthOf(page.posted, 1);
    assert.deepEqual(heard, [
      [{ id: "1" }, { frameId: "other" }],
      "second",
      [{ id: "1" }, { frameId: "other" }],
      "second",
    ]);
  });

  it("asks once for each named event, and keeps its name from handlers", () => {
    const { page, toolkit } = loaded();
    const heard: unknown[] = [];
    for (const type of ["A", "B", "A"]) {
      call(toolkit, "addEventListener", type, (event: unknown) => heard.push(type, event));
    }
    call(toolkit, "addEventListener", "", () => undefined);
    call(toolkit, "addEventListener", "C");
    assert.lengthOf(page.posted, 2);
    page.hear(reply("addEventListener", "eventType=s:B&message=s:x"));
    assert.deepEqual(heard, ["B", { message: "x" }]);
  });

  it("forgets removed handlers without a word, and throws when there never was one", () => {
    const { page, toolkit } = loaded();
    const heard: string[] = [];
    const listen = () => heard.push("A");
    assert.throws(() => call(toolkit, "removeEventListener", "A", listen), TypeError);
    call(toolkit, "addEventListener", "A", listen);
    call(toolkit, "removeEventListener", "A", listen);
    page.hear(reply("addEventListener", "eventType=s:A&message=s:x"));
    assert.lengthOf(heard, 0);
    call(toolkit, "addEventListener", "A", listen);
    assert.lengthOf(page.posted, 2);
  });

  it("has one listener for push notifications at a time", () => {
    const { page, toolkit } = loaded();
    call(toolkit, "removePushNotificationListener", () => undefined);
    call(toolkit, "addPushNotificationListener", ["Case"], () => undefined);
    assert.isFalse(call(toolkit, "addPushNotificationListener", ["Case"], () => undefined));
    call(toolkit, "removePushNotificationListener", () => undefined);
    assert.lengthOf(page.posted, 2);
  });

  it("keeps quiet about the end of another call", () => {
    const { page, toolkit } = loaded();
    const heard: unknown[] = [];
    call(toolkit, "cti.onCallEnd", ({ id }: { id: string }) => heard.push(id), "c1");
    page.hear(reply("onCallEnd", "id=s:c2&duration=s:1&disposition=s:x"));
    page.hear(reply("onCallEnd", "id=s:c1&duration=s:1&disposition=s:x"));
    assert.deepEqual(heard, ["c1"]);
  });

  it("throws at null for the options of getCallAttachedData", () => {
    const { toolkit } = loaded();
    assert.throws(
      () => call(toolkit, "cti.getCallAttachedData", "c", () => undefined, null),
      TypeError,
    );
  });

  it("unpacks what chats answer", () => {
    const { page, toolkit } = loaded();
    const heard: unknown[] = [];
    const listen = (each: unknown) => heard.push(each);
    call(toolkit, "chat.getDetailsByChatKey", "K", listen);
    call(toolkit, "chat.getEngagedChats", listen);
    call(toolkit, "chat.getChatLog", "K", listen);
    page.hear(
      reply(
        "chatGetDetailsByChatKey_0",
        `success=b:true&primaryTabId=s:1&result=s:${encodeURIComponent('{"a":1}')}`,
      ),
    );
    page.hear(reply("getEngagedChats_1", "success=b:true&chatKey=a:"));
    page.hear(
      reply(
        "chatGetChatLog_2",
        `success=b:true&result=s:${encodeURIComponent('{"messages":[],"customEvents":[]}')}`,
      ),
    );
    assert.deepEqual(heard, [
      { success: true, primaryTabId: "1", details: { a: 1 } },
      { success: true, chatKey: [] },
      { success: true, messages: [], customEvents: [] },
    ]);
  });

  it("throws where the address names no way", () => {
    const { toolkit } = loaded("?isdtp=vw");
    assert.throws(() => call(toolkit, "getPrimaryTabIds", () => undefined), TypeError);
    assert.throws(() => call(toolkit, "refreshNavigationTab"), TypeError);
  });

  it("reads the console from its own address", () => {
    assert.isTrue(isInConsole("?isdtp=vw"));
    assert.isTrue(isInConsole("?a=b&isdtp=p1"));
    assert.isFalse(isInConsole("?a=b"));
    assert.isTrue(isInConsole("?clc=1"));
    assert.isFalse(isInConsole("?isdtp=vw&clc=0"));
    const page = new FakePage();
    Object.assign(page, { sforce: { one: {} } });
    assert.isFalse(call(standInConsole(page.scope(57, "?isdtp=vw")), "isInConsole"));
  });

  it("works in Canvas, and says so", () => {
    const page = new FakePage();
    const parameters = { sfdcIframeOrigin: salesforce, nonce: "c", isInConsole: true };
    const signedrequest = () => ({ context: { environment: { parameters } } });
    Object.assign(page, { Sfdc: { canvas: { client: { signedrequest } } } });
    const toolkit = standInConsole(page.scope(57, ""));
    assert.isTrue(call(toolkit, "isCanvasContext"));
    assert.isTrue(call(toolkit, "isInConsole"));
    call(toolkit, "focusNavigationTab");
    assert.match(page.messages[0] ?? "", /&version=s:57.0&_isCanvas=b:true$/);
    assert.equal(page.posted[0]?.target, page.top);
  });

  it("names the frame below the top, or itself where it may not look", () => {
    const named = (parent: object) => {
      const page = new FakePage("inner");
      const scope = { ...page.scope(57), parent: parent as Window, top: page.top };
      if ("root" in parent) Object.assign(parent, { parent: page.top });
      call(standInConsole(scope), "focusNavigationTab");
      return /xdomain_originFrame=s:(\w+)/.exec(page.messages[0] ?? "")?.[1];
    };
    assert.equal(named({ name: "outer", root: true }), "outer");
    const closed = {
      get parent(): never {
        throw new DOMException("cross-origin", "SecurityError");
      },
    };
    assert.equal(named(closed), "inner");
  });

  it("sends raw calls, and knows its version", () => {
    const { page, toolkit } = loaded();
    assert.equal(call(toolkit, "helper.getVersion"), "57.0");
    call(toolkit, "helper.execute", "some", { a: ["b", "c;d"], n: 1, f: false, z: null });
    assert.match(page.messages[0] ?? "", /nonce=s:n0nce&a=a:b;c%3Bd&n=s:1&f=b:false&z=s:null$/);
  });

  it("carries any text from Salesforce", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { page, toolkit } = loaded();
        const heard: unknown[] = [];
        call(toolkit, "cti.onSendCTIMessage", ({ message }: { message: unknown }) =>
          heard.push(message),
        );
        page.hear(reply("onSendCTIMessage", `message=s:${encodeURIComponent(text)}`));
        assert.deepEqual(heard, [text]);
      }),
    );
  });
});
