import { assert } from "chai";
import { WireSdp } from "../../../src/telephony/sip/wire-sdp.ts";

const sdp = (setup: string) => `v=0\r\no=- 7 2 IN IP4 127.0.0.1\r\na=setup:${setup}\r\n`;

describe("telephony/sip/wire-sdp", () => {
  it("offers to be the DTLS client, and goes on offering it after an answer that agreed", () => {
    const wire = new WireSdp({ dtlsClient: true });
    assert.include(wire.offer(sdp("actpass")), "a=setup:active");
    assert.include(wire.answer(sdp("active")), "a=setup:active");
    assert.include(wire.offer(sdp("actpass")), "a=setup:active");
  });

  it("leaves the role to the other side once that has taken it", () => {
    const wire = new WireSdp({ dtlsClient: true });
    assert.include(wire.answer(sdp("passive")), "a=setup:passive");
    assert.include(wire.offer(sdp("actpass")), "a=setup:actpass");
  });

  describe("another name for the sound", () => {
    const named = (mid: string) =>
      `v=0\r\no=- 7 2 IN IP4 127.0.0.1\r\na=group:BUNDLE ${mid}\r\nm=audio 9 RTP 0\r\na=mid:${mid}\r\n`;

    it("in an offer becomes the one that our document knows, and is said back in the answer", () => {
      const wire = new WireSdp({ dtlsClient: true });
      wire.offer(named("0"));
      assert.equal(wire.fromThem(named("audio")), named("0"));
      const answer = wire.answer(named("0"));
      assert.include(answer, "a=mid:audio");
      assert.include(answer, "a=group:BUNDLE audio");
    });

    it("in the first offer is the document's own, too", () => {
      const wire = new WireSdp({ dtlsClient: true });
      assert.equal(wire.fromThem(named("audio")), named("audio"));
      assert.include(wire.answer(named("audio")), "a=mid:audio");
    });

    it("in an answer does not change what we offer", () => {
      const wire = new WireSdp({ dtlsClient: true });
      wire.offer(named("0"));
      assert.equal(wire.fromThem(named("audio")), named("0"));
      assert.include(wire.offer(named("0")), "a=mid:0");
    });

    it("never gives two parts one name", () => {
      const wire = new WireSdp({ dtlsClient: true });
      wire.offer(named("0"));
      const two = `${named("1")}m=video 0 RTP 96\r\na=mid:0\r\n`;
      const mids = [...wire.fromThem(two).matchAll(/a=mid:(\S+)/g)].map(([, mid]) => mid);
      assert.deepEqual(mids, ["0", "1"]);
    });

    it("is said back when nobody is there to answer", () => {
      const wire = new WireSdp({ dtlsClient: true });
      assert.include(wire.silentAnswer(named("0"), named("audio")), "a=mid:audio");
    });
  });
});
