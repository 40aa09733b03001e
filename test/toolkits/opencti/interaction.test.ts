import { assert } from "chai";
import { FakeSalesforce, toolkitOver } from "./fake-salesforce.ts";
import { rejection } from "./rejection.ts";

describe("toolkits/opencti/interaction", () => {
  describe("screenPop", () => {
    const sentAt = async (apiVersion: number) => {
      const fake = new FakeSalesforce(() => ({ result: true }));
      await toolkitOver(fake, apiVersion).interaction.screenPop("/001x0000003DGQR");
      return fake.calls[0]?.args;
    };

    it("passes the callback second up to API version 27, and third from 28 on", async () => {
      assert.deepEqual(await sentAt(25), ["/001x0000003DGQR", "callback"]);
      assert.deepEqual(await sentAt(27), ["/001x0000003DGQR", "callback"]);
      assert.deepEqual(await sentAt(28), ["/001x0000003DGQR", true, "callback"]);
      assert.deepEqual(await sentAt(66), ["/001x0000003DGQR", true, "callback"]);
    });
  });

  describe("searchAndScreenPop", () => {
    const searched = (result: unknown) =>
      toolkitOver(new FakeSalesforce(() => ({ result }))).interaction.searchAndScreenPop("x");

    it("takes null, nothing and an empty object for no match", async () => {
      for (const result of [null, "", "{}"]) {
        assert.deepEqual(await searched(result), { records: [], screenPopUrl: undefined });
      }
    });

    it("is refused when Salesforce answers false", async () => {
      assert.include(await rejection(searched(false)), {
        code: "refused",
        reason: "Salesforce answered false",
      });
    });
  });

  describe("saveLog", () => {
    const saved = (reply: object) =>
      toolkitOver(new FakeSalesforce(() => reply)).interaction.saveLog("Task", {});

    it("finds the Id in id, in result, or nowhere", async () => {
      assert.equal(await saved({ result: true, id: "00Tx00000012345" }), "00Tx00000012345");
      assert.equal(await saved({ result: "00Tx00000012345" }), "00Tx00000012345");
      assert.equal(
        await saved({ result: "00Tx00000012345", id: "00Tx00000067890" }),
        "00Tx00000067890",
      );
      assert.isUndefined(await saved({ result: true }));
      assert.isUndefined(await saved({ result: true, id: "none" }));
      assert.isUndefined(await saved({ result: "Success" }));
    });

    it("is refused when nothing was saved", async () => {
      for (const result of [false, null, ""]) {
        assert.equal((await rejection(saved({ result }))).code, "refused");
      }
    });

    it("leaves null and undefined out, and sends numbers and flags as text", async () => {
      const fake = new FakeSalesforce(() => ({ result: true }));
      const fields = { Id: "00T", WhoId: null, WhatId: undefined, Calls: 0, Done: false };
      await toolkitOver(fake).interaction.saveLog("Task", fields);
      assert.equal(fake.calls[0]?.args[1], "Id=00T&Calls=0&Done=false");
    });
  });

  describe("runApex", () => {
    const ran = (result: unknown) =>
      toolkitOver(new FakeSalesforce(() => ({ result }))).interaction.runApex("A", "b");

    it("gives back the text that the script turned into something else", async () => {
      assert.equal(await ran(true), "true");
      assert.equal(await ran(false), "false");
      assert.equal(await ran(null), "");
      assert.equal(await ran(' {"a":1} '), ' {"a":1} ');
    });
  });
});
