import { assert } from "chai";
import { workerPort } from "../../src/line/worker-port.ts";
import { until } from "../telephony/until.ts";

const echo =
  "onconnect = ({ ports: [port] }) => (port.onmessage = ({ data }) => port.postMessage(data));";
const address = (script: string) =>
  URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

describe("line/worker-port", () => {
  it("reaches a shared worker", async () => {
    const port = workerPort(address(echo));
    const heard: unknown[] = [];
    port.listen((message) => heard.push(message));
    port.send({ type: "signOut" });
    assert.deepEqual(await until(() => heard[0], "the echo"), { type: "signOut" });
    port.close();
  });

  it("says that the worker cannot be loaded", async () => {
    let failed = false;
    workerPort("/nowhere.js", () => (failed = true));
    assert.isTrue(await until(() => failed, "the error"));
  });
});
