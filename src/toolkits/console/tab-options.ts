/** How a tab is to be opened. */
export interface OpenTabOptions {
  /** Whether it comes to the front. True unless given. */
  readonly activate?: boolean;
  /** Plain text. Without one the tab is called External Page. */
  readonly label?: string;
  /** A name of your own by which the `...ByName` methods find the tab. From API 22.0. */
  readonly name?: string;
  /** A tab to use again instead of opening one. */
  readonly id?: string;
}

/** How a tab is to be loaded again. */
export interface RefreshTabOptions {
  /** Whether the tab comes to the front. True unless given. */
  readonly activate?: boolean;
  /** Loads a whole case feed again, not only what changed. */
  readonly fullRefresh?: boolean;
}
