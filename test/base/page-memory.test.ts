import { assert } from "chai";
import { browserMemory, pageMemory, refusesStorage } from "../../src/base/page-memory.ts";

/** A page that may store nothing. */
function refusing(): Window {
  const page = {
    get sessionStorage(): Storage {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    },
  };
  return page as Window; // only this of a window is looked at
}

describe("base/page-memory", () => {
  it("is the tab's own where the browser allows it", () => {
    assert.isFalse(refusesStorage(window));
    pageMemory(window).setItem("switchhook-test", "kept");
    assert.equal(sessionStorage.getItem("switchhook-test"), "kept");
    pageMemory(window).removeItem("switchhook-test");
  });

  it("ends with the page where nothing may be stored", () => {
    const page = refusing();
    assert.isTrue(refusesStorage(page));
    assert.isNull(pageMemory(page).getItem("a"));
    pageMemory(page).setItem("a", "kept");
    assert.equal(pageMemory(page).getItem("a"), "kept");
    pageMemory(page).removeItem("a");
    assert.isNull(pageMemory(page).getItem("a"));
  });

  it("is shared by all tabs of the browser, where that is wanted and allowed", () => {
    browserMemory(window).setItem("switchhook-test", "kept");
    assert.equal(localStorage.getItem("switchhook-test"), "kept");
    browserMemory(window).removeItem("switchhook-test");
    const page = refusing();
    browserMemory(page).setItem("a", "kept");
    assert.equal(browserMemory(page).getItem("a"), "kept");
  });

  it("is not shared with another page", () => {
    pageMemory(refusing()).setItem("a", "kept");
    assert.isNull(pageMemory(refusing()).getItem("a"));
  });
});
