import { assert } from "chai";
import { connectEarlyFrame } from "../../../src/workbench/desk/early-frame.ts";
import { fakeSalesforce } from "./fake-salesforce.ts";

describe("workbench/desk/early-frame", () => {
  it("connects the frame, then lets the player hear what was said before it was there", () => {
    const { salesforce, connected } = fakeSalesforce();
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const heard: string[] = [];
    const hear = ({ data, origin, source }: MessageEvent<string>) =>
      heard.push(`${data} ${origin} ${source === frame.contentWindow} ${connected.length}`);
    window.addEventListener("message", hear);
    const said = new MessageEvent("message", {
      data: "interactionApi/method=isInConsole_0",
      origin: "https://phone.test",
      source: frame.contentWindow,
    });
    const details = { nonce: "n0nce", origin: "https://phone.test" };
    const disconnect = connectEarlyFrame(salesforce, { frame, ...details, release: () => [said] });
    assert.deepStrictEqual(connected, [{ frame, ...details }]);
    assert.deepStrictEqual(heard, [
      "interactionApi/method=isInConsole_0 https://phone.test true 1",
    ]);
    disconnect();
    assert.lengthOf(connected, 0);
    window.removeEventListener("message", hear);
    frame.remove();
  });
});
