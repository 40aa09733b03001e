import type { DialOrder, ListAnswer, ListOrder, PhoneState } from "../host/page-events.ts";
import { dress, linkClass, numberIn, originalClass, recordOf, undress } from "./number-cell.ts";
import { usualOptions, usualWords, type ClickToDialOptions, type PhoneWay } from "./options.ts";
import { Slices } from "./slices.ts";

/** What stands in the way of a call, while nobody has heard of the phone. */
const unknownPhone: PhoneState = { ready: false, calls: [] };
const silentPhone: PhoneState = { ready: true, calls: [] };

/** The numbers in one part of a page, made links for as long as it lives. */
export class NumberTable {
  readonly #$: JQueryStatic;
  readonly #root: HTMLElement;
  readonly #options: ClickToDialOptions & typeof usualOptions;
  readonly #way: PhoneWay;
  readonly #slices: Slices<Element>;
  readonly #observer: MutationObserver;
  readonly #stopListening: () => void;
  #state: PhoneState;
  #isHeard: boolean;
  /** A list that waits for the phone to be heard of. */
  #list: ListOrder | undefined;
  #onAnswer: ((answer: ListAnswer) => void) | undefined;

  constructor($: JQueryStatic, root: HTMLElement, { way, options }: NumberTableParts) {
    this.#$ = $;
    this.#root = root;
    this.#options = { ...usualOptions, ...options };
    this.#way = way;
    this.#isHeard = !way.listen;
    this.#state = way.listen ? unknownPhone : silentPhone;
    const { slice: size } = this.#options;
    this.#slices = new Slices({ size, work: (cell) => this.#dress(cell) });
    this.#slices.add(this.#cells);
    $(root).on("click.clickToDial", `.${linkClass}`, ({ currentTarget }) => {
      // Typed \`any\` by jQuery's types, whatever the selector.
      this.#clicked(currentTarget as HTMLElement);
    });
    this.#observer = new MutationObserver((changes) => this.#changed(changes));
    this.#observer.observe(root, { childList: true, subtree: true });
    this.#stopListening =
      way.listen?.((news) => {
        if (news.event === "state") this.#phoneChanged(news.state);
        else if (news.event === "listTaken") this.#onAnswer?.(news.answer);
      }) ?? (() => undefined);
  }

  /** Hands all numbers of the table over, to be called one after the other. */
  callAll(name: string, onAnswer: (answer: ListAnswer) => void): void {
    this.#onAnswer = onAnswer;
    const rows = this.#cells.flatMap((cell) => {
      const order = this.#orderIn(cell);
      const doNotCall = this.#rowOf(cell)?.getAttribute("data-do-not-call") === "true";
      return order ? [{ ...order, ...(doNotCall && { doNotCall }) }] : [];
    });
    this.#list = { name, rows };
    this.#handOver();
  }

  /** Makes the numbers text again. */
  stop(): void {
    this.#slices.stop();
    this.#stopListening();
    this.#observer.disconnect();
    this.#$(this.#root).off(".clickToDial");
    for (const cell of this.#cells) undress(cell);
  }

  get #cells(): Element[] {
    return this.#numbersIn(this.#root);
  }

  #numbersIn(element: Element): Element[] {
    const { numbers } = this.#options;
    const found = this.#$(element).find(numbers).addBack(numbers).toArray();
    return found.filter((each) => !each.closest(`.${originalClass}, .${linkClass}`));
  }

  #changed(changes: readonly MutationRecord[]): void {
    for (const { addedNodes } of changes)
      for (const added of addedNodes)
        if (added instanceof Element) this.#slices.add(this.#numbersIn(added));
  }

  /** The phone may still be loading. */
  #handOver(): void {
    if (!this.#isHeard || !this.#list) return;
    this.#way.ask?.({ event: "list", order: this.#list });
    this.#list = undefined;
  }

  #phoneChanged(state: PhoneState): void {
    this.#state = state;
    this.#isHeard = true;
    this.#handOver();
    this.#slices.add(this.#cells);
  }

  #dress(cell: Element): void {
    const order = cell.isConnected ? this.#orderIn(cell) : undefined;
    if (!order) return;
    dress(cell, order, { state: this.#state, words: { ...usualWords, ...this.#options.words } });
  }

  #orderIn(cell: Element): DialOrder | undefined {
    const number = numberIn(cell, this.#options.component);
    if (number === undefined) return undefined;
    const row = this.#rowOf(cell);
    const { record: read = recordOf } = this.#options;
    const record = row ? read(row) : undefined;
    return { number, ...(record && { record }) };
  }

  #rowOf(cell: Element): Element | null {
    return cell.closest(this.#options.row);
  }

  #clicked(link: HTMLElement): void {
    const cell = link.parentElement;
    const order = cell ? this.#orderIn(cell) : undefined;
    if (cell && order && this.#state.ready) this.#way.dial(order, cell);
  }
}

export interface NumberTableParts {
  readonly way: PhoneWay;
  readonly options: ClickToDialOptions;
}
