import { assert } from "chai";
import type { Page } from "playwright-core";
import { softphoneIn } from "./support/desk.ts";
import { Stage } from "./support/stage.ts";
import { until } from "./support/until.ts";
import { Talk } from "./survival/talk.ts";

interface Asked {
  testTracks?: MediaStreamTrack[];
}

/** Runs in every frame: keeps what the microphone was opened for. */
function watchMicrophone() {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const tracks: MediaStreamTrack[] = [];
  Object.assign(window, { testTracks: tracks });
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await open(constraints);
    tracks.push(...stream.getAudioTracks());
    return stream;
  };
}

/** Microphones that the softphone in `page` has opened, and those of them that still listen. */
async function microphones(page: Page): Promise<{ opened: number; open: number }> {
  const frame = page.frame({ name: "sfdcSoftphone" });
  const known = await frame?.evaluate(() => {
    const tracks = (window as Asked).testTracks ?? [];
    const open = tracks.filter(({ readyState }) => readyState === "live");
    return { opened: tracks.length, open: open.length };
  });
  return known ?? assert.fail("no softphone");
}

const untilOpen = (page: Page, count: number, what: string) =>
  until(
    () => microphones(page),
    ({ open }) => open === count,
    { what },
  );

describe("the microphone", () => {
  let stage: Stage;
  let page: Page;
  let talk: Talk;
  beforeEach(async () => {
    stage = await Stage.open();
    // What compiles the tests gives functions their names by a function of its own, which pages do not have.
    await stage.agent.addInitScript("globalThis.__name = (named) => named");
    await stage.agent.addInitScript(watchMicrophone);
    page = await stage.visit("/home");
    talk = new Talk(stage, page);
    await talk.phone.says(/Registered/);
  });
  afterEach(() => stage.close());

  it("is not opened by pages that another tab's call is only shown in", async () => {
    await talk.dial("601");
    await talk.connected();
    const other = await stage.visit("/home");
    await softphoneIn(other).says(/Connected/);
    await other.goto(`${stage.crm}/003/o`);
    await softphoneIn(other).says(/Connected/);
    assert.deepEqual(await microphones(other), { opened: 0, open: 0 });
    assert.equal((await microphones(page)).open, 1);
  });

  it("is let go by a page whose call another tab carries now", async () => {
    await talk.dial("601");
    await talk.connected();
    await page.goto(`${stage.crm}/003/o`);
    await talk.connected();
    const other = await stage.visit("/home");
    await softphoneIn(other).button("Move the sound here").click();
    await untilOpen(other, 1, "the other tab to listen");
    await untilOpen(page, 0, "the first tab to let go");
  });

  it("is let go at the end of a call, and not opened for one that is only listed still", async () => {
    await talk.dial("601");
    await talk.connected();
    await talk.hangUp();
    await talk.phone.button("Dismiss").waitFor();
    await untilOpen(page, 0, "the page to let go");
    await page.goto(`${stage.crm}/003/o`);
    await talk.phone.button("Dismiss").waitFor();
    assert.deepEqual(await microphones(page), { opened: 0, open: 0 });
  });

  it("is let go where the call ended while the page changed", async () => {
    await talk.dial("601");
    await talk.connected();
    await page.goto("about:blank");
    stage.demo.exchange.hangUp(talk.id);
    await page.goto(`${stage.crm}/003/o`);
    await talk.phone.button("Dismiss").waitFor();
    await untilOpen(page, 0, "the page to let go");
  });
});
