import { assert } from "chai";
import type { MediaError } from "../../../src/telephony/media-port.ts";
import { FacadePeerConnection } from "../../../src/telephony/sip/facade-peer-connection.ts";
import { until } from "../until.ts";
import { MediaDocumentFake, MediaPortFake } from "../media-port-fake.ts";
import { remoteSdp } from "./sip-server-fake.ts";

const answer = { type: "answer", sdp: remoteSdp } as const;
const offer = { type: "offer", sdp: remoteSdp } as const;

function build(document: MediaDocumentFake | undefined = new MediaDocumentFake()) {
  const media = new MediaPortFake(document);
  const failures: MediaError[] = [];
  let stale = 0;
  const facade = new FacadePeerConnection({
    call: "c1",
    media,
    ice: () => ({ iceServers: [] }),
    dtlsClient: true,
    onFailed: (error) => failures.push(error),
    onStale: () => (stale += 1),
  });
  return { facade, media, failures, stale: () => stale };
}

/** A call that is up, carried by `document`. */
async function confirmed(document = new MediaDocumentFake()) {
  const built = build(document);
  await built.facade.setLocalDescription(await built.facade.createOffer());
  await built.facade.setRemoteDescription(answer);
  built.facade.confirm();
  return { ...built, document };
}

/** Resolves to `pending` when the promise has not settled although everything else has had its turn. */
const stateOf = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      () => "resolved",
      () => "rejected",
    ),
    new Promise((resolve) => setTimeout(() => resolve("pending"), 20)),
  ]);

