import { assert } from "chai";
import { microphoneProblem } from "../../src/media/microphone-problem.ts";
import { Microphone, MicrophoneError } from "../../src/media/microphone.ts";

const named = (name: string) => new DOMException("as told", name);
const policy = (allows: boolean) => ({ permissionsPolicy: { allowsFeature: () => allows } });

describe("media/microphone-problem", () => {
  const cases = [
    ["NotAllowedError", policy(true), "refused"],
    ["NotAllowedError", policy(false), "blockedByPage"],
    ["SecurityError", policy(false), "blockedByPage"],
    ["NotAllowedError", {}, "refused"],
    ["NotFoundError", policy(true), "missing"],
    ["OverconstrainedError", policy(true), "missing"],
    ["NotReadableError", policy(true), "busy"],
  ] as const;
  for (const [name, page, problem] of cases)
    it(`takes ${name}, page ${JSON.stringify(page)}, for ${problem}`, () =>
      assert.equal(microphoneProblem(named(name), page), problem));

  it("asks the older name of the policy where only that exists", () => {
    const page = { featurePolicy: { allowsFeature: () => false } };
    assert.equal(microphoneProblem(named("NotAllowedError"), page), "blockedByPage");
  });
});

describe("media/microphone", () => {
  const real = () => navigator.mediaDevices.getUserMedia({ audio: true });

  it("asks once for all who need it", async () => {
    let asked = 0;
    const open = () => {
      asked += 1;
      return real();
    };
    const microphone = new Microphone({ open, page: document });
    const [one, other] = await Promise.all([microphone.acquire(), microphone.acquire()]);
    assert.equal(one, other);
    assert.equal(asked, 1);
    microphone.release();
  });

  it("asks again after a refusal", async () => {
    let refuse = true;
    const open = () => (refuse ? Promise.reject(named("NotAllowedError")) : real());
    const microphone = new Microphone({ open, page: {} });
    const error: unknown = await microphone.acquire().catch((reason: unknown) => reason);
    assert.instanceOf(error, MicrophoneError);
    assert.equal(error.problem, "refused");
    refuse = false;
    assert.equal((await microphone.acquire()).readyState, "live");
    microphone.release();
  });

  it("asks again after it was let go", async () => {
    const microphone = new Microphone({ open: real, page: document });
    const before = await microphone.acquire();
    microphone.release();
    const after = await microphone.acquire();
    assert.notEqual(before, after);
    assert.equal(after.readyState, "live");
    microphone.release();
  });
});
