import { signal } from "@preact/signals";
import { assert } from "chai";
import { decodeSettings } from "../../src/callcenter/decode-settings.ts";
import { wishOf } from "../../src/softphone/phone-wishes.ts";
import { keepTurnPassword } from "../../src/softphone/turn-keeper.ts";
import { until } from "../telephony/until.ts";
import { FakeLink } from "./fakes/fake-link.ts";

const settingsOf = (kept: Record<string, string>) => decodeSettings(kept).settings;

describe("softphone/turn-keeper", () => {
  const turn = { username: "12:agent", password: "short-lived", ttl: 3_600 };

  function keep(kept: Record<string, string>, surface: "tabs" | "none" = "tabs") {
    const link = new FakeLink();
    const settings = settingsOf(kept);
    const fetched: string[] = [];
    const stop = keepTurnPassword({
      link,
      crm: {
        settings: signal(settings),
        status: signal({ phase: "ready", surface, settings, wrongItems: [] }),
      },
      fetchCredentials(path) {
        fetched.push(path);
        return Promise.resolve({ user: "agent", password: "x", turn });
      },
    });
    return { link, fetched, stop };
  }
  const kept = {
    "/sip/iceServers": "stun:s.test turns:t.test?transport=tcp",
    "/sip/credentialsUrl": "/credentials",
  };

  it("brings the line a password for the TURN servers, and none for the others", async () => {
    const { link, stop } = keep(kept);
    const sent = await until(
      () => link.sent.find(({ type }) => type === "useIceServers"),
      "the password",
    );
    stop();
    assert.deepInclude(sent, {
      iceServers: [
        { urls: "stun:s.test" },
        { urls: "turns:t.test?transport=tcp", username: "12:agent", credential: "short-lived" },
      ],
    });
    const { until: end } = sent as { until: number };
    assert.closeTo(end, Date.now() + 3_600_000, 5_000);
  });

  for (const [what, settings, surface] of [
    ["there are no TURN servers", { ...kept, "/sip/iceServers": "stun:s.test" }, "tabs"],
    ["nobody hands a password out", { ...kept, "/sip/credentialsUrl": "" }, "tabs"],
    ["nobody says who the agent is", kept, "none"],
  ] as const)
    it(`asks nobody where ${what}`, async () => {
      const { fetched, stop } = keep(settings, surface);
      await new Promise((resolve) => setTimeout(resolve, 20));
      stop();
      assert.isEmpty(fetched);
    });
});

describe("softphone/phone-wishes", () => {
  it("say what the administrator chose", () => {
    const settings = settingsOf({
      "/features/colleagues": "Anna: 201; Bob: 202",
      "/features/voicemail": "*97",
      "/features/attachedHeaders": "X-Case, User-to-User",
      "/features/autoAnswer": "yes",
    });
    assert.deepEqual(wishOf(settings), {
      type: "wish",
      autoAnswer: true,
      wishes: {
        attachedHeaders: ["X-Case", "User-to-User"],
        watch: ["201", "202"],
        mailbox: true,
      },
    });
  });
});
