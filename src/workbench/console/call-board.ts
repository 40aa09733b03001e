import { SalesforceError } from "./salesforce-error.ts";

interface Attached {
  readonly data: string;
  readonly type: string;
}

/** The calls that the softphone told the console of; one board for all frames of a window. */
export class CallBoard {
  #ids: readonly string[] = [];
  readonly #attached = new Map<string, Attached>();
  readonly #begun = new Set<string>();

  /** In order of arrival. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  setIds(ids: readonly string[]): void {
    this.#ids = ids;
  }

  begin(id: string): void {
    this.#begun.add(id);
    if (!this.#ids.includes(id)) this.#ids = [...this.#ids, id];
  }

  /** Only a call that began can end. */
  end(id: string): void {
    if (!this.#begun.delete(id)) throw new SalesforceError("notFound", `Call ${id} never began`);
    this.#ids = this.#ids.filter((each) => each !== id);
  }

  attach(id: string, attached: Attached): void {
    this.#attached.set(id, attached);
  }

  attached(id: string): Attached {
    const attached = this.#attached.get(id);
    if (attached === undefined) throw new SalesforceError("notFound", `No data for call ${id}`);
    return attached;
  }
}
