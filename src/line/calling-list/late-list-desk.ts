import type { Call } from "../../telephony/call.ts";
import type { ListCommand, ListSnapshot } from "../protocol-list.ts";
import type { CompleteOptions } from "../line-options.ts";
import type { ListDesk, ListDeskOptions } from "./list-desk.ts";

export interface LateListDeskOptions extends ListDeskOptions {
  readonly options: ListDeskOptions["options"] & Pick<CompleteOptions, "lists">;
}

/** The agent's calling list, whose code is loaded once an agent has signed in: a line can ring before. */
export class LateListDesk {
  readonly #options: LateListDeskOptions;
  #loading: Promise<ListDesk> | undefined;
  #desk: ListDesk | undefined;

  constructor(options: LateListDeskOptions) {
    this.#options = options;
  }

  get snapshot(): ListSnapshot | undefined {
    return this.#desk?.snapshot;
  }

  /** Whether a list can begin. */
  get isOpen(): boolean {
    return this.#desk?.isOpen ?? false;
  }

  /** From now on the list is this owner's; another's waits on the disk. */
  async belongTo(owner: string | undefined): Promise<void> {
    const desk = await this.#load();
    await desk.belongTo(owner);
  }

  obey(command: ListCommand): void {
    void this.#load().then((desk) => {
      desk.obey(command);
      this.#options.changed();
    });
  }

  /** Whether a number may be dialled: one that no row asked for, or one whose turn it is. */
  mayDial(row: number | undefined): boolean {
    return row === undefined || (this.#desk?.mayDial(row) ?? false);
  }

  /** A row's number was dialled. */
  placed(row: number | undefined, call: Call): void {
    this.#desk?.placed(row, call);
  }

  /** A row's number could not be dialled. */
  notPlaced(row: number | undefined): void {
    this.#desk?.notPlaced(row);
  }

  /** Goes on as far as it can, and writes down what changed. */
  look(): void {
    this.#desk?.look();
  }

  #load(): Promise<ListDesk> {
    return (this.#loading ??= this.#make());
  }

  async #make(): Promise<ListDesk> {
    const { ListDesk } = await import("../late.ts");
    const store = await this.#options.options.lists?.();
    return (this.#desk = new ListDesk({ ...this.#options, store }));
  }
}
