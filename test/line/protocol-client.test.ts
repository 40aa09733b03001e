import { assert } from "chai";
import { portChannel } from "../../src/base/channel.ts";
import { Line } from "../../src/line/line.ts";
import { MediaRouter } from "../../src/line/media-router.ts";
import { openLine, type LineClient } from "../../src/line/protocol-client.ts";
import { FakePhone } from "../../src/telephony/fake/fake-phone.ts";
import { until } from "../telephony/until.ts";

const whenReleased = (lock: string) => navigator.locks.request(lock, () => undefined);

describe("line/protocol-client", () => {
  let phone: FakePhone;
  let line: Line;
  let frame: HTMLIFrameElement;
  beforeEach(() => {
    phone = new FakePhone();
    line = new Line({ phone, media: new MediaRouter(), whenReleased });
    frame = document.createElement("iframe");
    document.body.append(frame);
  });
  afterEach(() => frame.remove());

  function open(window: Window = frame.contentWindow ?? assert.fail("no window")): LineClient {
    return openLine({
      window,
      createPort() {
        const { port1, port2 } = new MessageChannel();
        line.connect(portChannel(port2));
        return portChannel(port1);
      },
    });
  }

  it("attaches by itself, and has the line's state at once", async () => {
    const client = open();
    const snapshot = await until(() => client.snapshot, "the snapshot");
    assert.equal(snapshot.views, 1);
    client.close();
  });

  it("passes on commands, snapshots, refusals and orders", async () => {
    const client = open();
    const heard: string[] = [];
    client.on("snapshotChanged", () => heard.push("snapshot"));
    client.on("refused", ({ code }) => heard.push(code));
    client.on("mediaOrdered", ({ command }) => heard.push(command.order));
    phone.become({ phase: "failed", problem: "wrongPassword", detail: "" });
    client.send({ type: "dial", target: "600" });
    await until(() => heard.includes("notRegistered"), "the refusal");
    assert.include(heard, "snapshot");
    client.close();
  });

  it("learns that the line died when its lock is released", async () => {
    const life = await holdLock();
    line = new Line({
      ...{ phone, media: new MediaRouter(), whenReleased },
      lifeLock: Promise.resolve(life.name),
    });
    const client = open();
    let lost = 0;
    client.on("lost", () => (lost += 1));
    await until(() => client.snapshot, "the snapshot");
    assert.equal(lost, 0);
    life.end();
    await until(() => lost === 1, "the news");
    client.close();
  });

  it("does not take a line for dead that has its lock not yet", async () => {
    let hold: (name: string) => void = () => undefined;
    const lifeLock = new Promise<string>((resolve) => (hold = resolve));
    line = new Line({ phone, media: new MediaRouter(), whenReleased, lifeLock });
    const client = open();
    let lost = 0;
    client.on("lost", () => (lost += 1));
    await until(() => client.snapshot, "the snapshot");
    const life = await holdLock();
    hold(life.name);
    await until(() => isAskedFor(life.name), "the view to wait for the line's end");
    assert.equal(lost, 0);
    life.end();
    client.close();
  });

  it("leaves when it is closed", async () => {
    const client = open();
    await until(() => client.snapshot, "the snapshot");
    client.close();
    await until(() => line.snapshot.views === 0, "the view to be gone");
  });

  it("is gone when its document goes away", async () => {
    const client = open();
    await until(() => client.snapshot, "the snapshot");
    frame.remove();
    await until(() => line.snapshot.views === 0, "the view to be gone");
  });

  it("leaves at pagehide, and comes back when the browser shows the page again", async () => {
    const client = open();
    await until(() => client.snapshot, "the snapshot");
    const inner = frame.contentWindow ?? assert.fail("no window");
    inner.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    await until(() => line.snapshot.views === 0, "the view to be gone");
    inner.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await until(() => line.snapshot.views === 1, "the view to be back");
    client.close();
  });
});

/** Holds a Web Lock, as a line does for as long as it lives. */
async function holdLock(): Promise<{ readonly name: string; readonly end: () => void }> {
  const name = `line-${crypto.randomUUID()}`;
  const end = await new Promise<() => void>((held) => {
    void navigator.locks.request(name, () => new Promise<void>((release) => held(release)));
  });
  return { name, end };
}

async function isAskedFor(name: string): Promise<boolean> {
  const { pending = [] } = await navigator.locks.query();
  return pending.some((lock) => lock.name === name);
}
