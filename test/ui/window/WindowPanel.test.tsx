import { signal } from "@preact/signals";
import { assert } from "chai";
import { decodeSettings } from "../../../src/callcenter/decode-settings.ts";
import type { Settings } from "../../../src/callcenter/schema.ts";
import type { Showing } from "../../../src/line/protocol.ts";
import { WindowModel } from "../../../src/softphone/window-model.ts";
import { HomeNotice } from "../../../src/ui/window/HomeNotice.tsx";
import { WindowPanel } from "../../../src/ui/window/WindowPanel.tsx";
import { lacks, ways, windowWords } from "../../../src/ui/window/words.ts";
import { FakeLink, registered } from "../../softphone/fakes/fake-link.ts";
import { until } from "../../softphone/fakes/until.ts";
import { Stage } from "../stage.tsx";

function build(home: string, opens: boolean, showWindow: () => Showing = () => "shown") {
  const link = new FakeLink({ place: "worker" });
  const settings = signal<Settings | undefined>(decodeSettings({ "/calls/home": home }).settings);
  return { link, model: new WindowModel({ link, settings, openWindow: () => opens, showWindow }) };
}

/** A screen reader says nothing of what stays as it is. */
async function isSaidAgain(stage: Stage, click: () => void): Promise<void> {
  const status = stage.one("[role=status]");
  const [before, text] = [status.firstElementChild, status.textContent];
  click();
  await until(() => status.firstElementChild !== before);
  assert.equal(status.textContent, text);
}

