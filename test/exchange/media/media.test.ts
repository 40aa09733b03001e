import { assert } from "chai";
import { DigitEar, digitFrames, digitInInfo } from "../../../src/exchange/media/dtmf.ts";
import { Losses } from "../../../src/exchange/media/losses.ts";
import { Meter } from "../../../src/exchange/media/meter.ts";
import { decodeMuLaw, encodeMuLaw } from "../../../src/exchange/media/mu-law.ts";
import { Pacer } from "../../../src/exchange/media/pacer.ts";
import { directionOf, fingerprintOf, holdsUs } from "../../../src/exchange/media/sdp.ts";
import { tone } from "../../../src/exchange/media/sound.ts";

/** A meter whose clock is moved by hand. */
function meterWithClock() {
  let now = 1_000;
  const meter = new Meter(() => now);
  return {
    meter,
    pass: (milliseconds: number) => (now += milliseconds),
    /** Hears so many packets of these tones, 20 ms apart. */
    play: (packets: number, ...pitches: number[]) => {
      const sounds = pitches.map(tone);
      for (let packet = 0; packet < packets; packet++) {
        const voices = sounds.map((sound) => sound());
        meter.hear(
          Int16Array.from({ length: 160 }, (_, at) =>
            voices.reduce((sum, voice) => sum + (voice[at] ?? 0), 0),
          ),
        );
        now += 20;
      }
    },
  };
}

describe("exchange/media/losses", () => {
  const lostOf = (...numbers: number[]) => {
    const losses = new Losses();
    for (const number of numbers) losses.hear(number);
    return losses.count;
  };

  it("are none in a stream that comes whole, in any order and past its highest number", () => {
    assert.equal(lostOf(7, 8, 10, 9, 11), 0);
    assert.equal(lostOf(65_534, 65_535, 0, 1), 0);
  });

  it("are what is missing up to the newest packet", () => {
    assert.equal(lostOf(1, 2, 5), 2);
    assert.equal(lostOf(65_535, 2), 2);
  });

  it("are counted anew from the mark", () => {
    const losses = new Losses();
    for (const number of [1, 9]) losses.hear(number);
    losses.mark();
    losses.hear(20);
    assert.equal(losses.count, 0);
  });
});

describe("exchange/media/mu-law", () => {
  it("gives back what was encoded, as exactly as eight bits can", () => {
    const samples = Int16Array.from([0, 1, -1, 100, -100, 5_000, -5_000, 32_767, -32_768]);
    decodeMuLaw(encodeMuLaw(samples)).forEach((sample, at) => {
      const original = samples[at] ?? 0;
      assert.closeTo(sample, original, 8 + Math.abs(original) * 0.04);
    });
  });

  it("knows the bytes of silence and of full loudness that G.711 gives", () => {
    assert.deepEqual([...encodeMuLaw(Int16Array.from([0, 32_767, -32_768]))], [0xff, 0x80, 0x00]);
  });

  it("encodes every byte's value as that byte again", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const again = encodeMuLaw(decodeMuLaw(bytes));
    // 0x7f is minus zero, which comes back as zero.
    assert.deepEqual(
      [...again],
      [...bytes].map((byte) => (byte === 0x7f ? 0xff : byte)),
    );
  });
});

describe("exchange/media/meter", () => {
  for (const pitch of [440, 523, 1_000]) {
    it(`hears ${pitch} Hz`, () => {
      const { meter, play } = meterWithClock();
      play(30, pitch);
      const { frequency, rms, packets } = meter.heard();
      assert.closeTo(frequency ?? 0, pitch, 1);
      assert.closeTo(rms, 0.3 / Math.SQRT2, 0.005);
      assert.equal(packets, 30);
    });
  }

  it("tells two voices apart that talk at once", () => {
    const { meter, play } = meterWithClock();
    play(30, 440, 1_000);
    assert.isAbove(meter.loudnessAt(440), 0.2);
    assert.isAbove(meter.loudnessAt(1_000), 0.2);
    assert.isBelow(meter.loudnessAt(700), 0.01);
  });

  it("hears no pitch in silence, and nothing when nothing comes any more", () => {
    const { meter, play, pass } = meterWithClock();
    assert.deepInclude(meter.heard(), {
      packets: 0,
      rms: 0,
      frequency: null,
      lastAt: null,
      longestGapMs: 0,
    });
    play(10, 440);
    pass(2_000);
    assert.deepInclude(meter.heard(), { rms: 0, frequency: null, longestGapMs: 2_020 });
  });

  it("measures the longest gap since the mark, and one that still lasts", () => {
    const { meter, play, pass } = meterWithClock();
    play(5, 440);
    pass(700);
    play(5, 440);
    assert.equal(meter.heard().longestGapMs, 720);
    meter.mark();
    assert.equal(meter.heard().longestGapMs, 0);
    pass(100);
    play(5, 440);
    assert.equal(meter.heard().longestGapMs, 100);
    pass(300);
    assert.equal(meter.heard().longestGapMs, 320);
  });
});

describe("exchange/media/pacer", () => {
  it("keeps time, and skips instead of sending all at once when it was late", () => {
    let now = 0;
    const sent: number[] = [];
    const pacer = new Pacer(
      (skipped) => sent.push(skipped),
      () => now,
    );
    for (now = 0; now <= 100; now += 10) pacer.tick();
    assert.deepEqual(sent, [0, 0, 0, 0, 0, 0]);
    now = 1_100;
    pacer.tick();
    pacer.stop();
    assert.isAtMost(sent.length, 8);
    assert.isAtLeast(sent[6] ?? 0, 45);
  });
});

describe("exchange/media/dtmf", () => {
  it("hears each key once, though its end is said three times", () => {
    const ear = new DigitEar();
    let timestamp = 0;
    const heard = digitFrames("10#D").flatMap((frame) => {
      if (frame.kind === "pause") return [];
      if (frame.first) timestamp += 1_000;
      return ear.hear(frame.payload, timestamp) ?? [];
    });
    assert.equal(heard.join(""), "10#D");
  });

  it("hears a key whose end never comes, as real telephones do", () => {
    const ear = new DigitEar();
    const [first] = digitFrames("5");
    assert.equal(first?.kind === "event" && ear.hear(first.payload, 1_000), "5");
  });

  it("reads both kinds of INFO", () => {
    assert.equal(digitInInfo("Signal=5\r\nDuration=100\r\n"), "5");
    assert.equal(digitInInfo("Signal= #\r\n"), "#");
    assert.equal(digitInInfo("7"), "7");
    assert.isUndefined(digitInInfo("nonsense"));
    assert.isUndefined(digitInInfo(""));
  });
});

describe("exchange/media/sdp", () => {
  const sdp = (direction: string) =>
    `v=0\r\na=inactive\r\nm=audio 9 UDP 0\r\na=fingerprint:sha-256 AA:BB\r\na=${direction}\r\nm=video 0 x 1\r\na=recvonly\r\n`;

  it("reads the direction of the audio, not of anything else", () => {
    assert.equal(directionOf(sdp("sendonly")), "sendonly");
    assert.equal(directionOf(sdp("x")), "sendrecv");
    assert.isTrue(holdsUs(sdp("inactive")));
    assert.isFalse(holdsUs(sdp("recvonly")));
  });

  it("reads the fingerprint", () => {
    assert.equal(fingerprintOf(sdp("sendrecv")), "sha-256 aa:bb");
    assert.isUndefined(fingerprintOf("v=0"));
  });
});
