import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "chai";
import type { Page } from "playwright-core";
import { softphoneButton, softphoneIn, type SoftphonePage } from "./support/desk.ts";
import { Stage, type StageOptions } from "./support/stage.ts";

describe("when something is wrong", () => {
  let stage: Stage;
  let page: Page;
  let phone: SoftphonePage;

  async function open(options: StageOptions & { path?: string } = {}) {
    stage = await Stage.open(options);
    page = await stage.visit(options.path ?? "/console");
    await softphoneButton(page).click();
    phone = softphoneIn(page);
  }

  async function echoAnswers() {
    await phone.dial("600");
    await phone.says(/Connected/);
    await phone.button("Hang up").click();
    await phone.says(/You hung up/);
  }

  afterEach(() => stage.close());

  it("says busy, declined and not in use, each in its words, and dials again", async () => {
    await open();
    await phone.says(/Registered/);
    await phone.dial("602");
    await phone.says(/Busy/);
    await phone.dial("604");
    await phone.says(/declined/);
    await phone.dial("+19995550000");
    await phone.says(/not in use|Cannot be reached/);
    await echoAnswers();
  });

  it("rings at somebody who never answers until the agent hangs up", async () => {
    await open();
    await phone.says(/Registered/);
    await phone.dial("603");
    await phone.says(/Ringing/);
    await phone.button("Hang up").click();
    await phone.says(/Cancelled/);
    await stage.call(
      ({ to, state }) => to === "603" && state === "ended",
      "the robot to stop ringing",
    );
  });

  it("says that no microphone was found", async () => {
    await open({ machine: { microphone: "none" } });
    await phone.says(/Registered/);
    await phone.dial("600");
    await phone.region
      .getByText(/No microphone was found/)
      .first()
      .waitFor();
    assert.isTrue(await phone.number.isEnabled());
  });

  it("says that the microphone is blocked", async () => {
    await open({ machine: { microphone: "refused" } });
    await phone.says(/Registered/);
    await phone.dial("600");
    await phone.region
      .getByText(/microphone is blocked/)
      .first()
      .waitFor();
    assert.isTrue(await phone.number.isEnabled());
  });

  it("says that the exchange cannot be reached, and goes on trying", async () => {
    await open({ demo: { settings: { "/sip/servers": "ws://phone.localhost:9/sip" } } });
    await phone.says(/exchange cannot be reached/);
  });

  it("says that the password is wrong, and takes the right one", async () => {
    await open({ demo: { settings: { "/sip/credentialsUrl": "" } } });
    const password = phone.root.getByLabel("Password");
    await password.fill("not this one");
    await phone.button("Sign in").click();
    await phone.says(/User or password is wrong/);
    await password.fill(stage.demo.passwords.agent ?? "");
    await phone.button("Sign in").click();
    await phone.says(/Registered/);
    await echoAnswers();
  });

  it("works as a plain phone when Salesforce's scripts do not load", async () => {
    const empty = await mkdtemp(join(tmpdir(), "no-toolkit-"));
    await open({ demo: { toolkitFolder: empty } });
    await phone.region.getByText(/A part of Salesforce did not load/).waitFor();
    await echoAnswers();
  });

  it("works as a plain phone when Salesforce never answers", async () => {
    await open({ path: "/console?scenario=never-answers" });
    await phone.region.getByText(/Salesforce does not answer/).waitFor();
    await phone.says(/Registered|password/);
  });
});
