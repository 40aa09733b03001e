import { assert } from "chai";
import type { Stop } from "../../src/base/emitter.ts";
import { answerHomes, askForPort, framesOf } from "../../src/line/home-port.ts";
import { otherRelease } from "../../src/line/line-name.ts";
import { protocolVersion } from "../../src/line/protocol.ts";
import { until } from "../telephony/until.ts";

describe("line/home-port", () => {
  let frame: HTMLIFrameElement;
  let stops: Stop[];
  let strangers: number[];
  beforeEach(() => {
    [stops, strangers] = [[], []];
    frame = document.createElement("iframe");
    document.body.append(frame);
  });
  afterEach(() => {
    for (const stop of stops) stop();
    frame.remove();
  });

  const inner = () => frame.contentWindow ?? assert.fail("no window");

  const once = (name: string) =>
    new Promise((resolve) => window.addEventListener(name, resolve, { once: true }));

  /** Lets a page answer, and keeps the other ends of the ports it gives. */
  function answering(page: Window): MessagePort[] {
    const others: MessagePort[] = [];
    stops.push(
      answerHomes(page, {
        openPort: () => {
          const { port1, port2 } = new MessageChannel();
          others.push(port2);
          return port1;
        },
        onOther: (release) => strangers.push(release),
      }),
    );
    return others;
  }

  it("hands a port to a window that asks, which reaches the line", async () => {
    const others = answering(window);
    const port = await askForPort({ window, pages: () => [window], pause: 5 });
    let heard: unknown;
    others[0]?.addEventListener("message", ({ data }: MessageEvent<unknown>) => (heard = data));
    others[0]?.start();
    port.postMessage("hello");
    await until(() => heard === "hello", "the message");
  });

  it("asks again until a page is there to answer", async () => {
    const asking = askForPort({ window, pages: () => [window], pause: 5 });
    await once("message");
    answering(window);
    assert.instanceOf(await asking, MessagePort);
  });

  it("asks and listens no more once it is told to end", async () => {
    const ending = new AbortController();
    const rounds = [0, 0];
    let hasPort = false;
    const ask = (which: 0 | 1, signal?: AbortSignal) =>
      askForPort({
        ...{ window, pause: 5, ...(signal && { signal }) },
        pages: () => {
          rounds[which] = (rounds[which] ?? 0) + 1;
          return [window];
        },
      });
    void ask(0, ending.signal).then(() => (hasPort = true));
    ending.abort();
    const other = ask(1);
    await until(() => (rounds[1] ?? 0) > 3, "another's rounds");
    answering(window);
    await other;
    assert.equal(rounds[0], 1);
    assert.isFalse(hasPort);
  });

  it("gives nothing to one of another release, and tells it so", async () => {
    const others = answering(window);
    const own = new Promise<string>((resolve) => {
      const hear = ({ data }: MessageEvent<unknown>) =>
        typeof data === "string" && data.includes("please") && resolve(data);
      window.addEventListener("message", hear, { once: true });
    });
    const asking = askForPort({ window, pages: () => [window], pause: 60_000 });
    const told: unknown[] = [];
    const hear = ({ data }: MessageEvent<unknown>) => told.push(data);
    window.addEventListener("message", hear);
    stops.push(() => window.removeEventListener("message", hear));
    const later = (await own).replace(` ${protocolVersion} `, ` ${protocolVersion + 1} `);
    await asking;
    window.postMessage(later, location.origin);
    await until(() => told.includes(otherRelease), "the answer");
    assert.lengthOf(others, 1);
    assert.deepEqual(strangers, [protocolVersion + 1]);
  });

  it("says that who was asked is of another release, and asks on", async () => {
    let other = false;
    const asking = askForPort({
      ...{ window, pages: () => [window], pause: 5 },
      onOther: () => (other = true),
    });
    window.postMessage(otherRelease, location.origin);
    await until(() => other, "the news");
    answering(window);
    assert.instanceOf(await asking, MessagePort);
  });

  it("gives nothing to those who ask for something else", async () => {
    const others = answering(window);
    const seen = new Promise((resolve) =>
      window.addEventListener("message", resolve, { once: true }),
    );
    window.postMessage("a port, please", location.origin);
    await seen;
    assert.isEmpty(others);
  });

  it("finds every frame of a page, frames in frames too", () => {
    const nested = inner().document.createElement("iframe");
    inner().document.body.append(nested);
    const found = framesOf(inner());
    assert.lengthOf(found, 2);
    assert.equal(found[1], nested.contentWindow);
  });
});
