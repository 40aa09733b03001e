import { assert } from "chai";
import { softphoneIn } from "../support/desk.ts";
import { Stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

// Below the first org's name: of one site with it, so that the browser itself keeps nothing apart.
const otherOrg = "two.crm.localhost";

describe("two orgs in one browser", () => {
  let stage: Stage;
  before(async () => (stage = await Stage.open({ demo: { otherOrgs: [otherOrg] } })));
  after(() => stage.close());

  it("have two lines, neither sees the other's calls, and each logs its own", async () => {
    const { exchange } = stage.demo;
    const origin = `http://${otherOrg}:${stage.demo.port}`;
    await stage.agent.grantPermissions(["microphone"], { origin });
    const saved: string[] = [];
    stage.agent.on("request", (request) => {
      const [, number] = /"Subject":"Call to (\d+)"/.exec(request.postData() ?? "") ?? [];
      if (number) saved.push(`${new URL(request.url()).hostname} ${number}`);
    });
    const one = await stage.visit("/home");
    await softphoneIn(one).says(/Registered/);
    const two = await stage.agent.newPage();
    await two.goto(`${origin}/home`);
    await softphoneIn(two).says(/Registered/);
    assert.lengthOf(exchange.registrations(), 2);

    await softphoneIn(one).dial("601");
    await softphoneIn(one).says(/Connected/);
    await softphoneIn(two).dial("600");
    await softphoneIn(two).says(/Connected/);
    for (const [page, own, others] of [
      [one, "601", "600"],
      [two, "600", "601"],
    ] as const) {
      await softphoneIn(page).region.getByText(own).first().waitFor();
      assert.equal(await softphoneIn(page).region.getByText(others).count(), 0);
    }

    await one.close();
    await until(
      () => exchange.calls().map(({ to, state }) => `${to} ${state}`),
      (calls) => calls.includes("600 connected"),
      { what: "the second org's call, untouched" },
    );
    await softphoneIn(two).button("Hang up").click();
    await until(
      () => exchange.calls().map(({ to, state }) => `${to} ${state}`),
      (calls) => calls.includes("600 ended") && calls.includes("601 connected"),
      { what: "only the second org's call to end" },
    );
    await softphoneIn(two).root.locator(".log.done").waitFor();
    assert.deepEqual(saved, [`${otherOrg} 600`]);

    const back = await stage.visit("/home");
    await softphoneIn(back).says(/Connected/);
    await softphoneIn(back).button("Hang up").click();
    await softphoneIn(back).root.locator(".log.done").waitFor();
    assert.deepEqual(saved, [`${otherOrg} 600`, "crm.localhost 601"]);
  });
});
