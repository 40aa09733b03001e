import type { ListAnswer } from "../host/page-events.ts";
import { NumberTable } from "./number-table.ts";
import type { ClickToDialOptions } from "./options.ts";
import { findWay } from "./phone-ways.ts";
import { addStyle } from "./style.ts";

declare global {
  interface JQuery {
    /**
     * Makes the telephone numbers in these elements links that the phone dials.
     *
     * @example
     * ```js
     * $("#customers").clickToDial({ numbers: "td.phone", phoneOrigin: "https://phone.acme.com" });
     * ```
     */
    clickToDial(options?: ClickToDialOptions): this;
    /** Makes them text again. */
    clickToDial(stop: "stop"): this;
    /**
     * Hands the numbers in the first of these elements to the phone, to be called one after the other. `clickToDial`
     * has to come first. A row with `data-do-not-call="true"` is on the list, and is not called.
     */
    callThisList(name: string): Promise<ListAnswer>;
  }
}

const key = "switchhook-click-to-dial";
/** Milliseconds within which the phone takes a list. */
const patience = 10_000;

/** Adds the methods to the page's own jQuery, of whatever version. */
export function install($: JQueryStatic, page: Window = window): void {
  const tableOf = (element: HTMLElement) => $(element).data(key) as NumberTable | undefined; // ours
  const stop = (element: HTMLElement) => {
    tableOf(element)?.stop();
    $(element).removeData(key);
  };

  $.fn.clickToDial = function (this: JQuery, given: ClickToDialOptions | "stop" = {}) {
    return this.each((_at, element) => {
      stop(element);
      if (given === "stop") return;
      addStyle(element.ownerDocument);
      const parts = { way: findWay(page, given), options: given };
      $(element).data(key, new NumberTable($, element, parts));
    });
  };

  $.fn.callThisList = function (this: JQuery, name: string) {
    const [first] = this.toArray();
    const table = first && tableOf(first);
    if (!table) return Promise.reject(new Error("callThisList comes after clickToDial."));
    return new Promise((resolve, reject) => {
      const silence = () => reject(new Error("The phone does not answer."));
      const timer = setTimeout(silence, patience);
      table.callAll(name, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
  };
}
