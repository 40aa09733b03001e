import { assert } from "chai";
import { keepDevices, keptSpeaker, openKeptMicrophone } from "../../src/media/kept.ts";

describe("media/kept", () => {
  afterEach(() => localStorage.clear());

  /** What the browser is asked for; the first answer may be a refusal. */
  async function asked(refusals: readonly Error[] = []) {
    const questions: unknown[] = [];
    const devices = {
      getUserMedia({ audio }: MediaStreamConstraints) {
        const refusal = refusals[questions.length];
        questions.push(audio);
        return refusal ? Promise.reject(refusal) : Promise.resolve(new MediaStream());
      },
    };
    // Only this one method is used.
    const outcome = await openKeptMicrophone(devices as unknown as MediaDevices).catch(String);
    return { questions, outcome };
  }

  it("asks for any microphone where none was chosen", async () => {
    assert.deepEqual((await asked()).questions, [true]);
    assert.equal(keptSpeaker(), "");
  });

  it("asks for the one that the page before kept", async () => {
    const constraints = { deviceId: { exact: "headset" }, echoCancellation: false };
    keepDevices(constraints, "loud");
    assert.deepEqual((await asked()).questions, [constraints]);
    assert.equal(keptSpeaker(), "loud");
  });

  for (const nonsense of ["", "{", "7", "null"])
    it(`asks for any where ${JSON.stringify(nonsense)} is kept`, async () => {
      localStorage.setItem("switchhook-microphone", nonsense);
      assert.deepEqual((await asked()).questions, [true]);
    });

  it("asks for any where the browser does not understand what is kept", async () => {
    keepDevices({ deviceId: "x" }, "");
    const { questions } = await asked([new TypeError("what?")]);
    assert.deepEqual(questions, [{ deviceId: "x" }, true]);
  });

  it("asks for any where the one that is kept is gone", async () => {
    keepDevices({ deviceId: { exact: "headset" } }, "");
    // Firefox has the name only.
    const named = Object.assign(new Error("gone"), { name: "OverconstrainedError" });
    for (const refusal of [new OverconstrainedError("deviceId", "gone"), named]) {
      const { questions } = await asked([refusal]);
      assert.deepEqual(questions, [{ deviceId: { exact: "headset" } }, true]);
    }
  });

  it("does not ask again where the agent said no", async () => {
    const { questions, outcome } = await asked([new DOMException("no", "NotAllowedError")]);
    assert.lengthOf(questions, 1);
    assert.include(outcome, "NotAllowedError");
  });
});