describe("ui/window/WindowPanel", () => {
  it("offers the window, and says which way is in force", async () => {
    const { link, model } = build("automatic", true);
    using stage = new Stage(<WindowPanel model={model} />);
    assert.exists(stage.findButton(windowWords.open));
    assert.include(stage.text, "in the background");
    await stage.isAccessible();
    link.say({ home: "view-2" });
    await until(() => stage.text.includes("in the phone's own window"));
    assert.notExists(stage.findButton(windowWords.open));
    model[Symbol.dispose]();
  });

  for (const lack of ["missing", "brief", "ended", "foreign", "unreachable"] as const) {
    it(`says why the phone does not live in the background: ${lack}`, async () => {
      const { link, model } = build("automatic", true);
      link.say({ place: "page" });
      using stage = new Stage(<WindowPanel model={model} lack={lack} />);
      assert.include(stage.text, `${ways.page} ${lacks[lack]}`);
      assert.include(stage.text, windowWords.asksEachPage);
      await stage.isAccessible();
      model[Symbol.dispose]();
    });
  }

  it("brings the phone into this tab from another", async () => {
    const { link, model } = build("automatic", true);
    using stage = new Stage(<WindowPanel model={model} />);
    link.say({ place: "worker", otherRelease: "same" });
    assert.notExists(stage.findButton(windowWords.usePhoneHere));
    link.say({ place: "page", otherRelease: "same" });
    await until(() => stage.findButton(windowWords.usePhoneHere) !== undefined);
    await stage.isAccessible();
    stage.button(windowWords.usePhoneHere).click();
    assert.deepInclude(link.sent, { type: "usePhoneHere" });
    model[Symbol.dispose]();
  });

  it("says what is lost where the browser lets the phone store nothing, until it has its own window", async () => {
    const { link, model } = build("automatic", true);
    link.say({ place: "page" });
    using stage = new Stage(<WindowPanel model={model} lack="refused" />);
    assert.include(stage.text, `${windowWords.forgets} ${windowWords.orWindow}`);
    assert.notInclude(stage.text, ways.page);
    await stage.isAccessible();
    link.say({ place: "window", home: "view-2" });
    await until(() => stage.text.includes(`${ways.window} ${lacks.refused}`));
    await stage.isAccessible();
    model[Symbol.dispose]();
  });

  it("does not speak of a window where the administrator wants none", () => {
    const { link, model } = build("page", true);
    link.say({ place: "page" });
    using stage = new Stage(<WindowPanel model={model} lack="refused" />);
    assert.include(stage.text, windowWords.forgets);
    assert.notInclude(stage.text, windowWords.orWindow);
    model[Symbol.dispose]();
  });

  it("says that it was closed until the agent dismisses it, and keeps the keyboard there", async () => {
    const { link, model } = build("automatic", true);
    link.say({ home: "view-2" });
    using stage = new Stage(<WindowPanel model={model} />);
    const news = stage.one("[role=status]");
    assert.isEmpty(news.textContent);
    link.snapshot.value = { registration: registered, calls: [], views: 1 };
    await until(() => news.textContent.includes(windowWords.closed));
    await stage.isAccessible();
    const dismiss = stage.button(windowWords.dismiss);
    dismiss.focus();
    dismiss.click();
    await until(() => !stage.text.includes(windowWords.closed));
    assert.equal(document.activeElement, stage.one("aside"));
    assert.exists(stage.findButton(windowWords.open));
    model[Symbol.dispose]();
  });

  it("brings the open window to the front, and says so where it cannot", async () => {
    let showing: Showing = "shown";
    let shown = 0;
    const { link, model } = build("automatic", true, () => {
      shown += 1;
      return showing;
    });
    using stage = new Stage(<WindowPanel model={model} />);
    assert.notExists(stage.findButton(windowWords.show));
    link.say({ home: "view-2" });
    await until(() => stage.findButton(windowWords.show));
    stage.button(windowWords.show).click();
    assert.deepEqual([shown, stage.status], [1, ""]);
    await stage.isAccessible();
    showing = "outOfReach";
    stage.button(windowWords.show).click();
    await until(() => stage.status === windowWords.outOfReach);
    await stage.isAccessible();
    await isSaidAgain(stage, () => stage.button(windowWords.show).click());
    showing = "shown";
    stage.button(windowWords.show).click();
    await until(() => stage.status === "");
    model[Symbol.dispose]();
  });

  it("says that the window is closed which was to be shown, before the line knows", async () => {
    const { link, model } = build("automatic", true, () => "gone");
    link.say({ home: "view-2" });
    using stage = new Stage(<WindowPanel model={model} />);
    const show = stage.button(windowWords.show);
    show.focus();
    show.click();
    await until(() => stage.status.includes(windowWords.closed));
    await isSaidAgain(stage, () => show.click());
    await stage.isAccessible();
    assert.equal(document.activeElement, show);
    link.snapshot.value = { registration: registered, calls: [], views: 1 };
    await until(() => stage.findButton(windowWords.open));
    assert.include(stage.text, windowWords.closed);
    assert.equal(document.activeElement, stage.one("aside"));
    model[Symbol.dispose]();
  });

  it("says that the browser blocked it", async () => {
    const { model } = build("window", false);
    using stage = new Stage(<WindowPanel model={model} />);
    assert.include(stage.text, windowWords.wanted);
    stage.button(windowWords.open).click();
    await until(() => stage.status === windowWords.blocked);
    await isSaidAgain(stage, () => stage.button(windowWords.open).click());
    await stage.isAccessible();
    model[Symbol.dispose]();
  });
});

describe("ui/window/HomeNotice", () => {
  for (const state of [
    "connecting",
    "microphone",
    "isHome",
    "isLine",
    "newRelease",
    "otherHome",
  ] as const) {
    it(`says in the window: ${state}`, async () => {
      using stage = new Stage(<HomeNotice state={state} />);
      assert.include(stage.status, windowWords[state]);
      await stage.isAccessible();
    });
  }

  it("lets the agent try again", () => {
    let tried = false;
    using stage = new Stage(<HomeNotice state="microphone" onTryAgain={() => (tried = true)} />);
    stage.button(windowWords.tryAgain).click();
    assert.isTrue(tried);
  });
});
