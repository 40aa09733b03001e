import { assert } from "chai";
import { crmRoutes } from "../../../src/workbench/records/crm-routes.ts";
import { httpStore } from "../../../src/workbench/records/http-store.ts";
import { createOrg } from "../../../src/workbench/records/org.ts";
import { loneNumber } from "../../../src/workbench/records/phone-number.ts";
import { RecordError } from "../../../src/workbench/records/record-error.ts";

const answer = crmRoutes(createOrg());

/** Carries requests straight to the routes, as a server would. */
const carry: typeof fetch = async (address, options) => {
  const url = new URL(address instanceof Request ? address.url : address, "http://crm.test");
  const { status, json } = await answer({
    method: options?.method ?? "GET",
    path: url.pathname.replace(/^\/crm/, ""),
    query: Object.fromEntries(url.searchParams),
    body: typeof options?.body === "string" ? JSON.parse(options.body) : undefined,
  });
  return Response.json(json, { status });
};

describe("workbench/records/crm-routes, reached by http-store", () => {
  const store = httpStore("/crm", carry);

  it("answers as the org itself does", async () => {
    const [found] = await store.search(loneNumber, ["Contact"]);
    assert.deepStrictEqual(await store.get(found?.Id ?? ""), found);
    assert.isUndefined(await store.get("003j0000000zzzz"));
    const views = await store.listViews();
    const all = views.find(({ label }) => label === "All Contacts");
    assert.isAbove((await store.rows(all?.id ?? "")).length, 100);
  });

  it("saves, lists tasks newest first, and forgets on reset", async () => {
    const [found] = await store.search(loneNumber);
    const saved = await store.save("Task", { Subject: "A & B", WhoId: found?.Id ?? "" });
    assert.strictEqual((await store.related("Task", "WhoId", found?.Id ?? ""))[0]?.Id, saved.Id);
    const tasks = await answer({ method: "GET", path: "/tasks", query: {} });
    assert.deepStrictEqual((tasks.json as unknown[])[0], saved);
    await answer({ method: "POST", path: "/reset", query: {} });
    assert.isUndefined(await store.get(saved.Id));
  });

  it("hands a refusal on with its code and words", async () => {
    try {
      await store.save("Task", { CallType: "loud" });
      assert.fail("was saved");
    } catch (error) {
      assert.instanceOf(error, RecordError);
      assert.strictEqual(error.code, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
      assert.include(error.message, "loud");
    }
  });

  it("answers 404 for what is not there, and 400 for a value that is no text", async () => {
    const missing = await answer({ method: "GET", path: "/nothing", query: {} });
    const body = { CallDurationInSeconds: 3 };
    const wrong = await answer({ method: "POST", path: "/records/Task", query: {}, body });
    assert.deepStrictEqual([missing.status, wrong.status], [404, 400]);
  });
});
