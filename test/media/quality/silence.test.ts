import { assert } from "chai";
import { Silence, type Heard } from "../../../src/media/quality/silence.ts";

const talk: Heard = { us: 0.1, them: { packets: 50, loudness: 0.1 } };

/** What is said after so many seconds of `heard`, after some of talk. */
function after(seconds: number, heard: Heard) {
  const silence = new Silence();
  silence.add(talk);
  let quiet = silence.add(talk);
  for (let second = 0; second < seconds; second++) quiet = silence.add(heard);
  return { quiet, silence };
}

describe("media/quality/silence", () => {
  const cases: readonly (readonly [string, Heard, object])[] = [
    ["a microphone without any sound", { ...talk, us: 0 }, { us: true }],
    [
      "packets without any sound",
      { ...talk, them: { packets: 50, loudness: 0 } },
      { them: "silence" },
    ],
    [
      "no packets at all",
      { ...talk, them: { packets: 0, loudness: undefined } },
      { them: "nothing" },
    ],
    ["both sides", { us: 0, them: { packets: 0, loudness: 0 } }, { us: true, them: "nothing" }],
  ];
  for (const [name, heard, expected] of cases)
    it(`tells of ${name} after four seconds, not after three`, () => {
      assert.deepEqual(after(3, heard).quiet, {});
      assert.deepEqual(after(4, heard).quiet, expected);
    });

  it("takes it back with the first sound", () => {
    const { silence } = after(6, { us: 0, them: { packets: 0, loudness: undefined } });
    assert.deepEqual(silence.add(talk), {});
  });

  it("says nothing of a quiet room, nor of a muted microphone, nor of a side that has no reason to send", () => {
    assert.deepEqual(after(9, { us: 0.00003, them: { packets: 50, loudness: 0.0003 } }).quiet, {});
    assert.deepEqual(after(9, { us: undefined, them: undefined }).quiet, {});
  });
});
