import { assert } from "chai";
import type { Page } from "playwright-core";

/** What a stranger may be called or send along: markup, quotes, `&`, writing from right to left, emoji. */
export const hostile =
  `<img src=x onerror="top.attacked=1;alert(1)">'"&amp;&%3D{name}\${1}` +
  `</script><script>alert(2)</script> "מה נשמע" \u202Eabc\u202C 🎧👩🏽‍🚒 a\\b`;

/** Watches whether anything that a stranger wrote is executed in a page or its frames. */
export class Watch {
  readonly #page: Page;
  readonly #dialogs: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on("dialog", (dialog) => {
      this.#dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }

  async sawNothing(): Promise<void> {
    assert.deepEqual(this.#dialogs, []);
    const images = await Promise.all(
      this.#page.frames().map((frame) => frame.locator('img[src="x"]').count()),
    );
    assert.notInclude(
      images.map((count) => count > 0),
      true,
      "somebody's text became markup",
    );
    assert.isFalse(await this.#page.evaluate(() => "attacked" in window));
  }
}
