import type { MediaCommand, MediaReply, MediaReport } from "../telephony/media-port.ts";
import { CallAudio } from "./call-audio.ts";
import type { Conference } from "./conference.ts";
import { MicrophoneError, type Microphone } from "./microphone.ts";

export interface MediaDeskOptions {
  readonly microphone: Microphone;
  /** Carries an answer back to the line. */
  readonly reply: (reply: MediaReply) => void;
  /** Carries news of a call's audio to the line. */
  readonly report: (report: MediaReport) => void;
}

/** What calls do not need to begin. A page loads it once it is up: after a new release it may be gone. */
export const lateParts = () => import("./late-parts.ts");

type Question = Extract<MediaCommand, { n: number }>;
type Description = Exclude<Question, { order: "sendDtmf" }>;

/** Carries out the line's orders in this document: it holds the real peer connections. */
export class MediaDesk {
  readonly #options: MediaDeskOptions;
  readonly #calls = new Map<string, CallAudio>();
  /** There once calls are to be mixed; what is asked of it is done in order. */
  #conference: Promise<Conference> | undefined;
  #speaker = "";

  constructor(options: MediaDeskOptions) {
    this.#options = options;
  }

  /** The audio of every call that this document carries. */
  get calls(): ReadonlyMap<string, CallAudio> {
    return this.#calls;
  }

  /** The audio of a call that this document carries. */
  audio(call: string): CallAudio | undefined {
    return this.#calls.get(call);
  }

  /**
   * Asks for the microphone before a call needs it, so that the call need not wait.
   *
   * @throws `MicrophoneError` when there is none.
   */
  async acquireMicrophone(): Promise<void> {
    await this.#options.microphone.acquire();
  }

  /** Lets go of a microphone that was asked for and that no call needs. */
  releaseMicrophone(): void {
    if (this.#calls.size === 0) this.#options.microphone.release();
  }

  /** A device came or went: calls that lost their microphone look for another. */
  findMicrophones(): void {
    for (const audio of this.#calls.values()) audio.findMicrophone();
  }

  /** The id of the device that other sides are heard from; empty for the system's. */
  set speaker(speaker: string) {
    this.#speaker = speaker;
    for (const audio of this.#calls.values()) audio.useSpeaker(speaker);
  }

  /**
   * Another microphone is chosen: running calls go over to it without a gap.
   *
   * @throws `MicrophoneError` when it cannot be had; calls keep the one before.
   */
  async changeMicrophone(): Promise<void> {
    const track = await this.#options.microphone.change();
    if (!track) return;
    const calls = [...this.#calls.values()];
    await Promise.all(calls.map((audio) => audio.changeMicrophone(track)));
  }

  handle(command: MediaCommand): void {
    switch (command.order) {
      case "describe":
      case "apply":
      case "sendDtmf":
        void this.#answer(command);
        break;
      case "setMuted":
        this.#calls.get(command.call)?.setMuted(command.muted);
        break;
      case "mix":
        this.#arrange(command.calls);
        break;
      case "drop":
        this.#drop(command.call);
        break;
    }
  }

  /** Ends all audio of this document. */
  close(): void {
    for (const call of [...this.#calls.keys()]) this.#drop(call);
    this.#options.microphone.release();
  }

  async #answer(question: Question): Promise<void> {
    const { n } = question;
    try {
      this.#options.reply({ n, ok: true, sdp: await this.#carryOut(question) });
    } catch (error) {
      const problem = error instanceof MicrophoneError ? error.problem : "media";
      this.#options.reply({ n, ok: false, problem, detail: String(error) });
    }
  }

  async #carryOut(question: Question): Promise<string> {
    if (question.order === "sendDtmf") {
      await this.#press(question);
      return "";
    }
    const audio = this.#audioFor(question);
    if (question.order === "describe") return audio.describe(question);
    await audio.apply(question.type, question.sdp);
    return "";
  }

  async #press(keys: Extract<Question, { order: "sendDtmf" }>): Promise<void> {
    const audio = this.#calls.get(keys.call);
    if (!audio) throw new Error("This document does not carry the call");
    const { pressKeys } = await lateParts();
    await pressKeys(audio.connection, keys);
  }

  #audioFor({ call, fresh, muted, ...ice }: Description): CallAudio {
    const existing = this.#calls.get(call);
    if (existing && !fresh) return existing;
    if (existing) this.#close(existing);
    const { microphone, report } = this.#options;
    const audio = new CallAudio({
      ...{ microphone, ice, muted, speaker: this.#speaker },
      onFlowing: () => report({ news: "flowing", call }),
      onMicrophone: (problem) => report({ news: "microphone", call, ...(problem && { problem }) }),
    });
    this.#calls.set(call, audio);
    void lateParts().then(({ watchForStalls }) => {
      const { connection, closed } = audio;
      watchForStalls(connection, () => report({ news: "stalled", call }), { closed });
    });
    void this.#conference?.then((conference) => conference.join(call, audio));
    return audio;
  }

  #arrange(calls: readonly string[]): void {
    this.#conference ??= lateParts().then(({ Conference }) => new Conference());
    this.#conference
      .then((conference) => conference.arrange(calls, this.#calls))
      .catch(() => (this.#conference = undefined)); // the next order tries again
  }

  #drop(call: string): void {
    const audio = this.#calls.get(call);
    if (audio) this.#close(audio);
    this.#calls.delete(call);
    this.releaseMicrophone();
  }

  #close(audio: CallAudio): void {
    audio.close();
    void this.#conference?.then((conference) => conference.leave(audio));
  }
}
