import { assert } from "chai";
import fc from "fast-check";
import {
  decodeNews,
  decodeRequest,
  decodeWireEvent,
  encodeNews,
  encodeRequest,
  isCallTo,
  pageEvents,
} from "../../src/host/page-events.ts";

const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
const dial = (order: unknown) =>
  decodeRequest({ event: pageEvents.dial, message: JSON.stringify(order) });

describe("host/page-events", () => {
  describe("decodeRequest", () => {
    it("reads what encodeRequest wrote", () => {
      const order = { number: "(415) 555-0101", record: ann };
      assert.deepEqual(decodeRequest(encodeRequest({ event: "dial", order })), {
        event: "dial",
        order,
      });
      assert.deepEqual(decodeRequest(encodeRequest({ event: "hello" })), { event: "hello" });
    });

    for (const [what, order] of [
      ["no number", {}],
      ["a number without a digit", { number: "call me" }],
      ["no object", "555"],
    ] as const) {
      it(`refuses ${what}`, () => assert.isUndefined(dial(order)));
    }

    for (const [what, record] of [
      ["a path in place of an Id", { ...ann, id: "/setup/own" }],
      ["an object that is no name", { ...ann, object: "<img>" }],
      ["a number as its Id", { ...ann, id: 3 }],
    ] as const) {
      it(`leaves out a record with ${what}`, () => {
        assert.deepEqual(dial({ number: "555", record }), {
          event: "dial",
          order: { number: "555" },
        });
      });
    }

    it("leaves out rows that are none, and those beyond 2,000", () => {
      const rows = Array.from({ length: 3_000 }, (_, at) => ({ number: at === 0 ? "" : "555" }));
      const message = JSON.stringify({ name: "Mine", rows });
      const list = decodeRequest({ event: pageEvents.list, message });
      assert.isTrue(list?.event === "list" && list.order.rows.length === 1_999);
    });

    it("never throws, whatever comes", () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.values(pageEvents), "other"),
          fc.oneof(fc.string(), fc.json()),
          (event, message) => {
            decodeRequest({ event, message });
            decodeNews({ event, message });
          },
        ),
      );
      assert.isUndefined(decodeWireEvent({ event: 1 }));
    });
  });

  it("reads news that encodeNews wrote", () => {
    const state = { ready: true, calls: [{ number: "555", recordId: ann.id }] };
    assert.deepEqual(decodeNews(encodeNews({ event: "state", state })), { event: "state", state });
    const answer = { taken: 0, reason: "busy" } as const;
    const taken = { event: "listTaken", answer } as const;
    assert.deepEqual(decodeNews(encodeNews(taken)), taken);
  });

  describe("isCallTo", () => {
    it("knows a number however it was dialled, and a record by its short Id", () => {
      const call = { number: "9+14155550101", recordId: `${ann.id}AAA` };
      assert.isTrue(isCallTo(call, { number: "(415) 555-0101 x12", record: ann }));
      assert.isFalse(isCallTo(call, { number: "(415) 555-0102", record: ann }));
      assert.isFalse(
        isCallTo(call, { number: "(415) 555-0101", record: { ...ann, id: "003000000000002" } }),
      );
      assert.isFalse(isCallTo({ number: "agent2" }, { number: "ext" }));
    });
  });
});
