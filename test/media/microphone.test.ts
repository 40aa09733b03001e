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

  /** The browser says so of the permission; or it does not tell. */
  function permit(state: PermissionState | undefined) {
    const query = () =>
      state ? Promise.resolve({ state }) : Promise.reject(new TypeError("no such name"));
    Object.defineProperty(navigator.permissions, "query", { configurable: true, value: query });
  }
  afterEach(() => {
    Reflect.deleteProperty(navigator.permissions, "query");
    Object.defineProperty(window, "setTimeout", timers);
  });

  /** Timers that take no time. */
  function hurry() {
    const now = (act: () => void) => queueMicrotask(act);
    Object.defineProperty(window, "setTimeout", { configurable: true, value: now });
  }
  const timers = Object.getOwnPropertyDescriptor(window, "setTimeout") ?? {};

  /** Refuses so many times. */
  function refusing(times: number, page: object = {}) {
    let asked = 0;
    const open = () => (++asked > times ? real() : Promise.reject(named("NotAllowedError")));
    return { microphone: new Microphone({ open, page }), asked: () => asked };
  }
  const problemOf = (microphone: Microphone) =>
    microphone.acquire().then(
      () => undefined,
      (error: unknown) => (error as MicrophoneError).problem, // nothing else is thrown
    );

  it("doubts a refusal of what is granted, as Chromium refuses around a page load", async () => {
    permit("granted");
    const { microphone, asked } = refusing(3);
    assert.equal((await microphone.acquire()).readyState, "live");
    assert.equal(asked(), 4);
    microphone.release();
  });

  it("does not doubt it for ever", async () => {
    // Three seconds less.
    hurry();
    permit("granted");
    const { microphone, asked } = refusing(1000);
    assert.equal(await problemOf(microphone), "refused");
    assert.equal(asked(), 31);
  });

  it("asks again after a refusal where the browser knows nothing of permissions", async () => {
    const query = () => {
      throw new TypeError("no permissions here");
    };
    Object.defineProperty(navigator.permissions, "query", { configurable: true, value: query });
    const { microphone } = refusing(1);
    assert.equal(await problemOf(microphone), "refused");
    assert.equal((await microphone.acquire()).readyState, "live");
    microphone.release();
  });

  for (const [what, state, page, problem] of [
    ["the agent said no", "denied", {}, "refused"],
    ["the agent would be asked anew", "prompt", {}, "refused"],
    ["the browser does not tell", undefined, {}, "refused"],
    ["the page around blocks it", "granted", policy(false), "blockedByPage"],
  ] as const)
    it(`does not ask again where ${what}`, async () => {
      permit(state);
      const { microphone, asked } = refusing(1000, page);
      assert.equal(await problemOf(microphone), problem);
      assert.equal(asked(), 1);
    });

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
    permit("prompt");
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
