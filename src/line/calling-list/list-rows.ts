import type { ListOutcome, ListRow, ListRowState, NewListRow } from "../protocol-list.ts";

/** Rows that a view is shown before and after the one that is dealt with. */
const shown = 3;

/** The rows of a calling list: which is next, and how many are done. Remembers which have changed. */
export class ListRows {
  readonly #rows: ListRow[];
  readonly #changed = new Set<number>();
  /** Keys of rows that are done, in the order in which that happened. */
  #past: number[];

  constructor(rows: readonly ListRow[]) {
    this.#rows = [...rows];
    this.#past = rows
      .flatMap(({ key, state }) => (state.phase === "done" ? [{ key, at: state.at }] : []))
      .sort((one, other) => one.at - other.at)
      .map(({ key }) => key);
  }

  static of(rows: readonly NewListRow[]): ListRows {
    const state = { phase: "waiting" } as const;
    const made = new ListRows(
      rows.map((row, key) => ({ ...row, key, state, notes: "", attempts: 0 })),
    );
    for (const key of rows.keys()) made.#changed.add(key);
    return made;
  }

  get total(): number {
    return this.#rows.length;
  }

  get done(): number {
    return this.#past.length;
  }

  get later(): number {
    return this.#rows.filter(({ state }) => state.phase === "later").length;
  }

  get past(): readonly ListRow[] {
    return this.#past
      .slice(-shown)
      .reverse()
      .flatMap((key) => this.get(key) ?? []);
  }

  /** Those that come after the row `key` if nothing else is due by then. */
  after(key: number | undefined): readonly ListRow[] {
    return this.#rows
      .filter((row) => row.state.phase === "waiting" && row.key !== key)
      .slice(0, shown);
  }

  get outcomes(): Readonly<Partial<Record<ListOutcome, number>>> {
    const counts: Partial<Record<ListOutcome, number>> = {};
    for (const { state } of this.#rows)
      if (state.phase === "done") counts[state.outcome] = (counts[state.outcome] ?? 0) + 1;
    return counts;
  }

  get(key: number): ListRow | undefined {
    return this.#rows[key];
  }

  /** Whose turn it is: who is to be called back by now, else the first that waits. */
  due(now: number): ListRow | undefined {
    const [first] = this.#later;
    const isDue = first !== undefined && first.due <= now;
    return isDue ? first.row : this.#rows.find(({ state }) => state.phase === "waiting");
  }

  /** When the first of those is due that are called later. */
  get nextDue(): number | undefined {
    return this.#later[0]?.due;
  }

  get #later() {
    return this.#rows
      .flatMap((row) => (row.state.phase === "later" ? [{ row, due: row.state.due }] : []))
      .sort((one, other) => one.due - other.due);
  }

  change(key: number, news: Partial<Omit<ListRow, "key">>): void {
    const before = this.#rows[key];
    if (before) this.#replace({ ...before, ...news });
  }

  /** The row is called later; the wish for that is fulfilled. */
  putOff(key: number, due: number): void {
    const before = this.#rows[key];
    if (!before) return;
    const row = { ...before, state: { phase: "later", due } as const };
    delete row.callBackAt;
    this.#replace(row);
  }

  #replace(row: ListRow): void {
    this.#rows[row.key] = row;
    this.#changed.add(row.key);
    this.#note(row.key, row.state);
  }

  /** Rows that changed since this was asked the last time. */
  takeChanged(): readonly ListRow[] {
    const rows = [...this.#changed].flatMap((key) => this.#rows[key] ?? []);
    this.#changed.clear();
    return rows;
  }

  #note(key: number, { phase }: ListRowState): void {
    const isPast = this.#past.includes(key);
    if (phase === "done" && !isPast) this.#past.push(key);
    if (phase !== "done" && isPast) this.#past = this.#past.filter((each) => each !== key);
  }
}
