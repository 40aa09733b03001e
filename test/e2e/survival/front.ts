import type { Page } from "playwright-core";
import { until } from "../support/until.ts";

/**
 * Notes in the title of a window how often it is brought to the front: in a test none ever is behind another. Browsers
 * do it for nobody but the opener, which is none once its page is gone.
 *
 * @returns a function that waits until it was so `times` times.
 */
export async function watchFront(home: Page): Promise<(times: number) => Promise<unknown>> {
  await home.evaluate(() => {
    let times = 0;
    const focus = window.focus.bind(window);
    window.focus = () => {
      focus();
      if (window.opener !== null) document.title = `shown ${(times += 1)}`;
    };
  });
  return (times) =>
    until(
      () => home.title(),
      (title) => title === `shown ${times}`,
      { what: "the window to come to the front" },
    );
}
