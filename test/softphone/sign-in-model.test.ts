import { assert } from "chai";
import { HostError } from "../../src/host/host.ts";
import { aSoftphone, demoSettings, type TestedSoftphone } from "./fakes/a-softphone.ts";
import { FakeHost } from "./fakes/fake-host.ts";
import { FakeLink, registered } from "./fakes/fake-link.ts";
import { until } from "./fakes/until.ts";

const signedOut = () => new FakeLink({ registration: { phase: "signedOut" } });
const wrongPassword = {
  registration: { phase: "failed", problem: "wrongPassword", detail: "401" },
} as const;
const handOut = { "/sip/credentialsUrl": "/demo/sign-in" };
const credentials = { user: "agent", password: "pw" };

/** What the line is told to sign in with. */
async function account({ link }: TestedSoftphone) {
  await until(() => link.sentOf("signIn").length > 0);
  return link.sentOf("signIn")[0]?.account;
}

/** By then the model has made of the credentials what it makes of them. */
async function handedOver(given: Promise<unknown>): Promise<void> {
  await given;
  await import("../../src/softphone/upkeep.ts");
  await new Promise((resolve) => setTimeout(resolve));
}

describe("softphone/sign-in-model", () => {
  it("shows the form, filled in from the settings, when the line is signed out", async () => {
    using phone = aSoftphone({ link: signedOut() });
    await until(() => phone.app.signIn.formShown.value);
    assert.equal(phone.app.signIn.user.value, "agent");
    assert.isFalse(phone.app.signIn.asksServer.value);
  });

  it("signs in with what was typed and where the settings say", async () => {
    const settings = { "/sip/displayName": "Sales", "/sip/dtlsClient": "false" };
    using phone = aSoftphone({ settings, link: signedOut() });
    await until(() => phone.app.signIn.formShown.value);
    phone.app.signIn.signIn({ user: "anna", password: "pw" });
    assert.deepEqual(await account(phone), {
      servers: ["wss://phone.test/sip"],
      domain: "demo.test",
      user: "anna",
      password: "pw",
      displayName: "Sales",
      dtlsClient: false,
      dtmf: "rtp",
      mostCalls: 6,
    });
  });

  it("tells the line what is wanted of the telephone before it signs in: a call may come at once", async () => {
    const settings = { "/features/attachedHeaders": "X-Case" };
    const shown = new Promise<void>(() => undefined);
    using phone = aSoftphone({ settings, shown, link: signedOut() });
    await until(() => phone.app.signIn.formShown.value);
    phone.app.signIn.signIn(credentials);
    await account(phone);
    const [first, then] = phone.link.sent.filter(({ type }) => /^(wish|signIn)$/.test(type));
    assert.deepNestedInclude(first, { "wishes.attachedHeaders": ["X-Case"] });
    assert.equal(then?.type, "signIn");
  });

  it("asks for the server where no settings name one", async () => {
    const connect = () => Promise.reject(new HostError("silent", ""));
    using phone = aSoftphone({ connect, link: signedOut() });
    await until(() => phone.app.signIn.formShown.value);
    assert.isTrue(phone.app.signIn.asksServer.value);
    const form = { user: "a", password: "b", server: "wss://sip.test/ws", domain: "sip.test" };
    phone.app.signIn.signIn(form);
    assert.deepInclude(await account(phone), {
      servers: ["wss://sip.test/ws"],
      domain: "sip.test",
    });
  });

  it("signs in by itself where the softphone's host hands out passwords", async () => {
    using phone = aSoftphone({ settings: handOut, credentials, link: signedOut() });
    assert.include(await account(phone), credentials);
    assert.deepEqual(phone.fetched, ["/demo/sign-in"]);
  });

  it("signs in by itself also when Salesforce fails, with the settings beside the softphone", async () => {
    const connect = () => Promise.reject(new HostError("noScript", ""));
    const fallback = { ...demoSettings, ...handOut };
    using phone = aSoftphone({ connect, fallback, credentials, link: signedOut() });
    await account(phone);
  });

  it("hands nothing out where nobody says who sits there", async () => {
    const host = new FakeHost("none");
    using phone = aSoftphone({ host, settings: handOut, credentials, link: signedOut() });
    await until(() => phone.app.signIn.formShown.value);
    assert.deepEqual(phone.fetched, []);
  });

  it("shows the form when nothing is handed out", async () => {
    using phone = aSoftphone({ settings: handOut, link: signedOut() });
    await until(() => phone.app.signIn.formShown.value);
    assert.lengthOf(phone.fetched, 1);
  });

  it("shows the form again after a wrong password, and does not fetch it for ever", async () => {
    using phone = aSoftphone({ settings: handOut, credentials, link: signedOut() });
    await account(phone);
    phone.link.say(wrongPassword);
    await until(() => phone.app.signIn.formShown.value);
    assert.lengthOf(phone.fetched, 1);
  });

  it("fetches a new password when one that had worked is refused", async () => {
    using phone = aSoftphone({ settings: handOut, credentials });
    await until(() => phone.app.crm.settings.value);
    phone.link.say(wrongPassword);
    await account(phone);
  });

  it("leaves a line alone that tries again by itself", async () => {
    const registration = { phase: "failed", problem: "unreachable", detail: "" } as const;
    using phone = aSoftphone({ link: new FakeLink({ registration }) });
    await until(() => phone.app.crm.settings.value);
    assert.isFalse(phone.app.signIn.formShown.value);
    assert.isTrue(phone.app.signIn.canSignOut.value);
  });

  it("stays signed out over page loads after the agent signed out by hand", async () => {
    const memory = new Map<string, string>();
    using first = aSoftphone({ settings: handOut, credentials, memory });
    first.app.signIn.signOut();
    assert.lengthOf(first.link.sentOf("signOut"), 1);
    using second = aSoftphone({ settings: handOut, credentials, memory, link: signedOut() });
    await until(() => second.app.signIn.formShown.value);
    assert.deepEqual(second.fetched, []);
    second.app.signIn.signIn(credentials);
    await account(second);
    using third = aSoftphone({ settings: handOut, credentials, memory, link: signedOut() });
    await until(() => third.fetched.length > 0);
  });

  it("does not sign in over another view that was faster", async () => {
    let handOver: (given: typeof credentials) => void = () => undefined;
    const slow = new Promise<typeof credentials>((resolve) => (handOver = resolve));
    using phone = aSoftphone({ settings: handOut, credentials: slow, link: signedOut() });
    await until(() => phone.fetched.length > 0);
    phone.link.say({ registration: registered });
    handOver(credentials);
    await handedOver(slow);
    assert.deepEqual(phone.link.sentOf("signIn"), []);
  });

  it("does not sign in when the agent signs out in another view meanwhile", async () => {
    let handOver: (given: typeof credentials) => void = () => undefined;
    const slow = new Promise<typeof credentials>((resolve) => (handOver = resolve));
    using phone = aSoftphone({ settings: handOut, credentials: slow, link: signedOut() });
    await until(() => phone.fetched.length > 0);
    phone.link.say({ signedOutBy: "agent" });
    handOver(credentials);
    await handedOver(slow);
    assert.deepEqual(phone.link.sentOf("signIn"), []);
  });

  for (const signedOutBy of ["agent", "crm"] as const) {
    it(`stays signed out where another view was told so by the ${signedOutBy}`, async () => {
      using phone = aSoftphone({ settings: handOut, credentials });
      await until(() => phone.app.crm.settings.value);
      phone.link.say({ registration: { phase: "signedOut" }, signedOutBy });
      await until(() => phone.app.signIn.formShown.value);
      assert.isEmpty(phone.fetched);
      phone.app.signIn.signIn(credentials);
      assert.include(await account(phone), credentials);
    });
  }

  it("leaves it to later pages to sign in after the CRM logged the agent out", async () => {
    using phone = aSoftphone({ settings: handOut, credentials });
    await until(() => phone.app.crm.settings.value);
    phone.link.say({ registration: { phase: "signedOut" }, signedOutBy: "crm" });
    phone.link.snapshot.value = { registration: { phase: "signedOut" }, calls: [], views: 2 };
    assert.isTrue(phone.app.signIn.formShown.value);
    assert.isEmpty(phone.fetched);
  });

  it("writes nothing down but that the agent signed out", async () => {
    const memory = new Map<string, string>();
    using phone = aSoftphone({ memory, link: signedOut() });
    await until(() => phone.app.signIn.formShown.value);
    phone.app.signIn.signIn({ user: "anna", password: "very secret" });
    await account(phone);
    assert.equal(memory.size, 0);
    phone.app.signIn.signOut();
    assert.deepEqual([...memory], [["switchhook-signed-out", "yes"]]);
  });

  it("waits for the settings before it asks", () => {
    const host = new FakeHost();
    using phone = aSoftphone({ host, link: signedOut() });
    assert.equal(phone.app.crm.status.value.phase, "connecting");
    assert.isFalse(phone.app.signIn.formShown.value);
  });

  it("signs nobody in again while the CRM logs the agent out", async () => {
    const settings = { "/sip/credentialsUrl": "/sign-in" };
    const credentials = { user: "agent", password: "secret" };
    using phone = aSoftphone({ link: new FakeLink(), settings, credentials });
    await until(() => phone.app.crm.settings.value);
    phone.host.events.emit("loggedOut", {});
    phone.link.say({ registration: { phase: "signedOut" } });
    assert.isEmpty(phone.fetched);
    assert.isTrue(phone.app.signIn.formShown.value);
  });
});
