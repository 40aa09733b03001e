import { assert } from "chai";
import { HostError, type AttentionSign, type CallLog, type Host } from "../../src/host/host.ts";

export const aCallLog: CallLog = {
  subject: "Call to Ann Lee",
  direction: "outgoing",
  seconds: 12,
  callId: "call-1",
  disposition: "Answered",
  notes: "",
  startedAt: Date.UTC(2026, 10, 22, 12),
};

export const aSign: AttentionSign = {
  text: "Call: Ann",
  ...{ button: true, blink: true, title: true },
  ...{ colour: "#c23934", icon: "" },
};

const verbs: Record<string, (host: Host) => Promise<unknown>> = {
  readSettings: (host) => host.readSettings(),
  callLayout: (host) => host.callLayout("incoming"),
  find: (host) => host.find(["+14155550101"], "incoming"),
  findAndPop: (host) => host.findAndPop(["+14155550101"], "incoming"),
  findPeople: (host) => host.findPeople("Ann"),
  directory: (host) => host.directory(0),
  openPage: (host) => host.openPage({ shows: "search", text: "+14155550101" }),
  isShown: (host) => host.isShown({ shows: "record", record: { id: "003000000000001" } }),
  isEditing: (host) => host.isEditing(),
  focusedRecord: (host) => host.focusedRecord(),
  saveCall: (host) => host.saveCall(aCallLog),
  saveFollowUp: (host) => host.saveFollowUp({ subject: "Call again", on: "2026-12-01" }),
  mayCall: (host) => host.mayCall({ number: "+14155550101" }, "Rules.mayCall"),
  setVisible: (host) => host.setVisible(true),
  isVisible: (host) => host.isVisible(),
  setHeight: (host) => host.setHeight(300),
  workDesk: (host) => host.workDesk(),
  setAttention: (host) => host.setAttention(aSign),
  lockPlace: (host) => host.lockPlace(true),
  listenForKeys: (host) => host.listenForKeys(["switchhook.answer"]),
};

/** What every host promises, whatever surrounds it. */
export function describeHost(name: string, makeHost: () => Host): void {
  describe(`${name} keeps the contract of a host`, () => {
    for (const [verb, ask] of Object.entries(verbs)) {
      it(`${verb} does as asked, or rejects with a HostError`, async () => {
        await ask(makeHost()).catch((error: unknown) => assert.instanceOf(error, HostError));
      });
    }

    it("brings settings as text by item", async () => {
      const settings = await makeHost()
        .readSettings()
        .catch(() => ({}));
      for (const text of Object.values(settings)) assert.isString(text);
    });

    it("brings what was found as a list", async () => {
      const found = await makeHost()
        .find(["+14155550101"], "outgoing")
        .catch(() => undefined);
      assert.isArray(found?.records ?? []);
    });

    it("stops telling when asked to", () => {
      const stop = makeHost().on("loggedOut", () => assert.fail("told after the stop"));
      stop();
      stop();
    });

    it("is told once that the softphone is up", () => {
      assert.doesNotThrow(() => makeHost().announceReady());
    });
  });
}
