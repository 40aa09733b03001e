/** How the work of {@link Slices} is cut. */
export interface SliceOptions<Item> {
  /** Items that are worked on at a time. */
  readonly size: number;
  readonly work: (item: Item) => void;
  /** Goes on when the browser has done what it has to do. @defaultValue a timer */
  readonly later?: (act: () => void) => void;
}

/** Does much work a little at a time, so that the page stays quick: each item once, however often it was asked for. */
export class Slices<Item> {
  readonly #options: Required<SliceOptions<Item>>;
  readonly #waiting = new Set<Item>();
  #running = false;

  constructor(options: SliceOptions<Item>) {
    this.#options = { later: (act) => void setTimeout(act), ...options };
  }

  add(items: Iterable<Item>): void {
    for (const item of items) this.#waiting.add(item);
    if (this.#running || this.#waiting.size === 0) return;
    this.#running = true;
    this.#options.later(() => this.#run());
  }

  /** Leaves undone what is not done yet. */
  stop(): void {
    this.#waiting.clear();
  }

  #run(): void {
    let left = this.#options.size;
    for (const item of this.#waiting) {
      if (left-- === 0) break;
      this.#waiting.delete(item);
      this.#options.work(item);
    }
    this.#running = this.#waiting.size > 0;
    if (this.#running) this.#options.later(() => this.#run());
  }
}
