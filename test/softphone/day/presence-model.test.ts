import { assert } from "chai";
import type { PresenceSnapshot } from "../../../src/line/protocol.ts";
import { aSoftphone, type TestedSoftphone } from "../fakes/a-softphone.ts";
import { FakeHost } from "../fakes/fake-host.ts";
import { FakeLink } from "../fakes/fake-link.ts";
import { FakeWorkDesk, statuses } from "../fakes/fake-work-desk.ts";
import { until } from "../fakes/until.ts";

const ready: PresenceSnapshot = { phase: "ready", since: 0, chosen: { ready: true, by: "agent" } };
const omni = {
  "/presence/available": statuses.available,
  "/presence/onCall": statuses.onCall,
  "/presence/away": statuses.away,
};

async function presenceOf({ app }: TestedSoftphone) {
  await until(() => app.day.value && app.crm.settings.value);
  return app.day.value?.presence ?? assert.fail("no day");
}

describe("softphone/day/presence-model", () => {
  it("shows what the line says, and tells it what the agent chooses", async () => {
    using phone = aSoftphone({ link: new FakeLink({ presence: ready }) });
    const presence = await presenceOf(phone);
    assert.deepEqual(presence.state.value, ready);
    presence.choose("Lunch");
    presence.choose("");
    presence.choose(undefined);
    assert.deepEqual(
      phone.link.sentOf("setAvailability").map(({ availability }) => availability),
      [
        { ready: false, by: "agent", reason: "Lunch" },
        { ready: false, by: "agent" },
        { ready: true, by: "agent" },
      ],
    );
  });

  it("extends the wrap-up by what the administrator chose, and ends it", async () => {
    const settings = { "/presence/extendBy": "45", "/presence/reasons": "Tea; Coaching" };
    using phone = aSoftphone({ settings });
    const presence = await presenceOf(phone);
    presence.extendWrapUp();
    presence.endWrapUp();
    assert.deepEqual(phone.link.sentOf("extendWrapUp"), [
      { type: "extendWrapUp", milliseconds: 45_000 },
    ]);
    assert.lengthOf(phone.link.sentOf("endWrapUp"), 1);
    assert.deepEqual(presence.reasons.value, ["Tea", "Coaching"]);
  });

  it("keeps in step with the CRM's other work where the administrator named its statuses", async () => {
    const host = new FakeHost();
    const desk = (host.desk = new FakeWorkDesk());
    using phone = aSoftphone({ host, settings: omni });
    await presenceOf(phone);
    phone.link.say({ presence: ready });
    await until(() => {
      phone.link.say({ presence: { ...ready, phase: "onCall" } });
      return desk.set.includes(statuses.onCall);
    });
    desk.choose("0N5000000000009", "Coaching");
    await until(() => phone.link.sentOf("setAvailability").length > 0);
  });
});
