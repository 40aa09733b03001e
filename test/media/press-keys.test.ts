import { assert } from "chai";
import { pressKeys } from "../../src/media/press-keys.ts";

const key = { tones: "5", duration: 100, gap: 70 };

/** What presses keys, without a network. */
class FakeSender extends EventTarget {
  readonly canInsertDTMF = true;
  toneBuffer = "";

  insertDTMF(tones: string): void {
    this.toneBuffer = tones;
  }

  begin(): void {
    const tone = this.toneBuffer;
    this.toneBuffer = "";
    this.dispatchEvent(Object.assign(new Event("tonechange"), { tone }));
  }
}

describe("media/press-keys", () => {
  let sender: FakeSender;
  let page: EventTarget;
  let pressing: Promise<void>;
  beforeEach(() => {
    sender = new FakeSender();
    page = new EventTarget();
    const connection = { connectionState: "connected", getSenders: () => [{ dtmf: sender }] };
    // The only members that are used.
    pressing = pressKeys(connection as unknown as RTCPeerConnection, key, page);
  });

  const leave = () => page.dispatchEvent(new Event("pagehide"));
  const outcome = () =>
    pressing.then(
      () => "pressed",
      () => "not pressed",
    );

  it("says that a key is pressed as soon as it begins", async () => {
    sender.begin();
    assert.equal(await outcome(), "pressed");
  });

  it("lets a key that has begun be sent as a whole before the page goes", async () => {
    const before = performance.now();
    sender.begin();
    leave();
    assert.isAbove(performance.now() - before, key.duration);
    assert.equal(await outcome(), "pressed");
  });

  it("knows that a key has begun before the browser has told", async () => {
    sender.toneBuffer = "";
    leave();
    assert.equal(await outcome(), "pressed");
  });

  it("says that a key was not pressed which the page left behind, without making it wait", async () => {
    const before = performance.now();
    leave();
    assert.isBelow(performance.now() - before, key.duration);
    assert.equal(await outcome(), "not pressed");
  });
});
