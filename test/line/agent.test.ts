import { assert } from "chai";
import { Line } from "../../src/line/line.ts";
import { MediaRouter } from "../../src/line/media-router.ts";
import { FakePhone } from "../../src/telephony/fake/fake-phone.ts";
import { until } from "../telephony/until.ts";
import { ViewFake } from "./view-fake.ts";

const account = { servers: ["wss://s.test"], domain: "d.test", user: "agent", password: "secret" };

describe("line/agent", () => {
  describe("one who is not to be disturbed, where the line goes with its page", () => {
    const views: ViewFake[] = [];
    const kept = new Map<string, string>();
    const memory = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    beforeEach(() => kept.clear());
    afterEach(() => {
      for (const view of views.splice(0)) view.close();
    });

    /** The line of a page. */
    async function page(user = "agent") {
      const phone = new FakePhone();
      const line = new Line({ phone, media: new MediaRouter(), memory });
      const view = await new ViewFake(line, crypto.randomUUID()).attach({ active: true });
      views.push(view);
      // It is known before anybody has signed in.
      const wishes = { attachedHeaders: [], watch: ["200"], mailbox: false };
      view.send({ type: "wish", wishes, autoAnswer: false });
      await view.shows(({ lamps }) => lamps !== undefined, "the wishes");
      view.send({ type: "signIn", account: { ...account, user } });
      await view.shows(({ registration }) => registration.phase === "registered", "registered");
      return { phone, view };
    }

    async function pageOf(user: string, on: boolean) {
      const { phone, view } = await page(user);
      view.send({ type: "setDoNotDisturb", on });
      await until(() => phone.doNotDisturb === on, "the wish");
      return view;
    }

    it("is not in the next page either", async () => {
      await pageOf("agent", true);
      const { phone, view } = await page();
      assert.isTrue(phone.doNotDisturb);
      assert.isTrue(view.last?.doNotDisturb);
      assert.equal(phone.callIn({ number: "1" }).refusedWith, "busy");
    });

    it("is again in the page after one where that was taken back", async () => {
      await pageOf("agent", true);
      await pageOf("agent", false);
      assert.isFalse((await page()).phone.doNotDisturb);
    });

    it("does not keep others from being disturbed", async () => {
      await pageOf("agent", true);
      assert.isFalse((await page("other")).phone.doNotDisturb);
    });

    it("begins anew after signing out", async () => {
      const view = await pageOf("agent", true);
      view.send({ type: "signOut" });
      await view.shows(({ doNotDisturb }) => doNotDisturb !== true, "the end");
      assert.isFalse((await page()).phone.doNotDisturb);
    });
  });
});
