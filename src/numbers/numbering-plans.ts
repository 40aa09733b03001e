/** A number that a country's numbering plan makes sense of. */
export interface KnownNumber {
  /** Two letters; absent for a number of no single country. */
  readonly country?: string;
  /** `44` */
  readonly callingCode: string;
  /** `+442079460958` */
  readonly e164: string;
  /** Without calling code and trunk prefix: `2079460958`. */
  readonly significant: string;
  /** As people write it at home: `020 7946 0958`. */
  readonly national: string;
  /** As people write it abroad: `+44 20 7946 0958`. */
  readonly international: string;
  /** Whether a number of this length exists; new area codes come faster than new releases. */
  readonly isPossible: boolean;
  /** Whether the plan has such a number. */
  readonly isValid: boolean;
}

/** What is known of the world's numbering plans. Much data: it is loaded when it is needed. */
export interface NumberingPlans {
  /**
   * Reads `+` and digits, or digits as they are dialled in `country`. Never throws.
   *
   * @returns `undefined` when no plan makes anything of it.
   */
  read(digits: string, country?: string): KnownNumber | undefined;
  /** Two letters for a country's code or name, as an address has it; `undefined` when it is none. */
  countryOf(text: string): string | undefined;
}
