import { assert } from "chai";
import type { HostEvents } from "../../../src/host/host.ts";
import { encodeRequest, pageEvents } from "../../../src/host/page-events.ts";
import { allowedPage, FakeSalesforce } from "./fake-salesforce.ts";

const hello = encodeRequest({ event: "hello" });
const state = { event: "state", state: { ready: true, calls: [] } } as const;

/** A page that keeps what is posted to it. */
function aPage() {
  const posted: unknown[][] = [];
  const page = { closed: false, postMessage: (...given: unknown[]) => void posted.push(given) };
  return { page, posted };
}

function listen(salesforce: FakeSalesforce) {
  const asked: HostEvents["pageAsked"][] = [];
  salesforce.host.on("pageAsked", (request) => asked.push(request));
  const post = (source: unknown, data: unknown, origin = allowedPage) => {
    const event = new MessageEvent("message", { data, origin });
    Object.defineProperty(event, "source", { value: source });
    (salesforce.window as EventTarget).dispatchEvent(event);
  };
  return { asked, post };
}

describe("host/classic/pages", () => {
  it("hears pages of the console, and tells all of it", () => {
    const salesforce = new FakeSalesforce();
    const { asked } = listen(salesforce);
    salesforce.fire(pageEvents.dial, JSON.stringify({ number: "555" }));
    salesforce.fire(pageEvents.dial, "no JSON");
    assert.deepEqual(asked, [{ event: "dial", order: { number: "555" } }]);
    salesforce.host.tellPages(state);
    assert.deepEqual(salesforce.called("fireEvent"), [
      `fireEvent ${pageEvents.state} {"ready":true,"calls":[]}`,
    ]);
  });

  it("hears allowed pages that post, and tells those and no others", () => {
    const salesforce = new FakeSalesforce({ inConsole: false });
    const { asked, post } = listen(salesforce);
    const [ours, stranger] = [aPage(), aPage()];
    post(ours.page, hello);
    post(stranger.page, hello, "https://evil.test");
    post(stranger.page, { event: "other", message: "" });
    assert.deepEqual(asked, [{ event: "hello" }]);
    salesforce.host.tellPages(state);
    const message = '{"ready":true,"calls":[]}';
    assert.deepEqual(ours.posted, [[{ event: pageEvents.state, message }, allowedPage]]);
    assert.isEmpty(stranger.posted);
  });

  it("forgets pages that are closed, and the oldest of very many", () => {
    const salesforce = new FakeSalesforce({ inConsole: false });
    const { post } = listen(salesforce);
    const pages = Array.from({ length: 25 }, aPage);
    for (const { page } of pages) post(page, hello);
    const last = pages.at(-1) ?? assert.fail("no page");
    last.page.closed = true;
    salesforce.host.tellPages(state);
    assert.deepEqual(
      pages.map(({ posted }) => posted.length),
      [...Array<number>(5).fill(0), ...Array<number>(19).fill(1), 0],
    );
  });
});
