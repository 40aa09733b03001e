import type {
  BrowserTitle,
  ComponentButton,
  ComponentWindow,
  ConsoleLink,
} from "../../toolkits/console/index.ts";
import type { Cti, Interaction } from "../../toolkits/opencti/index.ts";
import type { PagesOptions } from "./pages.ts";

/** The chapters of the Console toolkit that the host speaks. */
export interface ConsoleParts {
  /** The way to the other chapters, which are loaded when they are needed. */
  readonly link: ConsoleLink;
  readonly button: ComponentButton;
  readonly window: ComponentWindow;
  readonly title: BrowserTitle;
  /** Calls `listener` when the console logs the agent out. */
  readonly onLogout: (listener: () => void) => void;
}

/** Salesforce's two toolkits, connected. */
export interface Toolkits {
  readonly interaction: Interaction;
  readonly cti: Cti;
  /** Open CTI with the patience for what must not be done twice. */
  readonly logs: Pick<Interaction, "saveLog" | "runApex">;
  /** How the org's other pages reach the phone. */
  readonly pages: PagesOptions;
  /** Present in a console only: elsewhere every call to it would go unheard. */
  readonly console?: ConsoleParts;
}
