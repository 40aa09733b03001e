/** Something about a definition file that stops its import (`error`) or will surprise somebody (`warning`). */
export interface Finding {
  readonly level: "error" | "warning";
  /** Section and item, or the section alone, or nothing for the file as a whole. */
  readonly where: string;
  readonly message: string;
}

/** A definition file, read but not judged. */
export interface ReadDefinition {
  readonly root: string;
  readonly sections: readonly ReadSection[];
  /** Elements that have no place there. */
  readonly strangers: readonly string[];
}

export interface ReadSection extends ReadElement {
  readonly items: readonly ReadItem[];
}

export interface ReadItem extends ReadElement {
  readonly value: string;
}

/** What sections and items have in common. Absent attributes are `undefined`. */
export interface ReadElement {
  readonly name: string | undefined;
  readonly sortOrder: string | undefined;
  readonly label: string | undefined;
}
