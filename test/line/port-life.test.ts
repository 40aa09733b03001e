import { assert } from "chai";
import { portChannel } from "../../src/base/channel.ts";
import { lineChannel, whenLineGone, windowChannel } from "../../src/line/port-life.ts";
import { until } from "../telephony/until.ts";

describe("line/port-life", () => {
  let line: MessagePort;
  let home: MessagePort;
  let isGone: boolean;
  beforeEach(() => {
    const { port1, port2 } = new MessageChannel();
    [line, home] = [port1, port2];
    isGone = false;
  });
  afterEach(() => {
    line.close();
    home.close();
  });

  const watch = () => void whenLineGone(home, 2).then(() => (isGone = true));

  it("takes a line for gone that does not answer, and no other", async () => {
    let asked = 0;
    line.addEventListener("message", () => (asked += 1));
    const stop = lineChannel(line).listen(() => undefined);
    windowChannel(home).listen(() => undefined);
    watch();
    await until(() => asked > 5, "some rounds");
    assert.isFalse(isGone);
    stop();
    await until(() => isGone, "the end");
  });

  it("keeps its own words from line and view, and lets theirs through", async () => {
    const [byLine, byView]: [unknown[], unknown[]] = [[], []];
    const view = windowChannel<string, string>(home);
    view.listen((message) => byView.push(message));
    let pings = 0;
    portChannel(line).listen(() => (pings += 1));
    const other = lineChannel<string, string>(line);
    other.listen((message) => byLine.push(message));
    watch();
    await until(() => pings > 1, "a round");
    view.send("from the view");
    other.send("from the line");
    await until(() => byLine.length > 0 && byView.length > 0, "both");
    assert.deepEqual([byLine, byView], [["from the view"], ["from the line"]]);
  });
});
