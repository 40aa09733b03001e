import { assert } from "chai";
import type { Page } from "playwright-core";
import { bothHear } from "./support/hearing.ts";
import { GapWatch } from "./support/gap-watch.ts";
import { Office, type AtWork } from "./support/office.ts";

/** The part in the DTLS handshake of the softphone's newest peer connection. */
async function dtlsRole(page: Page): Promise<unknown> {
  const frame = page.frame({ name: "sfdcSoftphone" }) ?? page.mainFrame();
  return frame.evaluate(async () => {
    const { testPeers = [] } = window as unknown as { testPeers?: RTCPeerConnection[] };
    const reports = [...((await testPeers.at(-1)?.getStats())?.values() ?? [])] as {
      readonly type: string;
      readonly dtlsRole?: string;
    }[];
    return reports.find(({ type }) => type === "transport")?.dtlsRole;
  });
}

describe("the DTLS client, whatever rtpengine is told to prefer,", () => {
  for (const dtls of ["DTLS=active", "DTLS=passive"] as const) {
    describe(dtls, () => {
      let office: Office;
      let agent: AtWork;
      let failed = false;

      before(async () => {
        office = await Office.open({ dtls });
        agent = await office.signIn();
        await agent.phone.says(/Registered/);
      });
      beforeEach(() => office.desk.forget());
      afterEach(function () {
        failed ||= this.currentTest?.isFailed() ?? false;
      });
      after(() => office.close({ failed }));

      async function holdsOverAPageLoad() {
        await agent.phone.says(/Connected/);
        await bothHear(office, agent);
        assert.equal(await dtlsRole(agent.page), "client");
        const watch = new GapWatch(() => office.desk.heard);
        await agent.page.reload();
        await bothHear(office, agent);
        process.stdout.write(`        gap at the desk: ${watch.take()} ms\n`);
        watch.close();
        assert.equal(await dtlsRole(agent.page), "client");
        // By key: what a page load brings to the softphone and takes away again moves the button under a mouse.
        await agent.phone.button("Hang up").press("Enter");
        await agent.phone.says(/You hung up/);
        await office.desk.event("CALL_CLOSED");
      }

      it("is the softphone in a call that it makes, and after a page load", async () => {
        await agent.phone.dial("desk");
        await holdsOverAPageLoad();
      });

      it("is the softphone in a call that it answers, and after a page load", async () => {
        office.desk.dial("agent");
        await agent.phone.button("Answer").click();
        await holdsOverAPageLoad();
      });
    });
  }
});
