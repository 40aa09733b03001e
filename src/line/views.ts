import type { View } from "./view.ts";

/** The attached views, the oldest first. */
export class Views {
  readonly #views = new Map<string, View>();
  #turns = 0;

  get all(): readonly View[] {
    return [...this.#views.values()];
  }

  /** The phone's own window. */
  get home(): View | undefined {
    return this.all.findLast(({ home }) => home);
  }

  /** The view that rings: where it can be heard, first the phone's own window, then where the agent is. */
  get ringer(): View | undefined {
    const inOrder = [this.home, this.focused, ...this.all.toReversed()];
    return inOrder.find((view) => view?.audible) ?? this.focused ?? this.home;
  }

  /** Whether a ring can be heard anywhere; `undefined` until a view has said so. */
  get isAudible(): boolean | undefined {
    const known = this.all.filter(({ audible }) => audible !== undefined);
    return known.length > 0 ? known.some(({ audible }) => audible) : undefined;
  }

  get newest(): View | undefined {
    return this.#pages.at(-1);
  }

  get #pages(): readonly View[] {
    return this.all.filter(({ home }) => !home);
  }

  /** The view the agent turned to last; the newest when the agent looks at none. */
  get focused(): View | undefined {
    return (
      this.#pages.reduce<View | undefined>(
        (best, view) => (view.activeSince > (best?.activeSince ?? 0) ? view : best),
        undefined,
      ) ?? this.newest
    );
  }

  get(view: string): View | undefined {
    return this.#views.get(view);
  }

  has(view: string | undefined): boolean {
    return view !== undefined && this.#views.has(view);
  }

  /** A number for {@link View.activeSince}. */
  turn(active: boolean): number {
    return active ? ++this.#turns : 0;
  }

  add(view: View): void {
    this.#views.set(view.id, view);
  }

  /** Returns whether it was there: a view of the same id may have taken its place. */
  remove(view: View): boolean {
    return this.#views.get(view.id) === view && this.#views.delete(view.id);
  }
}
