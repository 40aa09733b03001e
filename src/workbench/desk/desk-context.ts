import type { Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { PlayedSalesforce } from "../console/state.ts";
import type { RecordStore } from "../records/store.ts";
import type { WorkbenchConfig } from "./config.ts";

/** What a desk is given. */
export interface DeskParts {
  readonly salesforce: PlayedSalesforce;
  readonly store: RecordStore;
  readonly config: WorkbenchConfig;
  readonly scenarios: readonly ScenarioChoice[];
  /** Loads another page in this window. */
  readonly load: (url: string) => void;
}

/** What every page of the desk works with. */
export interface Desk extends DeskParts {
  /** Does what Salesforce may refuse, and shows why. */
  readonly attempt: (deed: () => void) => void;
  /** Why the last deed was refused, until somebody has read it. */
  readonly refusal: Signal<string>;
}

/** A scenario as a person chooses it. */
export interface ScenarioChoice {
  readonly name: string;
  readonly title: string;
  readonly story: string;
}

/** What surrounds a page: a tab of the console, or nothing, when the page is a browser's own. */
export interface Surroundings {
  /** Opens an address where the console wants it; absent: the browser loads it. */
  readonly follow?: (url: string) => void;
  /** Tells the console about unsaved changes. */
  readonly setDirty?: (dirty: boolean) => void;
  /** Shows another page in place of this one. */
  readonly replace?: (url: string) => void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);
export const SurroundingsContext = createContext<Surroundings>({});

/** The desk that this component is on. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("This component is on no desk");
  return desk;
}

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
