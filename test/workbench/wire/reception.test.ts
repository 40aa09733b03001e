import { assert } from "chai";
import { Reception } from "../../../src/workbench/wire/reception.ts";
import type { SalesforceRequest } from "../../../src/workbench/wire/request.ts";
import { WireLog } from "../../../src/workbench/wire/wire-log.ts";

const good = "interactionApi/method=isInConsole_0&nonce=n0nce&apiVersion=31";

/** A door, a frame that it knows, and what got through. */
function open(feedNonce?: string) {
  const log = new WireLog();
  const received: SalesforceRequest[] = [];
  const reception = new Reception(log, (request) => received.push(request));
  const element = document.createElement("iframe");
  element.name = "sfdcSoftphone";
  document.body.append(element);
  const { origin } = location;
  const feed = feedNonce === undefined ? {} : { entityFeedNonce: feedNonce };
  const frame = { element, nonce: "n0nce", origin, ...feed };
  const close = reception.connect(frame);
  const hear = (data: unknown, from: Partial<MessageEventInit> = {}) => {
    const event = { data, origin, source: element.contentWindow, ...from };
    window.dispatchEvent(new MessageEvent("message", event));
  };
  return {
    ...{ log, received, reception, frame, hear },
    [Symbol.dispose]() {
      close();
      element.remove();
    },
  };
}

describe("workbench/wire/reception", () => {
  it("lets in what a frame it knows says with its nonce", () => {
    using door = open();
    door.hear(good);
    assert.equal(door.received[0]?.method, "isInConsole");
    const [entry] = door.log.entries.value;
    assert.deepInclude(entry, { direction: "toSalesforce", frame: "sfdcSoftphone", raw: good });
    assert.deepInclude(entry?.decoded, { method: "isInConsole_0", nonce: "n0nce" });
  });

  it("does not even record strangers and objects", () => {
    using door = open();
    door.hear(good, { source: window });
    door.hear({ type: "webpackOk" });
    assert.lengthOf(door.received, 0);
    assert.lengthOf(door.log.entries.value, 0);
  });

  it("keeps out, and records, another origin, a wrong nonce and nonsense", () => {
    using door = open();
    door.hear(good, { origin: "https://evil.example" });
    door.hear(good.replace("n0nce", "other"));
    door.hear("interactionApi/method=a&b=%");
    door.hear("integrationApi/xdomain_name=openPrimaryTab");
    door.hear("hello");
    assert.lengthOf(door.received, 0);
    const problems = door.log.entries.value.map(({ problem }) => problem);
    assert.lengthOf(problems, 5);
    for (const problem of problems) assert.isString(problem);
  });

  it("lets a feed's publisher greet without the nonce, and speak with it", () => {
    using door = open("feedN0nce");
    const say = (method: string, nonce?: string) =>
      door.hear(`entityFeedApi/${JSON.stringify({ message: { method, toApi: true }, nonce })}`);
    say("connect");
    say("refreshObject_0");
    say("refreshObject_1", "feedN0nce");
    assert.deepEqual(
      door.received.map(({ method }) => method),
      ["connect", "refreshObject"],
    );
  });

  it("keeps publishers out where there is no feed", () => {
    using door = open();
    door.hear('entityFeedApi/{"message":{"method":"connect","toApi":true}}');
    assert.lengthOf(door.received, 0);
  });

  it("hears and tells nobody after the frame has gone", () => {
    const door = open();
    door[Symbol.dispose]();
    door.hear(good);
    door.reception.send(door.frame, "interactionApi/method=a");
    assert.lengthOf(door.received, 0);
    assert.lengthOf(door.log.entries.value, 0);
  });

  it("records answers, decoded down to their payload", () => {
    using door = open();
    const raw = "integrationApi/name=s:a_0&originFrame=s:f&args=s:ids%3Da%3A1%3B2";
    door.reception.send(door.frame, raw);
    const [entry] = door.log.entries.value;
    assert.deepInclude(entry, { direction: "toSoftphone", raw });
    assert.deepEqual(entry?.decoded, { name: "a_0", originFrame: "f", args: { ids: ["1", "2"] } });
  });
});
