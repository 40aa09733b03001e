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
});
