import { assert } from "chai";
import { lampOf, readDialogInfo } from "../../../src/telephony/sip/dialog-info.ts";
import { readMessageSummary } from "../../../src/telephony/sip/message-summary.ts";

const info = (content: string, attributes = 'state="full" version="1"') =>
  `<?xml version="1.0"?>\n<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" ${attributes} entity="sip:200@x">${content}</dialog-info>`;
const dialog = (id: string, state: string) =>
  `<dialog id="${id}" direction="recipient"><state event="x">${state}</state><remote><identity>sip:1@x</identity></remote></dialog>`;
const lamp = (text: string) => {
  const dialogs = readDialogInfo(text);
  return dialogs && lampOf(dialogs);
};

describe("telephony/sip/message-summary", () => {
  it("reads how many messages wait", () => {
    const body =
      "Messages-Waiting: yes\r\nMessage-Account: sip:a@x\r\nVoice-Message: 2/8 (0/2)\r\n";
    assert.deepEqual(readMessageSummary(body), { waiting: true, new: 2, old: 8 });
  });

  it("reads the least that a server says", () => {
    assert.deepEqual(readMessageSummary("messages-waiting:no"), { waiting: false });
  });

  it("reads nothing from what is none", () => {
    assert.isUndefined(readMessageSummary("<html>"));
  });
});

describe("telephony/sip/dialog-info", () => {
  it("tells a telephone that is free, rings, or is busy", () => {
    assert.equal(lamp(info("")), "free");
    assert.equal(lamp(info(dialog("a", "terminated"))), "free");
    assert.equal(lamp(info(dialog("a", "early"))), "ringing");
    assert.equal(lamp(info(dialog("a", "early") + dialog("b", "confirmed"))), "busy");
  });

  it("understands prefixes, single quotes, comments and no content at all", () => {
    const prefixed = info(dialog("a", "confirmed"))
      .replaceAll("<dialog", "<d:dialog")
      .replaceAll("</dialog", "</d:dialog")
      .replaceAll("<state", "<d:state")
      .replaceAll('"', "'");
    assert.equal(lamp(prefixed), "busy");
    assert.equal(lamp(info(`<!-- ${dialog("a", "confirmed")} -->`)), "free");
    assert.equal(lamp("<dialog-info state='full'/>"), "free");
  });

  it("adds what is partial to what was known before", () => {
    const before = readDialogInfo(info(dialog("a", "confirmed") + dialog("b", "early")));
    const after = readDialogInfo(info(dialog("a", "terminated"), "state='partial'"), before);
    assert.deepEqual([...(after ?? [])], [["b", "early"]]);
  });

  it("reads nothing from other documents, entities or endless ones", () => {
    assert.isUndefined(readDialogInfo("<presence/>"));
    assert.isUndefined(readDialogInfo(`<!DOCTYPE x [<!ENTITY a "b">]>${info("")}`));
    assert.isUndefined(readDialogInfo(info(dialog("a", "early").repeat(2_000))));
    assert.isUndefined(readDialogInfo(""));
  });

  it("takes no long time over what is cut off or made to be slow", () => {
    const start = performance.now();
    readDialogInfo(`<dialog-info ${"a='".repeat(30_000)}`);
    readDialogInfo(info("<dialog id='a'>".repeat(6_000)));
    assert.isBelow(performance.now() - start, 1_500);
  });
});
