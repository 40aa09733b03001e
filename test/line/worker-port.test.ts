import { assert } from "chai";
import { noteCalls } from "../../src/line/kept-release.ts";
import {
  forgetLine,
  hasEnded,
  leftLast,
  noteLack,
  noteLeft,
  workerLack,
  workerPort,
} from "../../src/line/worker-port.ts";
import { until } from "../telephony/until.ts";

const echo =
  "onconnect = ({ ports: [port] }) => (port.onmessage = ({ data }) => port.postMessage(data));";
const address = (script: string) =>
  URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

describe("line/worker-port", () => {
  it("reaches a shared worker", async () => {
    const port = workerPort(address(echo));
    const heard: unknown[] = [];
    port.addEventListener("message", ({ data }) => heard.push(data));
    port.start();
    port.postMessage("hello");
    assert.equal(await until(() => heard[0], "the echo"), "hello");
    port.close();
  });

  it("says that the worker cannot be loaded", async () => {
    let failed = false;
    workerPort("/nowhere.js", () => (failed = true));
    assert.isTrue(await until(() => failed, "the error"));
  });

  describe("what a page leaves to the next one", () => {
    const realNow = Date.now;
    const later = (milliseconds: number) => {
      const then = realNow() + milliseconds;
      Date.now = () => then;
    };
    afterEach(() => {
      Date.now = realNow;
      noteCalls(window, [], "here");
      sessionStorage.clear();
    });

    it("is to do without a worker that failed, for a quarter of an hour", () => {
      assert.isUndefined(workerLack(window));
      noteLack(window, "unreachable");
      assert.equal(workerLack(window), "unreachable");
      later(1_000_000);
      assert.isUndefined(workerLack(window));
    });

    it("is to do without it for as long as a call needs, and no longer", () => {
      noteLack(window, "ended");
      noteCalls(window, [{ state: { phase: "connected", since: 0 } }], "here");
      later(1_000_000);
      assert.equal(workerLack(window), "ended");
      noteCalls(window, [], "here");
      assert.isUndefined(workerLack(window));
      noteCalls(window, [{ state: { phase: "connected", since: 0 } }], "here");
      assert.isUndefined(workerLack(window), "a call in the worker");
    });

    it("tells whether the browser ended the line in between", () => {
      assert.isFalse(hasEnded(window, "one"), "the first line");
      noteLeft(window);
      assert.approximately(leftLast(window), Date.now(), 1_000);
      assert.isFalse(hasEnded(window, "one"), "the same");
      noteLeft(window);
      assert.isTrue(hasEnded(window, "two"), "another at once");
      noteLeft(window);
      later(20_000);
      assert.isFalse(hasEnded(window, "three"), "another, much later");
    });

    it("concludes nothing of the end of a page that did not leave", () => {
      hasEnded(window, "one");
      noteLeft(window);
      assert.isFalse(hasEnded(window, "one"));
      assert.isFalse(hasEnded(window, "two"), "after a crash");
    });

    it("concludes nothing of an accident", () => {
      hasEnded(window, "one");
      forgetLine(window);
      noteLeft(window);
      assert.isFalse(hasEnded(window, "two"));
    });
  });
});
