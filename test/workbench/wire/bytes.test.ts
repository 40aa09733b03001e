import { assert } from "chai";
import { decodeRequest } from "../../../src/workbench/wire/formats.ts";
import { type Payload, WireError } from "../../../src/workbench/wire/payload.ts";
import type { SalesforceRequest } from "../../../src/workbench/wire/request.ts";
import { type Example, examples } from "./examples.ts";

function asked(about: string, kit?: Example["kit"]): SalesforceRequest {
  const example = examples.find(
    (each) => each.from === "softphone" && each.about === about && each.kit === (kit ?? each.kit),
  );
  const request = decodeRequest(example?.raw ?? "");
  if (request instanceof WireError) throw request;
  return request;
}

/** Each answer and event, in the order of the examples: what it answers, and what it says. */
const said: readonly (readonly [SalesforceRequest, Payload])[] = [
  [asked("isInConsole"), { result: true }],
  [asked("screenPop"), { result: true }],
  [asked("screenPop"), { result: false, error: "Unsaved changes" }],
  [
    asked("getPageInfo"),
    {
      result: JSON.stringify({
        url: "https://acme.my.salesforce.com/001x0000003DGQR",
        objectId: "001x0000003DGQR",
        objectName: "Acme",
        object: "Account",
        displayName: "Company",
      }),
    },
  ],
  [asked("setVisible", "interaction"), { result: true }],
  [
    asked("onClickToDial"),
    {
      result: JSON.stringify({
        number: "4155551212",
        objectId: "001x0000003DIGj",
        objectName: "Acme",
        object: "Account",
      }),
    },
  ],
  [asked("saveLog"), { result: true, id: "00Tx00000012345" }],
  [
    asked("getCallCenterSettings"),
    {
      result: JSON.stringify({
        "/reqGeneralInfo/reqInternalName": "Demo",
        "/reqGeneralInfo/reqSoftphoneHeight": "400",
      }),
    },
  ],
  [asked("connect"), { nonce: "feedN0nce" }],
  [asked("request"), { result: true }],
  [asked("openPrimaryTab"), { success: true, id: "scc-pt-1" }],
  [asked("openSubtab"), { success: true, id: "scc-st-4" }],
  [asked("getPrimaryTabIds"), { ids: ["scc-pt-0", "scc-pt-1"], success: true }],
  [asked("getPrimaryTabIds"), { ids: [], success: true }],
  [
    asked("getTabLink"),
    { success: true, tabLink: "https://acme.my.salesforce.com/console#%2F001x0000003DGQR" },
  ],
  [asked("setText"), { success: true }],
  [asked("setVisible", "integration"), { success: true }],
  [asked("isHidden"), { hidden: false, success: true }],
  [asked("onFocusedPrimaryTab"), { id: "scc-pt-1", objectId: "001x0000003DGQR" }],
  [asked("addEventListener custom"), { eventType: "CTIEvent", message: '{"action":"AttachData"}' }],
  [
    asked("addEventListener CLOSE_TAB"),
    {
      eventType: "SFORCE_CONSOLE:CLOSE_TAB:scc-pt-1",
      id: "scc-pt-1",
      objectId: "001x0000003DGQR",
      tabObjectId: "001x0000003DGQR",
    },
  ],
  [asked("fireEvent"), { success: true }],
  [
    asked("push"),
    {
      Id: "500x00000012345",
      entityType: "Case",
      Type: "Updated",
      LastModifiedById: "005x00000012345",
    },
  ],
  [asked("fireOnCallBegin"), { success: true }],
  [asked("onCallEnd"), { id: "call.1", duration: "60", disposition: "Set Appointment" }],
  [asked("getCallAttachedData"), { success: true, data: '{"ANI":"4155551212"}', type: "INBOUND" }],
  [asked("onSendCTIMessage"), { message: "/dial?num=1" }],
  [
    asked("presence"),
    {
      success: true,
      statusName: "Available",
      statusApiName: "Available",
      statusId: "0N5j00000008QNQ",
      channels: '[{"channelId":"0N9j00000008OOo","developerName":"Case"}]',
    },
  ],
  [
    asked("getPresenceWorks"),
    {
      success: true,
      works: '[{"workItemId":"500x00000012345","workId":"0Bzx00000012345","isEngaged":false}]',
    },
  ],
  [
    asked("addEventListener custom"),
    {
      eventType: "SFORCE_PRESENCE:STATUS_CHANGED",
      statusId: "0N5j00000008QNQ",
      statusName: "Available",
      statusApiName: "Available",
      channels: "[]",
    },
  ],
  [
    asked("chat"),
    {
      eventId: "K1",
      content: "Hello",
      name: "Jon",
      type: "Visitor",
      timestamp: "1700000000000",
      success: true,
    },
  ],
];

describe("workbench/wire, byte for byte", () => {
  it("says what Salesforce's page says", () => {
    const written = said.map(([request, payload]) => request.reply(payload));
    const expected = examples.filter(({ from }) => from === "salesforce").map(({ raw }) => raw);
    assert.deepEqual(written, expected);
  });

  it("understands every request", () => {
    for (const { raw, kit } of examples.filter(({ from }) => from === "softphone")) {
      const request = decodeRequest(raw);
      assert.notInstanceOf(request, WireError, raw);
      assert.propertyVal(request, "api", kit);
    }
  });

  it("reads the arguments of a request", () => {
    const { method, args, nonce, listens } = asked("openPrimaryTab");
    assert.deepInclude(
      { method, nonce, listens },
      { method: "openPrimaryTab", nonce: "n0nce", listens: false },
    );
    assert.equal(args.text("label"), "Acme & Sons");
    assert.isTrue(args.flag("activate"));
    assert.deepEqual(asked("push").args.list("entities"), ["Case", "Account"]);
    assert.equal(asked("getDirectoryNumbers").args.count("resultSetPageSize"), 50);
    assert.isUndefined(asked("runApex null params").args.given("methodParams"));
    assert.isUndefined(asked("disableTabClose").args.given("tabId"));
  });

  it("tells listeners from questions", () => {
    const listening = ["onFocus", "onClickToDial", "push", "onCallEnd", "addEventListener custom"];
    for (const about of listening) assert.isTrue(asked(about).listens, about);
    assert.isFalse(asked("getPageInfo").listens);
  });
});
