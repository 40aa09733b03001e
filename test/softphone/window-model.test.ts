import { signal } from "@preact/signals";
import { assert } from "chai";
import { decodeSettings } from "../../src/callcenter/decode-settings.ts";
import type { Settings } from "../../src/callcenter/schema.ts";
import type { LineSnapshot, Showing } from "../../src/line/protocol.ts";
import { WindowModel } from "../../src/softphone/window-model.ts";
import { aCall, FakeLink, registered } from "./fakes/fake-link.ts";

function build(
  home: string,
  {
    opens = true,
    news = {},
    showing = "shown",
  }: {
    opens?: boolean;
    news?: Partial<LineSnapshot>;
    showing?: Showing;
  } = {},
) {
  const link = new FakeLink(news);
  const settings = signal<Settings | undefined>(decodeSettings({ "/calls/home": home }).settings);
  const model = new WindowModel({
    ...{ link, settings },
    ...{ openWindow: () => opens, showWindow: () => showing },
  });
  return { link, model, settings };
}

describe("softphone/window-model", () => {
  for (const [home, state] of [
    ["automatic", "offered"],
    ["window", "wanted"],
    ["page", "hidden"],
  ] as const) {
    it(`is ${state} where the administrator chose ${home}`, () => {
      using model = build(home).model;
      assert.equal(model.state.value, state);
    });
  }

  it("is hidden until the settings are there", () => {
    const { model, settings } = build("window");
    settings.value = undefined;
    assert.equal(model.state.value, "hidden");
    model[Symbol.dispose]();
  });

  it("is hidden while the line is sought: it may live in a window that is slow to answer", () => {
    const { model, link } = build("window");
    link.snapshot.value = undefined;
    assert.equal(model.state.value, "hidden");
    model[Symbol.dispose]();
  });

  it("is offered where the line lives in the page, and says whether each page asks for the password", () => {
    const { model, settings } = build("automatic", { news: { place: "page" } });
    assert.deepEqual([model.state.value, model.way.value], ["offered", "page"]);
    assert.isTrue(model.asksEachPage.value);
    settings.value = decodeSettings({ "/sip/credentialsUrl": "/sign-in" }).settings;
    assert.isFalse(model.asksEachPage.value);
    model[Symbol.dispose]();
  });

  it("says that the browser blocked it, until it opens after all", () => {
    const { link, model } = build("automatic", { opens: false });
    model.open();
    assert.isTrue(model.blocked.value);
    link.say({ home: "view-2" });
    assert.isFalse(model.blocked.value);
    assert.deepEqual([model.state.value, model.way.value], ["open", "window"]);
    model[Symbol.dispose]();
  });

  it("says that a call's release is gone, until its line is gone too", () => {
    const link = new FakeLink({ otherRelease: "older" });
    const settings = signal<Settings | undefined>(undefined);
    using model = new WindowModel({
      ...{ link, settings, releaseLost: true },
      ...{ openWindow: () => true, showWindow: () => "shown" },
    });
    assert.isTrue(model.releaseLost.value);
    link.snapshot.value = { registration: registered, calls: [], views: 1 };
    assert.isFalse(model.releaseLost.value);
  });

  it("says that it was closed no longer than to the end of a call", () => {
    const { link, model } = build("automatic", { news: { home: "view-2" } });
    const talk = aCall({ state: { phase: "connected", since: 0 } });
    link.snapshot.value = { registration: registered, calls: [talk], views: 1 };
    assert.isTrue(model.closed.value);
    link.say({ calls: [] });
    assert.isFalse(model.closed.value);
    model[Symbol.dispose]();
  });

  it("says that another tab has it, until it is gone", () => {
    const { link, model } = build("automatic", { news: { home: "a" }, showing: "outOfReach" });
    model.show();
    assert.isTrue(model.outOfReach.value);
    assert.isFalse(model.closed.value);
    link.snapshot.value = { registration: registered, calls: [], views: 1 };
    assert.isFalse(model.outOfReach.value);
    model[Symbol.dispose]();
  });

  it("says that it was closed when it is to be shown, and forgets it when it opens anew", () => {
    const { link, model } = build("automatic", { news: { home: "view-2" }, showing: "gone" });
    model.show();
    assert.isTrue(model.closed.value);
    link.snapshot.value = { registration: registered, calls: [], views: 1 };
    assert.isTrue(model.closed.value);
    link.say({ home: "view-3" });
    assert.isFalse(model.closed.value);
    model[Symbol.dispose]();
  });

  it("says that it was closed, until it is opened again", () => {
    const { link, model } = build("automatic", { news: { home: "view-2" } });
    link.snapshot.value = { registration: registered, calls: [], views: 1 };
    assert.isTrue(model.closed.value);
    assert.equal(model.state.value, "offered");
    model.open();
    assert.isFalse(model.closed.value);
    model[Symbol.dispose]();
  });
});
