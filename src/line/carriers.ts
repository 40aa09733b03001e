import type { Call } from "../telephony/call.ts";
import type { MediaRouter } from "./media-router.ts";
import type { View } from "./view.ts";
import type { Views } from "./views.ts";

/** Decides which view carries a call's audio: the phone's own window where there is one, else where the agent is. */
export class Carriers {
  readonly #media: MediaRouter;
  readonly #views: Views;

  constructor(media: MediaRouter, views: Views) {
    this.#media = media;
    this.#views = views;
  }

  /** The agent did something with a call in `view`, and is to hear it there. */
  give(call: string, view: View | undefined): void {
    const carrier = this.#views.home ?? view;
    if (carrier) this.#media.route(call, carrier);
  }

  /** The view that answers carries the audio. */
  answer({ id, direction, state }: Call, view: View): void {
    if (direction === "incoming" && state.phase === "ringing") this.give(id, view);
  }

  /** Another telephone arranged that a call takes another's place: it is heard where that one was. */
  succeed({ id, replaces }: Call): void {
    const carrier = replaces === undefined ? undefined : this.#media.current(replaces);
    if (carrier) this.#media.route(id, carrier);
  }

  /** The agent asks for the sound in another view. */
  carry({ id, state }: Call, view: View): void {
    if (state.phase === "connected") this.give(id, view);
  }

  /** Views came or went: brings the call's audio to where it is to be now. */
  settle(call: Call): void {
    if (!needsAudio(call)) return;
    const { home, newest } = this.#views;
    const next = home ?? (this.#media.current(call.id) ? undefined : newest);
    if (next) this.#media.route(call.id, next);
  }
}

/** A call that only rings here needs none until somebody answers it. */
function needsAudio({ direction, state }: Call): boolean {
  if (state.phase === "ended") return false;
  return direction === "outgoing" || state.phase === "connected";
}
