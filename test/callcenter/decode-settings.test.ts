import { assert } from "chai";
import { decodeSettings } from "../../src/callcenter/decode-settings.ts";

const enough = { "/sip/servers": "wss://a.test/ws", "/sip/domain": "a.test" };

describe("callcenter/decode-settings", () => {
  it("reads every kind of item", () => {
    const { settings, problems } = decodeSettings({
      "/sip/servers": " wss://a.test/ws, ws://b.test:8080/sip  /sip",
      "/sip/domain": "a.test",
      "/sip/credentialsUrl": "/demo/sign-in",
      "/sip/dtlsClient": "No",
      "/calls/pop": "answer",
      "/calls/log": "false",
      "/reqDialingOptions/reqOutsidePrefix": "9",
      "/numbers/homeCountry": "gb",
      "/numbers/internalDigits": "4",
      "/numbers/emergency": "5555, 5556",
      "/numbers/speedDial": "Reception: 100; Help (day): sip:help@a.test ;",
    });
    assert.deepEqual(problems, []);
    assert.deepInclude(settings.numbers, {
      homeCountry: "GB",
      internalDigits: 4,
      emergency: ["5555", "5556"],
      speedDial: [
        { name: "Reception", number: "100" },
        { name: "Help (day)", number: "sip:help@a.test" },
      ],
    });
    assert.deepEqual(settings.sip.servers, ["wss://a.test/ws", "ws://b.test:8080/sip", "/sip"]);
    assert.include(settings.sip, { credentialsUrl: "/demo/sign-in", dtlsClient: false });
    assert.include(settings.calls, { pop: "answer", log: false });
    assert.equal(settings.reqDialingOptions.reqOutsidePrefix, "9");
  });

  it("gives an absent or empty item its default", () => {
    const { settings } = decodeSettings({ ...enough, "/calls/log": "  " });
    assert.deepEqual(settings.calls, {
      most: 6,
      pop: "ring",
      search: "variants",
      searchFor: "caller",
      attached: [],
      home: "automatic",
      log: true,
      keepFor: 60,
    });
    assert.isTrue(settings.sip.dtlsClient);
  });

  it("ignores items that are not ours", () => {
    const { problems } = decodeSettings({
      ...enough,
      "/reqGeneralInfo/reqUseApi": "true",
      odd: "1",
    });
    assert.deepEqual(problems, []);
  });

  it("names what is missing before a call can be made", () => {
    const { problems } = decodeSettings({});
    assert.deepEqual(
      problems.map(({ code, item }) => [code, item]),
      [
        ["missing", "/sip/servers"],
        ["missing", "/sip/domain"],
      ],
    );
  });

  for (const [item, text] of [
    ["/sip/servers", "https://a.test"],
    ["/sip/servers", "wss://agent:secret@a.test"],
    ["/sip/credentialsUrl", "https://elsewhere.test/password"],
    ["/sip/credentialsUrl", "//elsewhere.test/password"],
    ["/sip/credentialsUrl", "/\\elsewhere.test/password"],
    ["/sip/dtlsClient", "perhaps"],
    ["/calls/pop", "sometimes"],
    ["/reqDialingOptions/reqOutsidePrefix", "nine"],
  ] as const) {
    it(`names ${item} when its text is ${text}, and takes the default`, () => {
      const { problems, settings } = decodeSettings({ ...enough, [item]: text });
      assert.include(problems[0], { code: "malformed", item });
      assert.equal(settings.calls.pop, "ring");
    });
  }
});
