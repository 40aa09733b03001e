import { assert } from "chai";
import { withDraftNews } from "../../src/line/draft-news.ts";

describe("line/draft-news", () => {
  it("changes what is new, and leaves the rest", () => {
    const first = withDraftNews(undefined, { type: "Call" });
    const second = withDraftNews(first, { subject: "Sub" });
    assert.deepEqual(second, { type: "Call", subject: "Sub" });
  });

  it("makes a whole follow-up of its parts, as they come", () => {
    const first = withDraftNews({ subject: "Sub" }, { followUp: { subject: "Call again" } });
    assert.deepEqual(first, { subject: "Sub", followUp: { subject: "Call again", on: "" } });
    const second = withDraftNews(first, { followUp: { on: "2026-12-01" } });
    const followUp = { subject: "Call again", on: "2026-12-01" };
    assert.deepEqual(second, { subject: "Sub", followUp });
  });
});
