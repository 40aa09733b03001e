/**
 * Makes the descriptions of several peer connections look like one session's on the wire (RFC 3264, 8): the
 * same session id, a version that rises.
 */
export class WireSdp {
  #dtlsClient: boolean;
  #session: string | undefined;
  #version = 0;
  /** How our document and the other side name the sound (`a=mid`). */
  #names: { ours?: string; theirs?: string } = {};

  /**
   * @param dtlsClient - Offer `a=setup:active`, from the first offer on. An offer that leaves the role open
   * (`actpass`) makes rtpengine a client at once: its ClientHello leaves before its answer does.
   * - Is it told to answer `passive`, it forgets that handshake, of which the browser already heard: both then wait
   *   for the other, and most calls that we make hang in "connecting".
   * - Does it stay client, the first handshake works; but after a page load its ClientHello goes to the old address,
   *   and is said again only after a second or more.
   *
   * With `active` there is nothing left to choose: it waits for us, and we begin when the new path is there.
   */
  constructor({ dtlsClient }: { dtlsClient: boolean }) {
    this.#dtlsClient = dtlsClient;
  }

  /**
   * The other side's description as our document can take it in. Another telephone that was put in the first one's
   * place names the sound otherwise, which a browser takes for something else.
   */
  fromThem(sdp: string): string {
    const { ours } = this.#names;
    const theirs = midOf(sdp);
    this.#names = { ...this.#names, ...(theirs !== undefined && { theirs }) };
    return renamed(sdp, theirs, ours);
  }

  /** @param held - We hold the other side. */
  offer(sdp: string, held = false): string {
    this.#name(sdp);
    const wire = directed(this.#continued(sdp), held);
    return this.#dtlsClient ? wire.replace(/a=setup:actpass/g, "a=setup:active") : wire;
  }

  /** @param held - We hold the other side: whatever it offers, it is not to be heard. */
  answer(sdp: string, held = false): string {
    // The other side insisted on being the client. It stays so: a role that changes breaks the connection.
    if (sdp.includes("a=setup:passive")) this.#dtlsClient = false;
    this.#name(sdp);
    return directed(this.#continued(renamed(sdp, this.#names.ours, this.#names.theirs)), held);
  }

  /** Answers `offer` with what we sent last, without any sound: for when no document is there to answer. */
  silentAnswer(last: string, offer: string): string {
    const setup = offer.includes("a=setup:active") ? "passive" : "active";
    const wire = this.#continued(renamed(last, midOf(last), midOf(offer)));
    return silent(wire.replace(/a=setup:\w+/g, `a=setup:${setup}`));
  }

  /** Offers what we sent last, without any sound. */
  silentOffer(last: string): string {
    const sdp = renamed(last, midOf(last), this.#names.ours);
    return silent(this.offer(sdp.replace(/a=setup:\w+/g, "a=setup:actpass")));
  }

  #name(sdp: string): void {
    const ours = midOf(sdp);
    if (ours !== undefined) this.#names = { ...this.#names, ours };
  }

  #continued(sdp: string): string {
    const [, user = "", id = "", version = ""] = /^(o=\S+) (\d+) (\d+) /m.exec(sdp) ?? [];
    this.#session ??= id;
    this.#version = Math.max(this.#version + 1, Number(version));
    return sdp.replace(`${user} ${id} ${version} `, `${user} ${this.#session} ${this.#version} `);
  }
}

const silent = (sdp: string) => sdp.replace(/a=(sendrecv|sendonly|recvonly)/g, "a=inactive");

/** Whom we hold is not heard. */
const directed = (sdp: string, held: boolean) =>
  held ? sdp.replace(/a=recvonly/g, "a=inactive").replace(/a=sendrecv/g, "a=sendonly") : sdp;

const midOf = (sdp: string): string | undefined => /^a=mid:(\S+)/m.exec(sdp)?.[1];

/** Lets two names change places, so that neither is there twice. */
function renamed(sdp: string, one: string | undefined, other: string | undefined): string {
  if (one === undefined || other === undefined || one === other) return sdp;
  const swap = (name: string) => (name === one ? other : name === other ? one : name);
  return sdp
    .replace(/^(a=mid:)(\S+)/gm, (_all, field: string, name: string) => field + swap(name))
    .replace(/^(a=group:BUNDLE)( .*)$/gm, (_all, field: string, names: string) => {
      return field + names.replace(/\S+/g, swap);
    });
}
