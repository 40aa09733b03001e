/** Stops what its maker started. Calling it twice does nothing more. */
export type Stop = () => void;

/** What others may do with an {@link Emitter}: listen. Only the owner emits. */
export interface Listenable<Events> {
  /** Calls `listener` at each event named `name`, until the returned function is called. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): Stop;
}

/**
 * Tells listeners what happened; typed by a map of event name to payload.
 *
 * A listener that throws does not keep the others from hearing: its error is thrown once they all have.
 */
export class Emitter<Events> implements Listenable<Events> {
  readonly #listeners = new Map<keyof Events, Set<(event: never) => void>>();

  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): Stop {
    // A wrapper of its own, so that one function registered twice is stopped once at a time.
    const own = (event: Events[Name]) => listener(event);
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(own));
    return () => void listeners.delete(own);
  }

  emit<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    const errors: unknown[] = [];
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      try {
        (listener as (event: Events[Name]) => void)(event);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors);
  }
}