describe("telephony/sip/facade-peer-connection", () => {
  it("lets the document make the offer, as DTLS client", async () => {
    const document = new MediaDocumentFake();
    const { facade } = build(document);
    const { sdp } = await facade.createOffer();
    assert.include(sdp, `a=ice-ufrag:${document.id}`);
    assert.include(sdp, "a=setup:active");
    assert.notInclude(sdp, "actpass");
  });

  it("has gathered, and never fails, as JsSIP sees it", () => {
    const { facade } = build();
    assert.equal(facade.iceGatheringState, "complete");
    assert.equal(facade.iceConnectionState, "new");
  });

  it("waits for a document when there is none", async () => {
    const { facade, media } = build(undefined);
    media.navigate();
    const offered = facade.createOffer();
    assert.equal(await stateOf(offered), "pending");
    const late = new MediaDocumentFake();
    media.navigate(late);
    assert.include((await offered).sdp, late.id);
  });

  it("asks the next document when one dies while it makes the offer", async () => {
    const dying = new MediaDocumentFake();
    dying.silent = true;
    const { facade, media } = build(dying);
    const offered = facade.createOffer();
    await until(() => dying.asked.length === 1, "the question");
    const next = new MediaDocumentFake();
    media.navigate(next);
    assert.include((await offered).sdp, next.id);
    assert.isTrue(next.asked[0]?.fresh);
  });

  it("takes the offer and answers in whichever document is there", async () => {
    const document = new MediaDocumentFake();
    const { facade } = build(document);
    await facade.setRemoteDescription(offer);
    assert.deepEqual(document.orders, []);
    await facade.createAnswer();
    assert.deepEqual(document.orders, ["apply", "describe"]);
  });

  it("tells its owner, not JsSIP, when the first offer cannot be made", async () => {
    const document = new MediaDocumentFake();
    document.fails = { describe: "missing" };
    const { facade, failures } = build(document);
    assert.equal(await stateOf(facade.createOffer()), "pending");
    assert.deepEqual(
      failures.map(({ code }) => code),
      ["missing"],
    );
  });

  it("never rejects the offer of a call that is up, but tries again with a new connection", async () => {
    const { facade, media } = await confirmed();
    const stubborn = new MediaDocumentFake();
    stubborn.fails = { describe: "media" };
    media.navigate(stubborn);
    const offered = facade.createOffer();
    await until(() => stubborn.asked.length === 1, "the first attempt");
    stubborn.fails = {};
    assert.include((await offered).sdp, stubborn.id);
    assert.isTrue(stubborn.asked.at(-1)?.fresh);
  });

  it("does not let a call that is up wait for the microphone", async () => {
    const { facade, media, document } = await confirmed();
    const next = new MediaDocumentFake();
    media.navigate(next);
    await facade.createOffer();
    const resumed = [document, next].map(({ asked }) =>
      asked.flatMap((question) => (question.order === "describe" ? [question.resumed] : [])),
    );
    assert.deepEqual(resumed, [[false], [true]]);
  });

  it("keeps one session id and raises the version over documents", async () => {
    const { facade, media } = await confirmed();
    const first = facade.localDescription?.sdp ?? "";
    media.navigate(new MediaDocumentFake());
    const second = (await facade.createOffer()).sdp;
    const origin = (sdp: string) => /^o=- (\d+) (\d+)/m.exec(sdp)?.slice(1).map(Number) ?? [];
    assert.equal(origin(first)[0], origin(second)[0]);
    assert.equal(Number(origin(first)[1]) + 1, origin(second)[1]);
  });

  it("takes an answer for a document that is gone as taken, and asks for a new offer", async () => {
    const { facade, media, document, stale } = await confirmed();
    document.fails = { apply: "gone" };
    media.navigate();
    await facade.setRemoteDescription(answer);
    assert.equal(stale(), 1);
    assert.isFalse(facade.current);
  });

  it("takes a bad answer in a call that is up as taken, and asks for a new offer", async () => {
    const { facade, document, stale } = await confirmed();
    document.fails = { apply: "media" };
    await facade.setRemoteDescription(answer);
    assert.equal(stale(), 1);
    document.fails = {};
    await facade.createOffer();
    assert.isTrue(document.asked.at(-1)?.fresh);
  });

  it("rejects a bad first answer, so that JsSIP ends the call", async () => {
    const document = new MediaDocumentFake();
    const { facade } = build(document);
    await facade.setLocalDescription(await facade.createOffer());
    document.fails = { apply: "media" };
    assert.equal(await stateOf(facade.setRemoteDescription(answer)), "rejected");
  });

  it("answers an offer of the other side silently while no document is there", async () => {
    const { facade, media, stale } = await confirmed();
    media.navigate();
    await facade.setRemoteDescription(offer);
    const { sdp } = await facade.createAnswer();
    assert.include(sdp, "a=inactive");
    assert.include(sdp, "a=setup:active");
    assert.equal(stale(), 1);
  });

  it("offers silence in a call that is up when no document comes, and asks for a new offer", async () => {
    const { facade, media, stale } = await confirmed();
    media.navigate();
    const { sdp } = await facade.createOffer();
    assert.include(sdp, "a=inactive");
    assert.include(sdp, "a=setup:active");
    await facade.setRemoteDescription(answer);
    assert.equal(stale(), 1);
    assert.isFalse(facade.current);
  });

  it("waits for a document that comes soon with an offer in a call that is up", async () => {
    const { facade, media } = await confirmed();
    media.navigate();
    const offered = facade.createOffer();
    assert.equal(await stateOf(offered), "pending");
    const late = new MediaDocumentFake();
    media.navigate(late);
    assert.include((await offered).sdp, late.id);
    assert.isTrue(facade.current);
  });

  it("answers an offer of the other side in the document that carries the call", async () => {
    const { facade, document } = await confirmed();
    await facade.setRemoteDescription(offer);
    const { sdp } = await facade.createAnswer();
    assert.include(sdp, "a=sendrecv");
    assert.deepEqual(document.orders.slice(-2), ["apply", "describe"]);
    assert.isTrue(facade.current);
  });

  it("takes the same answer in a 183 and a 200 only once", async () => {
    const document = new MediaDocumentFake();
    const { facade } = build(document);
    await facade.setLocalDescription(await facade.createOffer());
    await facade.setRemoteDescription(answer);
    await facade.setLocalDescription(await facade.createOffer());
    await facade.setRemoteDescription(answer);
    assert.deepEqual(document.orders, ["describe", "apply"]);
  });

  it("brings mute back in the next document", async () => {
    const { facade, media, document } = await confirmed();
    const [track] = facade.stream.getTracks();
    if (track) track.enabled = false;
    assert.deepInclude(document.told, { order: "setMuted", call: "c1", muted: true });
    const next = new MediaDocumentFake();
    media.navigate(next);
    await facade.createOffer();
    assert.isTrue(next.asked[0]?.muted);
  });

  it("settles nothing once it is closed, as a real one", async () => {
    const document = new MediaDocumentFake();
    document.silent = true;
    const { facade, media } = build(document);
    const offered = facade.createOffer();
    await until(() => document.asked.length === 1, "the question");
    facade.close();
    media.navigate(new MediaDocumentFake());
    assert.equal(await stateOf(offered), "pending");
    assert.deepInclude(document.told, { order: "drop", call: "c1" });
  });

  it("asks nothing of a document once it is closed", async () => {
    const document = new MediaDocumentFake();
    const { facade } = build(document);
    const offered = facade.createOffer();
    facade.close();
    assert.equal(await stateOf(offered), "pending");
    assert.isEmpty(document.asked);
  });
});
