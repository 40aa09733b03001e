/** What the administrator of the console app switched on. */
export interface ConsoleFeatures {
  readonly maxPrimaryTabs?: number;
  /** Per primary tab. */
  readonly maxSubtabs?: number;
  /** Hosts, with port if it is not the usual one, that may be opened in a tab. */
  readonly allowedHosts?: readonly string[];
  /** Objects whose changes are pushed; absent: all. */
  readonly pushedObjects?: readonly string[];
  /** Ids of the macros that can be selected. */
  readonly macros?: readonly string[];
  /** Softphone and components may be dragged out of the window. */
  readonly multiMonitor?: boolean;
}
