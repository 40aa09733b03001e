import { assert } from "chai";
import { LateRinger } from "../../src/media/late-ringer.ts";
import { Ringer } from "../../src/media/ringer.ts";
import { until } from "../telephony/until.ts";

describe("media/late-ringer", () => {
  let context: AudioContext;
  beforeEach(async () => {
    context = new AudioContext();
    await context.suspend();
  });
  afterEach(() => context.close());

  it("plays what was asked for before it came, and says whether it is heard", async () => {
    const [late, ringer] = [new LateRinger(), new Ringer(context)];
    const heard: boolean[] = [];
    late.on("armedChanged", ({ armed }) => heard.push(armed));
    assert.isTrue(late.armed);
    late.play("ring");
    late.become(ringer);
    assert.deepEqual([ringer.playing, heard[0]], ["ring", false]);
    await until(() => late.armed && heard.at(-1), "leave to make sound");
    late.stop();
    assert.isUndefined(ringer.playing);
    late.play("ringback");
    assert.equal(ringer.playing, "ringback");
    late.stop();
  });

  it("plays nothing that was over before it came", () => {
    const [late, ringer] = [new LateRinger(), new Ringer(context)];
    late.play("ring");
    late.stop();
    late.become(ringer);
    assert.isUndefined(ringer.playing);
  });
});
