import { assert } from "chai";
import { OwnWindow } from "../../src/line/own-window.ts";
import { giveSigns } from "../../src/line/window-signs.ts";

const address = new URL("https://phone.test/?home=1");

/** A window of the browser's. */
class FakeWindow {
  closed = false;
  focused = 0;
  /** Whoever opened it or looked it up last, until that page is gone: nobody else can bring it to the front. */
  opener: unknown = null;
  readonly name: string;
  readonly location: { readonly origin: string; readonly href: string };

  constructor(name: string, href = address.href) {
    this.name = name;
    this.location = { origin: new URL(href).origin, href };
  }

  focus(): void {
    if (this.opener !== null) this.focused += 1;
  }

  close(): void {
    this.closed = true;
  }
}

/** One tab, page after page, and the windows that it reaches. */
class FakeTab {
  readonly windows: FakeWindow[] = [];
  readonly #kept = new Map<string, string>();
  #hear: (event: unknown) => void = () => undefined;

  /** The next page of the tab. */
  page(): OwnWindow {
    for (const each of this.windows) each.opener = null;
    const page = {
      location: address,
      sessionStorage: {
        getItem: (key: string) => this.#kept.get(key) ?? null,
        setItem: (key: string, value: string) => void this.#kept.set(key, value),
        removeItem: (key: string) => void this.#kept.delete(key),
      },
      open: (url: URL | string, name: string) => {
        const found = this.#open(String(url), name);
        found.opener = page;
        return found;
      },
      addEventListener: (_: string, listener: (event: unknown) => void) => (this.#hear = listener),
    };
    return new OwnWindow(page as unknown as Window); // as much of it as is asked for
  }

  /** As browsers do it: by its name where there is one, and else anew. */
  #open(url: string, name: string): FakeWindow {
    const there = this.open.find((each) => each.name === name);
    if (there) return there;
    const opened = new FakeWindow(name, url || "about:blank");
    this.windows.push(opened);
    return opened;
  }

  get open(): readonly FakeWindow[] {
    return this.windows.filter(({ closed }) => !closed);
  }

  /** The window of which this tab knows no name says that it is there. */
  hearSign(source: FakeWindow): void {
    const page = {
      postMessage: (data: string, origin: string) => this.#hear({ data, origin, source }),
    };
    giveSigns(source as unknown as Window, () => [page as unknown as Window])();
  }
}

describe("line/own-window", () => {
  let tab: FakeTab;
  beforeEach(() => (tab = new FakeTab()));

  const focused = () => tab.windows.map((each) => each.focused);

  it("opens one window, however often it is asked, and brings it to the front", () => {
    const own = tab.page();
    assert.isTrue(own.open(address));
    assert.isTrue(own.open(address));
    assert.deepEqual(focused(), [2]);
    assert.isTrue(tab.page().open(address));
    assert.deepEqual(focused(), [3]);
  });

  it("shows the window that this page has opened, and a page before it in the tab", () => {
    const first = tab.page();
    first.open(address);
    assert.equal(first.show(), "shown");
    assert.equal(tab.page().show(), "shown");
    assert.deepEqual(focused(), [3]);
  });

  it("shows a window that it knows by its sign", () => {
    const own = tab.page();
    const home = new FakeWindow("of a page that kept nothing");
    tab.windows.push(home);
    tab.hearSign(home);
    assert.equal(own.show(), "shown");
    assert.deepEqual(focused(), [1]);
  });

  it("opens none to look for one that this tab has never had", () => {
    assert.equal(tab.page().show(), "outOfReach");
    assert.isEmpty(tab.windows);
  });

  it("leaves no blank one behind where the name is found no more, and looks once", () => {
    tab.page().open(address);
    tab.open[0]?.close();
    const own = tab.page();
    assert.equal(own.show(), "outOfReach");
    assert.equal(own.show(), "outOfReach");
    assert.isEmpty(tab.open);
    assert.lengthOf(tab.windows, 2);
  });

  it("says once that it is gone: the next that has the phone may be another tab's", () => {
    const own = tab.page();
    own.open(address);
    own.forgetClosed();
    assert.equal(own.show(), "shown");
    tab.open[0]?.close();
    assert.equal(own.show(), "gone");
    assert.equal(own.show(), "outOfReach");
    assert.isEmpty(tab.open);
  });

  it("does not speak of one that was gone before no window had the phone", () => {
    const own = tab.page();
    own.open(address);
    tab.open[0]?.close();
    own.forgetClosed();
    assert.equal(own.show(), "outOfReach");
    assert.isEmpty(tab.open);
  });

  it("says that the browser opened none", () => {
    const page = { addEventListener: () => undefined, open: () => null, sessionStorage };
    assert.isFalse(new OwnWindow(page as unknown as Window).open(address));
    sessionStorage.clear();
  });
});
