import { worthSending } from "./gathering.ts";
import type { Microphone } from "./microphone.ts";
import { RemoteAudio } from "./remote-audio.ts";

export interface CallAudioOptions {
  readonly microphone: Microphone;
  readonly iceServers: readonly RTCIceServer[];
  readonly muted: boolean;
}

/** The audio of one call in this document: a peer connection, what goes in, and what comes out. */
export class CallAudio {
  readonly connection: RTCPeerConnection;
  readonly #microphone: Microphone;
  readonly #remote = new RemoteAudio(new Audio());
  #track: MediaStreamTrack | undefined;
  #muted: boolean;
  #closed = false;

  constructor({ microphone, iceServers, muted }: CallAudioOptions) {
    this.#microphone = microphone;
    this.#muted = muted;
    // A certificate is never used twice: the other side would take a new connection for the old one.
    this.connection = new RTCPeerConnection({ iceServers: [...iceServers] });
    this.connection.addEventListener("track", ({ track }) => {
      this.#remote.play(new MediaStream([track]));
    });
  }

  /** The offer, or the answer to an offer that was applied, once it is worth sending. */
  async describe({ resumed }: { resumed: boolean }): Promise<string> {
    await this.#speak(resumed);
    await this.connection.setLocalDescription();
    await worthSending(this.connection);
    return this.connection.localDescription?.sdp ?? "";
  }

  async apply(type: "offer" | "answer", sdp: string): Promise<void> {
    await this.connection.setRemoteDescription({ type, sdp });
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (this.#track) this.#track.enabled = !muted;
  }

  sendTones(tones: string, duration: number, gap: number): void {
    const sender = this.connection.getSenders().find(({ dtmf }) => dtmf !== null)?.dtmf;
    sender?.insertDTMF(sender.toneBuffer + tones, duration, gap);
  }

  close(): void {
    this.#closed = true;
    this.connection.close();
    this.#remote.stop();
    this.#track?.stop();
  }

  /** Puts the microphone in. A call that is up does not wait for it: silence is worse than a late word. */
  async #speak(resumed: boolean): Promise<void> {
    const transceiver = this.#transceiver();
    transceiver.direction = "sendrecv";
    if (this.#track) return;
    const speaking = this.#microphone.acquire().then((track) => this.#send(transceiver, track));
    if (resumed) speaking.catch(() => undefined);
    else await speaking;
  }

  #transceiver(): RTCRtpTransceiver {
    const audio = this.connection
      .getTransceivers()
      .find(
        ({ receiver, currentDirection }) =>
          currentDirection !== "stopped" && receiver.track.kind === "audio",
      );
    return audio ?? this.connection.addTransceiver("audio");
  }

  async #send({ sender }: RTCRtpTransceiver, shared: MediaStreamTrack): Promise<void> {
    if (this.#closed) return;
    // A track of its own, so that muting one call does not mute the others.
    const track = shared.clone();
    this.#track = track;
    track.enabled = !this.#muted;
    await sender.replaceTrack(track);
    this.#remote.retry();
  }
}
