import { Office, type AtWork } from "./support/office.ts";
import { Gateway } from "./support/sipp.ts";

describe("what others arrange for the agent", () => {
  let office: Office;
  let agent: AtWork;
  let gateway: Gateway | undefined;
  let failed = false;

  function open(settings: Readonly<Record<string, string>>) {
    return async () => {
      failed = false;
      office = await Office.open({ empty: true, settings });
      agent = await office.signIn();
      await agent.phone.says(/Registered/);
    };
  }
  afterEach(async function () {
    failed ||= this.currentTest?.isFailed() ?? false;
    await gateway?.close();
  });
  const close = () => office.close({ failed });

  async function hangUp() {
    await agent.phone.button("Hang up").click();
    await gateway?.succeeded();
    await agent.phone.button("Hang up").waitFor({ state: "detached" });
  }

  describe("as the administrator allows it", () => {
    before(open({ "/features/autoAnswer": "true", "/features/voicemail": "9700" }));
    after(close);

    it("is a call that asks to be answered: it is, and bears the name that the network knows", async () => {
      gateway = Gateway.play("intercom", office);
      await agent.phone.says(/Connected/);
      await agent.phone.root.getByRole("article", { name: "Ada Asserted" }).waitFor();
      await hangUp();
    });

    it("is not every call: others ring, and the agent may send them elsewhere", async () => {
      gateway = Gateway.play("sent-elsewhere", office);
      await agent.phone.button("More …").click();
      await agent.phone.root.getByLabel("Send to").fill("desk");
      await agent.phone.button("Send").click();
      await gateway.succeeded();
      await agent.phone.says(/Sent to desk/);
    });

    it("is a call in the place of another one: it is answered, and the other one ends", async () => {
      gateway = Gateway.play("takes-over", office);
      await agent.phone.button("Answer").click();
      await agent.phone.root.getByRole("article", { name: "Elsewhere" }).waitFor();
      await agent.phone.says(/Connected/);
      await hangUp();
    });

    it("is news of the mailbox, which nobody asked for", async () => {
      gateway = Gateway.play("mailbox", office);
      await gateway.succeeded();
      await agent.phone.button("Voicemail (3 new)").waitFor();
    });
  });

  describe("where nothing was allowed", () => {
    before(open({}));
    after(close);

    it("rings, as any call does", async () => {
      gateway = Gateway.play("intercom", office);
      await agent.phone.says(/Incoming call. Ringing: Ada Asserted/);
      await agent.phone.button("Answer").click();
      await agent.phone.says(/Connected/);
      await hangUp();
    });
  });

  describe("for the keys of colleagues", () => {
    before(async () => {
      office = await Office.open({
        empty: true,
        settings: { "/features/colleagues": "Anna: 9201" },
      });
      gateway = Gateway.play("colleague", office);
      agent = await office.signIn();
    });
    after(close);

    it("is what their telephones do: the phone asks, is told, and is told of changes", async () => {
      await gateway?.succeeded();
      await agent.phone.button("Anna: ringing").waitFor();
    });
  });
});
