import { assert } from "chai";
import type { Page } from "playwright-core";
import { bothHear } from "./support/hearing.ts";
import { Office, type AtWork } from "./support/office.ts";

/**
 * Kinds of the addresses that carry the sound of the softphone's newest connection: ours, and the other side's; and how
 * the relay is reached.
 */
async function pathOf(page: Page): Promise<readonly (string | undefined)[]> {
  const frame = page.frame({ name: "sfdcSoftphone" }) ?? page.mainFrame();
  return frame.evaluate(async () => {
    const { testPeers = [] } = window as unknown as { testPeers?: RTCPeerConnection[] };
    const reports = [...((await testPeers.at(-1)?.getStats())?.values() ?? [])] as {
      readonly id: string;
      readonly type: string;
      readonly selectedCandidatePairId?: string;
      readonly localCandidateId?: string;
      readonly remoteCandidateId?: string;
      readonly candidateType?: string;
      readonly relayProtocol?: string;
    }[];
    const byId = new Map(reports.map((report) => [report.id, report]));
    const transport = reports.find(({ type }) => type === "transport");
    const pair = byId.get(transport?.selectedCandidatePairId ?? "");
    const [ours, theirs] = [pair?.localCandidateId, pair?.remoteCandidateId].map((id) =>
      byId.get(id ?? ""),
    );
    return [ours?.candidateType, theirs?.candidateType, ours?.relayProtocol];
  });
}

for (const protocol of ["udp", "tcp", "tls"] as const)
  describe(`sound that has to go through coturn, by ${protocol.toUpperCase()}`, () => {
    let office: Office;
    let agent: AtWork;

    before(async () => {
      office = await Office.open({ relayed: protocol === "udp" ? true : protocol });
      agent = await office.comeIn();
      await agent.phone.says(/Registered/);
    });
    let failed = false;
    beforeEach(() => office.desk.forget());
    afterEach(function () {
      failed ||= this.currentTest?.isFailed() ?? false;
    });
    after(() => office.close({ failed }));

    async function isHeardByTheRelay() {
      await agent.phone.says(/Connected/);
      await bothHear(office, agent);
      assert.deepEqual(await pathOf(agent.page), ["relay", "host", protocol]);
    }

    it("is heard on both sides, and again after a page load", async () => {
      await agent.phone.dial("desk");
      await isHeardByTheRelay();
      await agent.page.reload();
      await isHeardByTheRelay();
      // By key: what a page load brings to the softphone and takes away again moves the button under a mouse.
      await agent.phone.button("Hang up").press("Enter");
      await office.desk.event("CALL_CLOSED");
    });

    it("is heard in a call that comes in", async () => {
      office.desk.dial("agent");
      await agent.phone.button("Answer").click();
      await isHeardByTheRelay();
      await agent.phone.button("Hang up").click();
      await office.desk.event("CALL_CLOSED");
    });

    it("was let through for the password that the phone's own host hands out", () => {
      assert.match(office.coturn.log, /ALLOCATE processed, success/);
      assert.include(office.coturn.log, office.coturn.turn.username);
    });
  });
