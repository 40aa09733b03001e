import { assert } from "chai";
import { until } from "../e2e/support/until.ts";
import { Office } from "./support/office.ts";

describe("registration at Kamailio", () => {
  let office: Office;

  afterEach(function () {
    return office.close({ failed: this.currentTest?.isFailed() ?? false });
  });

  for (const algorithm of ["MD5", "SHA-256"] as const) {
    it(`answers a ${algorithm} challenge, of the registrar and of the proxy`, async () => {
      office = await Office.open({ algorithm, empty: true });
      const { phone } = await office.signIn();
      await phone.says(/Registered/);
      assert.lengthOf(await office.kamailio.contacts("agent"), 1);
      await phone.dial("desk");
      // Nobody is there; to be told so, the call had to be let in.
      await phone.says(/Cannot be reached/);
      assert.match(office.kamailio.log, /CALL agent to desk/);
    });
  }

  it("says that the password is wrong, asks no more with it, and takes the right one", async () => {
    office = await Office.open({ empty: true });
    const { phone } = await office.signIn("/home", "not this one");
    await phone.says(/User or password is wrong/);
    assert.isEmpty(await office.kamailio.contacts("agent"));
    await phone.root.getByLabel("Password").fill("secret-of-the-agent");
    await phone.button("Sign in").click();
    await phone.says(/Registered/);
    await until(
      () => office.kamailio.contacts("agent"),
      (all) => all.length === 1,
      { what: "one contact" },
    );
  });
});
