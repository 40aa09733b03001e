import { Stage } from "../support/stage.ts";
import { Talk } from "./talk.ts";

describe("a browser that refuses the microphone though it is granted, as Chromium may around a page load", () => {
  it("is asked again: calls begin, and outlive the page", async () => {
    await using stage = await Stage.open();
    await stage.agent.addInitScript(refuseAtFirst);
    const talk = new Talk(stage, await stage.visit("/home"));
    await talk.phone.says(/Registered/);
    await talk.dial("601");
    await talk.connected();
    await talk.isHeardBothWays();
    await talk.page.goto(`${stage.crm}/003/o`);
    await talk.connected();
    await talk.isHeardBothWays();
  });
});

/** Runs in every frame before its scripts. */
function refuseAtFirst() {
  const devices = navigator.mediaDevices as MediaDevices | undefined; // missing in insecure frames
  if (!devices) return;
  let left = 3;
  devices.getUserMedia = () => {
    if (--left === 0) Reflect.deleteProperty(devices, "getUserMedia");
    return Promise.reject(new DOMException("Permission dismissed", "NotAllowedError"));
  };
}
