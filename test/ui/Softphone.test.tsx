import { assert } from "chai";
import { HostError, type HostErrorCode } from "../../src/host/host.ts";
import type { CallSnapshot } from "../../src/line/protocol.ts";
import type { EndReason } from "../../src/telephony/call.ts";
import type { Registration } from "../../src/telephony/phone.ts";
import { hostProblems } from "../../src/ui/notice-words.ts";
import { Softphone } from "../../src/ui/Softphone.tsx";
import { aSoftphone } from "../softphone/fakes/a-softphone.ts";
import { FakeHost } from "../softphone/fakes/fake-host.ts";
import { aCall, connected, ended, FakeLink } from "../softphone/fakes/fake-link.ts";
import { FakeRinger } from "../softphone/fakes/fake-ringer.ts";
import { until } from "../softphone/fakes/until.ts";
import { loadLate } from "../../src/ui/late.tsx";
import { Stage } from "./stage.tsx";

const over = (reason: EndReason): CallSnapshot["state"] => ({ phase: "ended", at: 9000, reason });
const failed = (problem: Extract<Registration, { phase: "failed" }>["problem"]): Registration => ({
  phase: "failed",
  problem,
  detail: "",
});

describe("ui/Softphone", () => {
  before(loadLate);

  it("has the names that others rely on", async () => {
    using phone = aSoftphone();
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.status.includes("console"));
    assert.equal(stage.one("section").ariaLabel, "Softphone");
    assert.equal(stage.one("input").ariaLabel, "Number");
    assert.equal(stage.one("[role=status]").textContent.trim(), "Registered. In the console.");
    assert.isTrue(stage.button("Call").matches(":enabled"));
  });

  describe("tells the line's state in words", () => {
    for (const [registration, words] of [
      [{ phase: "signedOut" }, "Signed out."],
      [{ phase: "registering" }, "Signing in"],
      [{ phase: "registered", since: 0 }, "Registered."],
      [{ phase: "reconnecting", since: 0 }, "Reconnecting"],
      [failed("wrongPassword"), "User or password is wrong."],
      [failed("unreachable"), "cannot be reached"],
      [failed("refused"), "refused this phone"],
      [failed("timeout"), "does not answer"],
    ] as const) {
      it(`${registration.phase}: ${words}`, async () => {
        using phone = aSoftphone({ link: new FakeLink({ registration }) });
        using stage = new Stage(<Softphone app={phone.app} />);
        await until(() => stage.status.includes("In the console."));
        assert.include(stage.status, words);
        await stage.isAccessible();
      });
    }

    it("before the line has answered", async () => {
      const link = new FakeLink();
      link.snapshot.value = undefined;
      using phone = aSoftphone({ link });
      using stage = new Stage(<Softphone app={phone.app} />);
      assert.include(stage.status, "Starting the phone");
      await stage.isAccessible();
    });
  });

  describe("tells the call's state in words", () => {
    const outgoing = { direction: "outgoing", remote: { number: "600" } } as const;
    for (const [name, call, words] of [
      ["calling", { ...outgoing, state: { phase: "dialing" } }, "Calling 600"],
      ["ringing there", outgoing, "Ringing: 600"],
      ["ringing here", {}, "Ringing: Ann Lee, +14155550101"],
      ["connected", { state: connected }, "Connected"],
      ["on hold", { state: { ...connected, heldBy: "us" } }, "On hold"],
      ["held", { state: { ...connected, heldBy: "them" } }, "other side has put you on hold"],
      ["ended by us", { state: over({ kind: "hungUp", by: "us" }) }, "You hung up."],
      ["ended by them", { state: ended }, "The other side hung up."],
      ["busy", { ...outgoing, state: over({ kind: "busy" }) }, "Busy."],
      ["no answer", { ...outgoing, state: over({ kind: "noAnswer" }) }, "No answer."],
      ["declined", { state: over({ kind: "declined", by: "them" }) }, "The other side declined."],
      ["declined here", { state: over({ kind: "declined", by: "us" }) }, "You declined."],
      ["missed", { state: over({ kind: "cancelled", by: "them" }) }, "Missed call."],
      ["cancelled", { state: over({ kind: "cancelled", by: "us" }) }, "Cancelled."],
      ["elsewhere", { state: over({ kind: "answeredElsewhere" }) }, "Answered on another phone."],
      ["unknown number", { state: over({ kind: "notFound" }) }, "not in use"],
      ["unavailable", { state: over({ kind: "unavailable" }) }, "Cannot be reached"],
      ["no sound", { state: over({ kind: "media" }) }, "sound could not be set up"],
      ["lost", { state: over({ kind: "connectionLost" }) }, "connection was lost"],
      [
        "refused",
        { state: over({ kind: "refused", status: 488, phrase: "Not Acceptable" }) },
        "refused: Not Acceptable (488)",
      ],
      [
        "no microphone",
        { state: over({ kind: "microphone", problem: "missing" }) },
        "No microphone was found",
      ],
      [
        "microphone refused",
        { state: over({ kind: "microphone", problem: "refused" }) },
        "The microphone is blocked",
      ],
      [
        "microphone kept back by the page",
        { state: over({ kind: "microphone", problem: "blockedByPage" }) },
        "Salesforce does not let the phone use the microphone",
      ],
      [
        "microphone in use",
        { state: over({ kind: "microphone", problem: "busy" }) },
        "Another program uses the microphone",
      ],
    ] as [string, Partial<CallSnapshot>, string][]) {
      it(name, async () => {
        using phone = aSoftphone({ link: new FakeLink({ calls: [aCall(call)] }) });
        using stage = new Stage(<Softphone app={phone.app} />);
        await until(() => stage.status.includes("In the console."));
        assert.include(stage.status, words);
        await stage.isAccessible();
      });
    }
  });

  describe("tells how a call's sound fares", () => {
    const since = 0;
    for (const [name, sound, words] of [
      ["on its way back", { phase: "resuming", since, resumed: 0 }, "sound is coming back"],
      ["back", { phase: "carried", since, resumed: 1, gap: 312 }, "Sound back after 0.3 s"],
      ["refused", { phase: "refused", since, resumed: 0, status: 488 }, "No sound: the other side"],
      ...(["refused", "blockedByPage", "missing", "busy"] as const).map(
        (microphone) =>
          [
            `no microphone: ${microphone}`,
            { phase: "carried", since, resumed: 0, microphone },
            "Microphone lost",
          ] as const,
      ),
    ] as const) {
      it(name, async () => {
        // The suite is long: what has just happened is told from when this test begins.
        const fresh = { ...sound, since: Date.now() };
        const calls = [aCall({ state: connected, sound: fresh, mediaView: "view-1" })];
        using phone = aSoftphone({ link: new FakeLink({ calls }) });
        using stage = new Stage(<Softphone app={phone.app} />);
        await until(() => stage.status.includes("In the console."));
        assert.include(stage.text, words);
        await stage.isAccessible();
      });
    }

    it("gone for long, and calls back", async () => {
      const sound = { phase: "resuming", since, resumed: 0 } as const;
      using phone = aSoftphone({
        link: new FakeLink({ calls: [aCall({ state: connected, sound })] }),
      });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.status.includes("No sound since"));
      assert.notInclude(stage.text, "coming back");
      await stage.isAccessible();
      stage.button("Call back").click();
      assert.lengthOf(phone.link.sentOf("hangUp"), 1);
      await until(() => phone.link.sentOf("dial").length === 1);
    });

    it("says nothing of a gap that is long past", async () => {
      const sound = { phase: "carried", since: 0, resumed: 1, gap: 312 } as const;
      using phone = aSoftphone({
        link: new FakeLink({ calls: [aCall({ state: connected, sound })] }),
      });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.status.includes("In the console."));
      assert.notInclude(stage.text, "Sound back");
    });

    it("calls back where the other side refused", async () => {
      const sound = { phase: "refused", since, resumed: 0, status: 488 } as const;
      using phone = aSoftphone({
        link: new FakeLink({ calls: [aCall({ state: connected, sound })] }),
      });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.status.includes("In the console."));
      stage.button("Call back").click();
      assert.lengthOf(phone.link.sentOf("hangUp"), 1);
      await until(() => phone.link.sentOf("dial").length === 1);
    });

    it("moves it here from another tab", async () => {
      using phone = aSoftphone({
        link: new FakeLink({ calls: [aCall({ state: connected, mediaView: "view-2" })] }),
      });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.status.includes("In the console."));
      stage.button("Move the sound here").click();
      assert.deepEqual(phone.link.sentOf("carry"), [{ type: "carry", call: "call-1" }]);
      await stage.isAccessible();
    });
  });

  it("shows a number that waits for the line, and takes it back", async () => {
    const waiting = { target: "600", since: 0 };
    using phone = aSoftphone({
      link: new FakeLink({ registration: { phase: "registering" }, waiting }),
    });
    using stage = new Stage(<Softphone app={phone.app} />);
    await until(() => stage.text.includes("Calls 600 as soon as"));
    stage.button("Cancel").click();
    assert.deepEqual(phone.link.sentOf("cancelDial"), [{ type: "cancelDial" }]);
  });

  describe("tells what is wrong with Salesforce, and stays a phone", () => {
    for (const code of Object.keys(hostProblems) as HostErrorCode[]) {
      it(code, async () => {
        const connect = () => Promise.reject(new HostError(code, ""));
        using phone = aSoftphone({ connect });
        using stage = new Stage(<Softphone app={phone.app} />);
        await until(() => stage.text.includes(hostProblems[code]));
        assert.include(stage.status, "Registered. Without Salesforce.");
        assert.isTrue(stage.button("Call").matches(":enabled"));
        assert.exists(stage.findButton("Try again"));
        await stage.isAccessible();
      });
    }

    it("settings that cannot be read", async () => {
      const host = new FakeHost();
      using phone = aSoftphone({ host });
      host.settings = () => Promise.reject(new HostError("silent", ""));
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.text.includes("Salesforce does not answer."));
    });

    it("settings that an administrator should look at", async () => {
      using phone = aSoftphone({ settings: { "/sip/domain": "" } });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.text.includes("check the call center's settings: /sip/domain"));
    });

    it("says when there is no Salesforce, which is nothing wrong", async () => {
      using phone = aSoftphone({ host: new FakeHost("none") });
      using stage = new Stage(<Softphone app={phone.app} />, 400);
      await until(() => stage.status.includes("On its own, without Salesforce."));
      assert.lengthOf(stage.root.querySelectorAll(".notice"), 0);
      await stage.isAccessible();
    });
  });

  describe("dialling", () => {
    it("calls the number in the field with Enter or with the button", async () => {
      using phone = aSoftphone();
      using stage = new Stage(<Softphone app={phone.app} />);
      stage.type(stage.field("input"), "600");
      stage.root.querySelector("form")?.requestSubmit();
      await until(() => phone.link.sentOf("dial")[0]?.target === "600");
      assert.equal(stage.button("Call").type, "submit");
    });

    it("cannot call where the line cannot even keep the number", () => {
      const registration = failed("unreachable");
      using phone = aSoftphone({ link: new FakeLink({ registration }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      assert.isTrue(stage.button("Call").disabled);
    });

    it("says why nothing was dialled", async () => {
      using phone = aSoftphone();
      using stage = new Stage(<Softphone app={phone.app} />);
      stage.type(stage.field("input"), "n/a");
      stage.button("Call").click();
      await until(() => stage.text.includes("not a number that can be called"));
      stage.type(stage.field("input"), "600");
      phone.link.events.emit("refused", { command: "dial", code: "tooManyCalls" });
      await until(() => stage.text.includes("No more calls at the same time"));
    });

    it("has a keypad whose keys can be told apart by ear", async () => {
      using phone = aSoftphone();
      using stage = new Stage(<Softphone app={phone.app} />);
      stage.button("Keypad").click();
      await until(() => stage.findButton("star"));
      for (const name of ["5", "pound", "0", "star"]) stage.button(name).click();
      assert.equal(phone.app.dialer.number.value, "5#0*");
      await stage.isAccessible();
    });
  });

  describe("a call's card", () => {
    it("answers and declines", () => {
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      stage.button("Answer").click();
      stage.button("Decline").click();
      assert.isUndefined(stage.findButton("Hang up"));
      assert.deepEqual(
        phone.link.sent.map(({ type }) => type),
        ["answer", "decline"],
      );
    });

    it("mutes, shows what is true, and hangs up", async () => {
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall({ state: connected })] }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      stage.button("Mute").click();
      assert.deepEqual(phone.link.sentOf("setMuted")[0]?.muted, true);
      assert.equal(stage.button("Mute").ariaPressed, "false");
      phone.link.change("call-1", { muted: true });
      await until(() => stage.button("Mute").ariaPressed === "true");
      stage.button("Hang up").click();
      assert.lengthOf(phone.link.sentOf("hangUp"), 1);
    });

    it("counts the seconds outside the live region", async () => {
      const state = { ...connected, since: Date.now() - 12_000 };
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall({ state })] }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      assert.match(stage.one(".clock").textContent, /^0:1[23]$/);
      assert.notMatch(stage.status, /\d:\d\d/);
      phone.link.change("call-1", { state: ended });
      await until(() => stage.one(".clock").textContent === "0:12");
    });

    it("keeps the notes with the call, and locks them once they are in a log that cannot be changed", async () => {
      const host = new FakeHost();
      host.save = () => Promise.resolve(undefined);
      const link = new FakeLink({ calls: [aCall({ state: connected })] });
      using phone = aSoftphone({ host, link });
      using stage = new Stage(<Softphone app={phone.app} />);
      stage.type(stage.field("textarea"), "wants 2");
      assert.equal(stage.one("label").textContent.trim(), "Notes");
      assert.equal(phone.link.call()?.notes, "wants 2");
      phone.link.change("call-1", { state: ended });
      await until(() => stage.field("textarea").readOnly);
      assert.equal(phone.host.saved[0]?.notes, "wants 2");
    });

    it("shows text of strangers as text", () => {
      const remote = { number: "+1", name: "<img src=x onerror=alert(1)>" };
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall({ remote })] }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      assert.include(stage.text, remote.name);
      assert.isNull(stage.root.querySelector("img"));
    });

    it("says when nobody is known by the number", async () => {
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.text.includes("Unknown number"));
      await stage.isAccessible();
    });

    it("offers the records to choose from, and names the chosen one", async () => {
      const ann = { id: "003000000000001", object: "Contact", name: "Ann Lee" };
      const bob = { id: "003000000000002", object: "Lead", name: "Bob Lee" };
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall()] }) });
      phone.host.records = [ann, bob];
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.text.includes("2 records could be meant."));
      await stage.isAccessible();
      stage.button("Bob Lee Lead").click();
      await until(() => stage.one(".record").textContent.startsWith("Lead Bob Lee"));
      assert.deepEqual(phone.link.call()?.record, bob);
    });

    it("shows notes for one call only", () => {
      const calls = [aCall({ id: "a", state: connected }), aCall({ id: "b" })];
      using phone = aSoftphone({ link: new FakeLink({ calls }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      assert.lengthOf(stage.root.querySelectorAll("article"), 2);
      assert.exists(stage.one("textarea"));
    });
  });

  describe("an ended call's log", () => {
    for (const [log, words] of [
      ["doing", "Saving …"],
      ["done", "Logged"],
      ["failed", "Not logged"],
      ["maybe", "Maybe logged"],
    ] as const) {
      it(`${log}: ${words}`, async () => {
        const call = aCall({ state: ended, keeper: "another", deeds: { pop: "done", log } });
        using phone = aSoftphone({ link: new FakeLink({ calls: [call] }) });
        using stage = new Stage(<Softphone app={phone.app} />);
        await until(() => stage.status.includes("In the console."));
        assert.include(stage.one("article footer").textContent, words);
        await stage.isAccessible();
      });
    }

    it("is tried again by hand, with the CRM's words beside it", async () => {
      const host = new FakeHost();
      host.save = () => Promise.reject(new HostError("refused", "No access"));
      using phone = aSoftphone({ host, link: new FakeLink({ calls: [aCall({ state: ended })] }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.text.includes("Not logged: No access"));
      host.save = () => Promise.resolve(undefined);
      stage.button("Try again").click();
      await until(() => stage.text.includes("Logged"));
    });

    it("is put away by hand", async () => {
      using phone = aSoftphone({ link: new FakeLink({ calls: [aCall({ state: ended })] }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.findButton("Dismiss"));
      stage.button("Dismiss").click();
      await until(() => !stage.root.querySelector("article"));
    });
  });

  describe("signing in", () => {
    const link = () => new FakeLink({ registration: { phase: "signedOut" } });

    it("takes user and password from the form, and empties it", async () => {
      using phone = aSoftphone({ link: link() });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.findButton("Sign in"));
      await stage.isAccessible();
      assert.equal(stage.field("[name=user]").value, "agent");
      const password = stage.field("[name=password]");
      password.value = "pw";
      stage.button("Sign in").click();
      await until(() => phone.link.sentOf("signIn").length > 0);
      assert.include(phone.link.sentOf("signIn")[0]?.account, { user: "agent", password: "pw" });
      assert.equal(password.value, "");
    });

    it("asks for the server where no settings name one", async () => {
      const connect = () => Promise.reject(new HostError("silent", ""));
      using phone = aSoftphone({ connect, link: link() });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.root.querySelector("[name=server]"));
      await stage.isAccessible();
    });

    it("signs out", () => {
      using phone = aSoftphone();
      using stage = new Stage(<Softphone app={phone.app} />);
      stage.button("Sign out").click();
      assert.lengthOf(phone.link.sentOf("signOut"), 1);
    });
  });

  it("says when calls cannot be heard, and turns the sound on", async () => {
    using phone = aSoftphone({ ringer: new FakeRinger(false) });
    using stage = new Stage(<Softphone app={phone.app} />);
    await stage.isAccessible();
    stage.button("Turn on sound").click();
    await until(() => !stage.findButton("Turn on sound"));
  });

  it("has one live region in every state", async () => {
    const calls = [aCall({ id: "a", state: ended }), aCall({ id: "b", state: connected })];
    using phone = aSoftphone({ link: new FakeLink({ calls }) });
    using stage = new Stage(<Softphone app={phone.app} />, 400);
    await stage.isAccessible();
    assert.exists(stage.one("[role=status], [aria-live], [role=alert], output"));
  });

  describe("calls that are not logged yet", () => {
    const notLogged = (log: "failed" | "maybe", id = "old") =>
      aCall({ id, state: ended, deeds: { pop: "done", log, attempts: 9, reason: "Not today" } });

    it("are listed, counted and can be saved again", async () => {
      const link = new FakeLink({ calls: [notLogged("failed"), aCall({ id: "new" })] });
      using phone = aSoftphone({ link });
      using stage = new Stage(<Softphone app={phone.app} />);
      assert.equal(stage.one(".pending h2").textContent, "Not saved yet (1)");
      assert.include(stage.one(".pending").textContent, "Not logged: Not today");
      await stage.isAccessible();
      stage.button("Try again").click();
      assert.include(
        link.sentOf("deed").map(({ call, state }) => `${call} ${state}`),
        "old none",
      );
      // Once it is safe it is put away, as another call is up.
      await until(() => !link.call("old"));
      assert.lengthOf(phone.host.saved, 1);
      await until(() => !stage.root.querySelector(".pending"));
    });

    it("are listed as well when only their follow-up is in doubt", async () => {
      const followUp = { state: "maybe" } as const;
      const old = aCall({ id: "old", state: ended, deeds: { pop: "done", log: "done", followUp } });
      using phone = aSoftphone({ link: new FakeLink({ calls: [old, aCall({ id: "new" })] }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.text.includes("Follow-up maybe saved"));
      assert.equal(stage.one(".pending h2").textContent, "Not saved yet (1)");
      await stage.isAccessible();
      assert.exists(phone.link.call("old"));
    });

    it("are dropped only after the agent said so twice", async () => {
      const link = new FakeLink({ calls: [notLogged("failed")] });
      using phone = aSoftphone({ link });
      using stage = new Stage(<Softphone app={phone.app} />);
      stage.button("Dismiss").click();
      await until(() => stage.findButton("Keep it"));
      await stage.isAccessible();
      stage.button("Keep it").click();
      await until(() => stage.findButton("Dismiss"));
      assert.exists(link.call("old"));
      stage.button("Dismiss").click();
      await until(() => stage.findButton("Drop it for good"));
      stage.button("Drop it for good").click();
      await until(() => !link.call("old"));
    });

    it("can be looked for when they are in doubt, and declared to be there", async () => {
      const link = new FakeLink({ calls: [notLogged("maybe")] });
      using phone = aSoftphone({ link });
      using stage = new Stage(<Softphone app={phone.app} />);
      await until(() => stage.findButton("Look"));
      stage.button("Look").click();
      await until(() => phone.host.done.includes("open search +14155550101"));
      stage.button("It is there").click();
      await until(() => link.call("old")?.deeds.log === "done");
      assert.isEmpty(phone.host.saved);
    });

    it("that were interrupted say so", () => {
      const state = { ...ended, reason: { kind: "interrupted" } } as const;
      const call = aCall({ state, recovered: true, deeds: { pop: "done", log: "done" } });
      using phone = aSoftphone({ link: new FakeLink({ calls: [call] }) });
      using stage = new Stage(<Softphone app={phone.app} />);
      assert.include(stage.text, "The browser stopped during this call.");
      assert.include(stage.text, "Found after an interruption.");
    });
  });

  it("says what the browser cannot keep", async () => {
    using phone = aSoftphone({ link: new FakeLink({ storage: "refused" }) });
    using stage = new Stage(<Softphone app={phone.app} />);
    assert.include(stage.text, "This browser stores nothing for the phone.");
    await stage.isAccessible();
  });

  it("says that another version finishes a call, and asks nobody to sign in meanwhile", () => {
    const registration = { phase: "signedOut" } as const;
    const link = new FakeLink({ registration, otherRelease: "older" });
    using phone = aSoftphone({ link });
    using stage = new Stage(<Softphone app={phone.app} />);
    assert.include(stage.status, "a call goes on in the previous version");
    assert.isFalse(phone.app.signIn.formShown.value);
  });
});
