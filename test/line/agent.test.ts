import { assert } from "chai";
import { Line } from "../../src/line/line.ts";
import { MediaRouter } from "../../src/line/media-router.ts";
import { FakePhone } from "../../src/telephony/fake/fake-phone.ts";
import { until } from "../telephony/until.ts";
import { ViewFake } from "./view-fake.ts";

const account = { servers: ["wss://s.test"], domain: "d.test", user: "agent", password: "secret" };

describe("line/agent", () => {
  describe("one who is not to be disturbed", () => {
    let phone: FakePhone;
    let view: ViewFake;
    beforeEach(async () => {
      phone = new FakePhone();
      view = await new ViewFake(new Line({ phone, media: new MediaRouter() }), "a").attach();
      await signIn();
      view.send({ type: "setDoNotDisturb", on: true });
      await until(() => phone.doNotDisturb, "the wish");
    });
    afterEach(() => view.close());

    async function signIn(other: Partial<typeof account> = {}) {
      const before = phone.accounts.length;
      view.send({ type: "signIn", account: { ...account, ...other } });
      await until(() => phone.accounts.length > before, "the sign-in");
    }

    it("is not with a new password either: the old one may have come to its end", async () => {
      await signIn({ password: "new" });
      assert.isTrue(phone.doNotDisturb);
      assert.equal(phone.callIn({ number: "1" }).refusedWith, "busy");
    });

    it("does not keep the next one from being disturbed", async () => {
      await signIn({ user: "other" });
      assert.isFalse(phone.doNotDisturb);
    });

    it("leaves the next one ready, who may come without a sign-out", async () => {
      const availability = { ready: false, reason: "Lunch", by: "agent" } as const;
      view.send({ type: "setAvailability", availability });
      await view.shows(({ presence }) => presence?.phase === "notReady", "lunch");
      await signIn({ password: "new" });
      assert.equal(view.last?.presence?.phase, "notReady");
      await signIn({ user: "other" });
      await view.shows(({ presence }) => presence?.phase === "ready", "the next one's day");
    });
  });
});
