/** A call's place in a conference. */
export interface Seat {
  /** The others hear this. */
  hear(voice: MediaStream): void;
  /** Takes in what the agent says; gives what is to be sent in its place. */
  speak(microphone: MediaStreamTrack): MediaStreamTrack;
}

/** A call that can be mixed with others. */
export interface Seated {
  /** Takes its seat, or with `undefined` leaves it. */
  sit(seat: Seat | undefined): void;
}

/** Mixes calls in this document: each other side hears the agent and the others, but not itself. */
export class Conference {
  #calls: readonly string[] = [];
  readonly #seats = new Map<Seated, MixedSeat>();
  #context: AudioContext | undefined;

  /** From now on these calls are mixed, as far as they are here. */
  arrange(calls: readonly string[], present: ReadonlyMap<string, Seated>): void {
    this.#calls = calls;
    for (const [id, seated] of present) {
      if (calls.includes(id)) this.join(id, seated);
      else this.leave(seated);
    }
  }

  /** A call is in this document from now on; it is seated if it belongs here. */
  join(call: string, seated: Seated): void {
    if (!this.#calls.includes(call) || this.#seats.has(seated)) return;
    const seat = new MixedSeat((this.#context ??= new AudioContext()));
    for (const other of this.#seats.values()) seat.meet(other);
    this.#seats.set(seated, seat);
    seated.sit(seat);
  }

  leave(seated: Seated): void {
    const seat = this.#seats.get(seated);
    if (!seat) return;
    this.#seats.delete(seated);
    for (const other of this.#seats.values()) seat.part(other);
    seated.sit(undefined);
    seat.close();
    if (this.#seats.size > 0) return;
    void this.#context?.close();
    this.#context = undefined;
  }
}

class MixedSeat implements Seat {
  readonly #context: AudioContext;
  /** What this call's other side is to hear. */
  readonly #mix: MediaStreamAudioDestinationNode;
  /** What this call's other side says; there before it has said anything, so that it can be joined up. */
  readonly #voice: GainNode;
  #heard: MediaStreamAudioSourceNode | undefined;
  #microphone: MediaStreamAudioSourceNode | undefined;

  constructor(context: AudioContext) {
    this.#context = context;
    this.#mix = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    this.#voice = new GainNode(context);
  }

  hear(voice: MediaStream): void {
    this.#heard?.disconnect();
    this.#heard = new MediaStreamAudioSourceNode(this.#context, { mediaStream: voice });
    this.#heard.connect(this.#voice);
  }

  speak(microphone: MediaStreamTrack): MediaStreamTrack {
    this.#microphone?.disconnect();
    const mediaStream = new MediaStream([microphone]);
    this.#microphone = new MediaStreamAudioSourceNode(this.#context, { mediaStream });
    this.#microphone.connect(this.#mix);
    // A page that has just loaded may make sound once it uses the microphone.
    void this.#context.resume();
    const [mixed] = this.#mix.stream.getAudioTracks();
    return mixed ?? microphone;
  }

  /** From now on each hears the other. */
  meet(other: MixedSeat): void {
    this.#voice.connect(other.#mix);
    other.#voice.connect(this.#mix);
  }

  part(other: MixedSeat): void {
    this.#voice.disconnect(other.#mix);
    other.#voice.disconnect(this.#mix);
  }

  close(): void {
    for (const node of [this.#heard, this.#microphone, this.#voice]) node?.disconnect();
    for (const track of this.#mix.stream.getTracks()) track.stop();
  }
}
