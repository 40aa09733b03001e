import { assert } from "chai";
import type { ToLine } from "../../src/line/protocol.ts";
import {
  becomesShared,
  isAwayFor,
  isShared,
  noteAway,
  onMoving,
  sayMoving,
  shareLine,
  useShared,
  type Bridge,
} from "../../src/line/tab-bridge.ts";
import { until } from "../telephony/until.ts";

const attach = { type: "attach", view: "view-2", active: true } as const;

/** A page that reaches the line, and goes when it is told to. */
class Page {
  readonly heard: ToLine[][] = [];
  readonly ports: MessagePort[] = [];
  readonly bridge: Bridge;
  #leave: () => void = () => undefined;

  constructor({ name }: Pick<Bridge, "name">) {
    const gone = new Promise<void>((resolve) => (this.#leave = resolve));
    const request = (lock: string, hold: () => unknown) =>
      navigator.locks.request(lock, () => Promise.race([hold(), gone]));
    const locks = { query: () => navigator.locks.query(), request } as LockManager;
    this.bridge = { name, channel: new BroadcastChannel(name), locks, notes: localStorage };
  }

  readonly open = () => {
    const { port1, port2 } = new MessageChannel();
    const heard: ToLine[] = [];
    this.heard.push(heard);
    this.ports.push(port2);
    port2.addEventListener("message", ({ data }: MessageEvent<ToLine>) => heard.push(data));
    port2.start();
    return Promise.resolve(port1);
  };

  leave(): void {
    this.bridge.channel.close();
    this.#leave();
  }
}

describe("line/tab-bridge", () => {
  let name: string;
  let pages: Page[];
  beforeEach(() => {
    name = crypto.randomUUID();
    pages = [];
  });
  afterEach(() => {
    for (const page of pages) page.leave();
    localStorage.removeItem(name);
  });

  function aPage(): Page {
    const page = new Page({ name });
    pages.push(page);
    return page;
  }

  /** A page that shares the line. */
  async function sharing(): Promise<Page> {
    const page = aPage();
    shareLine(page.bridge, page.open);
    await until(() => isShared(page.bridge), "the lock");
    return page;
  }

  /** A page of another tab, and its view's end. */
  function using(patience = 5_000) {
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = [];
    port1.addEventListener("message", ({ data }) => heard.push(data));
    port1.start();
    const page = aPage();
    const end = useShared(page.bridge, port2, patience);
    return { page, end, heard, say: (message: ToLine) => port1.postMessage(message) };
  }

  it("is not shared before a page has the line", async () => {
    const { bridge } = aPage();
    assert.isFalse(await isShared(bridge));
    assert.isFalse(await becomesShared(bridge, 10));
  });

  it("carries what view and line say to each other", async () => {
    const page = await sharing();
    const other = using();
    other.say(attach);
    other.say({ type: "signOut" });
    await until(() => page.heard[0]?.length === 2, "both messages");
    assert.deepEqual(page.heard[0], [attach, { type: "signOut" }]);
    page.ports[0]?.postMessage("hello");
    await until(() => other.heard.length > 0, "the line's word");
    assert.deepEqual(other.heard, ["hello"]);
  });

  it("opens one port after the other, so that each tab has its own", async () => {
    const page = aPage();
    let [open, most] = [0, 0];
    shareLine(page.bridge, async () => {
      most = Math.max(most, ++open);
      const port = await page.open();
      open -= 1;
      return port;
    });
    await until(() => isShared(page.bridge), "the lock");
    for (const tab of [using(), using()]) tab.say(attach);
    await until(() => page.heard.length === 2, "both ports");
    assert.equal(most, 1);
  });

  it("goes on by the next page, to which it brings what was said meanwhile", async () => {
    const first = await sharing();
    const other = using();
    other.say(attach);
    await until(() => first.heard[0]?.length === 1, "the view");
    first.leave();
    await until(async () => !(await isShared(other.page.bridge)), "the first page to be gone");
    other.say({ type: "signOut" });
    const next = await sharing();
    await until(() => next.heard[0]?.length === 2, "both messages");
    assert.deepEqual(next.heard[0], [attach, { type: "signOut" }]);
  });

  it("ends when no next page comes", async () => {
    const page = await sharing();
    const other = using(20);
    page.leave();
    await other.end;
  });

  it("detaches a page that is gone without a word", async () => {
    const page = await sharing();
    const other = using();
    other.say(attach);
    await until(() => page.heard[0]?.length === 1, "the view");
    other.page.leave();
    await until(() => page.heard[0]?.length === 2, "its end");
    assert.deepEqual(page.heard[0]?.[1], { type: "detach" });
  });

  it("tells a tab that is opened while no page reaches the line whether one may come back", () => {
    const [page, opened] = [aPage(), aPage()];
    assert.isFalse(isAwayFor(opened.bridge, 3_000));
    noteAway(page.bridge);
    assert.isTrue(isAwayFor(opened.bridge, 3_000));
    localStorage.setItem(name, String(Date.now() - 3_000));
    assert.isFalse(isAwayFor(opened.bridge, 3_000));
    localStorage.setItem(name, "nonsense");
    assert.isFalse(isAwayFor(opened.bridge, 3_000));
  });

  it("goes as well where there is no room for the note", () => {
    const { bridge } = aPage();
    const setItem = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
    const full = { ...bridge, notes: { setItem, getItem: () => null } };
    assert.doesNotThrow(() => noteAway(full));
    assert.isFalse(isAwayFor(full, 3_000));
  });

  it("tells other tabs that the line moves", async () => {
    let moved = false;
    onMoving(aPage().bridge, () => (moved = true));
    sayMoving(aPage().bridge);
    await until(() => moved, "the word");
  });
});
