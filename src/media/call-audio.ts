import { closeGathered, worthSending } from "./gathering.ts";
import type { MicrophoneProblem } from "../telephony/call.ts";
import type { IceChoice } from "../telephony/media-port.ts";
import type { Seat, Seated } from "./conference.ts";
import { MicrophoneError, type Microphone } from "./microphone.ts";
import { RemoteAudio } from "./remote-audio.ts";

export interface CallAudioOptions {
  readonly microphone: Microphone;
  readonly ice: IceChoice;
  readonly muted: boolean;
  /** The id of the output device; empty for the system's. */
  readonly speaker: string;
  /** The peer connection carries sound from now on. */
  readonly onFlowing: () => void;
  /** The microphone is live, or lost. */
  readonly onMicrophone: (problem: MicrophoneProblem | undefined) => void;
}

interface DescribeOptions {
  /** The call is up already: do not wait for the microphone. */
  readonly resumed?: boolean;
  /** Look for a new way to the other side. */
  readonly restart?: boolean;
}

/** The audio of one call in this document: a peer connection, what goes in, and what comes out. */
export class CallAudio implements Seated {
  readonly connection: RTCPeerConnection;
  readonly #options: CallAudioOptions;
  readonly #remote = new RemoteAudio(new Audio());
  #track: MediaStreamTrack | undefined;
  /** The other side's. */
  #voice: MediaStream | undefined;
  #seat: Seat | undefined;
  #muted: boolean;
  readonly #closing = new AbortController();
  /** There was no microphone when it was asked for, or it went away since. */
  #lost = false;

  constructor(options: CallAudioOptions) {
    const { ice, muted, speaker } = options;
    this.#options = options;
    this.#muted = muted;
    if (speaker) this.#remote.useSpeaker(speaker);
    // A certificate is never used twice: the other side would take a new connection for the old one.
    this.connection = new RTCPeerConnection({
      iceServers: [...ice.iceServers],
      ...(ice.relayOnly && { iceTransportPolicy: "relay" }),
    });
    const whileOpen = { signal: this.closed };
    const play = ({ track }: RTCTrackEvent) => {
      this.#voice = new MediaStream([track]);
      this.#remote.play(this.#voice);
      this.#seat?.hear(this.#voice);
    };
    const look = () => this.connection.connectionState === "connected" && options.onFlowing();
    this.connection.addEventListener("track", play, whileOpen);
    this.connection.addEventListener("connectionstatechange", look, whileOpen);
  }

  /** The offer, or the answer to an offer that was applied, once it is worth sending. */
  async describe({ resumed = false, restart = false }: DescribeOptions): Promise<string> {
    await this.#speak(resumed);
    if (restart) this.connection.restartIce();
    const gathered = restart && worthSending(this.connection, { anew: true });
    await this.connection.setLocalDescription();
    await (gathered || worthSending(this.connection));
    return this.connection.localDescription?.sdp ?? "";
  }

  /** Whoever listens to something for this call's sake is to stop then. */
  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  /** Whether the agent wants to be heard. */
  get muted(): boolean {
    return this.#muted;
  }

  /** What is sent of the microphone: this call's own track of it. */
  get track(): MediaStreamTrack | undefined {
    return this.#track;
  }

  /** Whether the browser plays what comes in. */
  get isPlaying(): boolean {
    return this.#remote.isPlaying;
  }

  useSpeaker(speaker: string): void {
    this.#remote.useSpeaker(speaker);
  }

  /** Sends another microphone from now on, without a gap. A call that has none yet is not concerned. */
  async changeMicrophone(shared: MediaStreamTrack): Promise<void> {
    if (this.#track) await this.#send(this.#transceiver(), shared);
  }

  async apply(type: "offer" | "answer", sdp: string): Promise<void> {
    await this.connection.setRemoteDescription({ type, sdp });
  }

  setMuted(muted: boolean): void {
    this.#muted = muted;
    if (this.#track) this.#track.enabled = !muted;
    // Whoever unmutes wants to be heard.
    if (!muted) this.findMicrophone();
  }

  /** Looks for a microphone once more where it was lost; does nothing where there is one. */
  findMicrophone(): void {
    if (this.closed.aborted || !this.#lost) return;
    this.#speak(true).catch(() => undefined);
  }

  sit(seat: Seat | undefined): void {
    this.#seat = seat;
    if (this.#voice) seat?.hear(this.#voice);
    if (this.#track && !this.closed.aborted) void this.#sendMixed(this.#transceiver(), this.#track);
  }

  async #sendMixed({ sender }: RTCRtpTransceiver, track: MediaStreamTrack): Promise<void> {
    await sender.replaceTrack(this.#seat?.speak(track) ?? track);
  }

  close(): void {
    this.#closing.abort();
    closeGathered(this.connection);
    this.#remote.stop();
    this.#track?.stop();
  }

  /** Puts the microphone in. A call that is up does not wait for it: silence is worse than a late word. */
  async #speak(resumed: boolean): Promise<void> {
    const transceiver = this.#transceiver();
    transceiver.direction = "sendrecv";
    if (this.#track) return;
    const speaking = this.#acquire().then((track) => this.#send(transceiver, track));
    if (resumed) speaking.catch(() => undefined);
    else await speaking;
  }

  async #acquire(): Promise<MediaStreamTrack> {
    try {
      return await this.#options.microphone.acquire();
    } catch (error) {
      this.#lose(error instanceof MicrophoneError ? error.problem : "missing");
      throw error;
    }
  }

  #lose(problem: MicrophoneProblem): void {
    if (this.closed.aborted) return;
    this.#lost = true;
    this.#track = undefined;
    this.#options.onMicrophone(problem);
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

  async #send(transceiver: RTCRtpTransceiver, shared: MediaStreamTrack): Promise<void> {
    if (this.closed.aborted) return;
    // A track of its own, so that muting one call does not mute the others.
    const [before, track] = [this.#track, shared.clone()];
    this.#track = track;
    track.enabled = !this.#muted;
    track.addEventListener("ended", () => {
      if (this.#track === track) this.#lose("missing");
    });
    await this.#sendMixed(transceiver, track);
    before?.stop();
    if (this.#lost) this.#options.onMicrophone(undefined);
    this.#lost = false;
    this.#remote.retry();
  }
}
